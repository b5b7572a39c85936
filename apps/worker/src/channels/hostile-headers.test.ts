import type { CalendarEvent } from '@astralis/core/ical/calendar-event'
import { sampleCalendars } from '@astralis/core/ical/testing/calendar-arbitrary'
import type { MailMessage } from '@astralis/core/mail/message'
import { type AddressObject, simpleParser } from 'mailparser'
import { expect, it } from 'vitest'
import { startResendStandIn } from '../testing/resend-stand-in.ts'
import { sampleMail, SENDER } from '../testing/sample-mail.ts'
import { startSmtpStandIn } from '../testing/smtp-stand-in.ts'
import { createResendChannel } from './resend-channel.ts'
import { createSmtpChannel } from './smtp-channel.ts'

const HEADERS = ['content-type', 'date', 'from', 'message-id', 'mime-version', 'reply-to', 'subject', 'to']

/** Made to break headers, beside what breaks calendars. */
const TRAPS = [
  'Planning\r\nBcc: mallory@example.com',
  'Planning\r\n\r\n<p>Another body</p>',
  '=?UTF-8?Q?=0D=0ABcc:_mallory@example.com?=',
  'Grace <mallory@example.com>, Ada',
  '"Grace" <mallory@example.com>',
  'Grace "G" Hopper (mallory@example.com)',
  'Team: mallory@example.com;',
  'Grace\\',
]

/** Mails with whatever people typed as names and titles. */
const mails = [
  ...TRAPS.map((trap) => mailWith(trap, trap)),
  ...sampleCalendars(200).flatMap(({ events }) => events.map((event) => mailWith(event.title, nameIn(event)))),
].filter(({ subject, from }) => Math.max(subject.length, from.name.length) < 400)

function mailWith(subject: string, name: string): MailMessage {
  return sampleMail({
    subject: `Invitation: ${subject}`,
    from: { ...SENDER, name },
    to: { email: 'grace@example.com', name },
    replyTo: { email: 'ada@example.com', name },
    calendar: null,
  })
}

function nameIn({ organizer, location, title }: CalendarEvent): string {
  return organizer?.name ?? location ?? title
}

/** Without what readers, and we, may do with spaces and with what is no text. */
function plain(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .replaceAll('= ?', '=?')
    .trim()
}

function mailboxOf(header: AddressObject | AddressObject[] | undefined) {
  return [header ?? []]
    .flat()
    .flatMap(({ value }) => value.map(({ address, name }) => ({ address, name: plain(name) })))
}

it(`${mails.length} hostile names and titles add no header and no person to a mail by SMTP`, async () => {
  const smtp = await startSmtpStandIn()
  const channel = createSmtpChannel({ ...smtp, secure: false, login: null, sender: SENDER })
  for (const [index, mail] of mails.entries()) await channel.send(mail, `reminder/${index}/1`)
  for (const [index, { raw, from, to }] of smtp.accepted.entries()) {
    expect({ from, to }).toEqual({ from: SENDER.email, to: ['grace@example.com'] })
    const parsed = await simpleParser(raw)
    expect(parsed.headerLines.map(({ key }) => key).toSorted()).toEqual(HEADERS)
    expect(plain(parsed.subject ?? '')).toBe(plain(mails[index]?.subject ?? ''))
    const name = plain(mails[index]?.from.name ?? '')
    expect(mailboxOf(parsed.from)).toEqual([{ address: SENDER.email, name }])
    expect(mailboxOf(parsed.to)).toEqual([{ address: 'grace@example.com', name }])
    expect(mailboxOf(parsed.replyTo)).toEqual([{ address: 'ada@example.com', name }])
    expect(longestLine(raw)).toBeLessThanOrEqual(998)
  }
  expect(smtp.accepted).toHaveLength(mails.length)
  // 100 messages is what nodemailer sends over one.
  expect(smtp.connections).toBe(Math.ceil(mails.length / 100))
  await smtp.close()
})

it(`${mails.length} hostile names and titles add no person to a mail by Resend`, async () => {
  const resend = await startResendStandIn()
  const channel = createResendChannel({ ...resend, sender: SENDER })
  for (const [index, mail] of mails.entries()) await channel.send(mail, `reminder/${index}/1`)
  for (const [index, { payload }] of resend.accepted.entries()) {
    expect(payload.subject).not.toMatch(/\p{Cc}/u)
    expect(plain(payload.subject)).toBe(plain(mails[index]?.subject ?? ''))
    const name = plain(mails[index]?.from.name ?? '')
    // As Resend has to read it in order to write its header.
    const parsed = await simpleParser(`From: ${payload.from}\r\nTo: ${payload.to.join(', ')}\r\n\r\n`)
    expect(parsed.headerLines).toHaveLength(2)
    expect(mailboxOf(parsed.from)).toEqual([{ address: SENDER.email, name }])
    expect(mailboxOf(parsed.to)).toEqual([{ address: 'grace@example.com', name }])
  }
  expect(resend.accepted).toHaveLength(mails.length)
  await resend.close()
})

it.each(['x', 'é', '"', '\\', '=?', '😀', 'Grace '])(
  'no line is too long for a mail, with endless names of %j',
  async (piece) => {
    const smtp = await startSmtpStandIn()
    const channel = createSmtpChannel({ ...smtp, secure: false, login: null, sender: SENDER })
    await channel.send(mailWith(piece.repeat(3000), piece.repeat(3000)), '1')
    expect(longestLine(smtp.accepted[0]?.raw)).toBeLessThanOrEqual(998)
    await smtp.close()
  },
)

function longestLine(raw: Buffer | undefined): number {
  const lines = (raw?.toString('latin1') ?? '').split('\r\n')
  return Math.max(...lines.map(({ length }) => length))
}
