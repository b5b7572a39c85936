import type { MailMessage } from '@astralis/core/mail/message'
import { simpleParser } from 'mailparser'
import { describe, expect, it } from 'vitest'
import { CALENDAR_READERS, findPython, run } from '../testing/calendar-readers.ts'
import { startResendStandIn } from '../testing/resend-stand-in.ts'
import { sampleCalendar, sampleMail, SENDER } from '../testing/sample-mail.ts'
import { startSmtpStandIn } from '../testing/smtp-stand-in.ts'
import { createResendChannel } from './resend-channel.ts'
import { createSmtpChannel } from './smtp-channel.ts'

const LONG = 'Quartalsplanung für Köln, São Paulo und 東京; mit \\ und Zeilen\nüber Zeilen 😀. '.repeat(12)
const SERIES = { uid: 'series@example.com', recurrence: 'RRULE:FREQ=WEEKLY;BYDAY=MO', sequence: 7 }
const FACTS = {
  uid: '0b7f5c1e-8f43-4d0a-9a4e-2f1d6c3b5a79@example.com',
  sequence: 3,
  start: '2026-03-02T09:00:00',
  end: '2026-03-02T10:00:00',
}

/** Calendars, and what is true of them. */
const CASES: [NonNullable<MailMessage['calendar']>, object][] = [
  [sampleCalendar('REQUEST'), { ...FACTS, method: 'REQUEST' }],
  [sampleCalendar('CANCEL', { status: 'CANCELLED', sequence: 4 }), { ...FACTS, method: 'CANCEL', sequence: 4 }],
  [sampleCalendar('REQUEST', { title: LONG, description: LONG, location: LONG }), { ...FACTS, method: 'REQUEST' }],
  [sampleCalendar('REQUEST', SERIES), { ...FACTS, method: 'REQUEST', uid: SERIES.uid, sequence: 7 }],
]

const mails = CASES.map(([calendar]) => sampleMail({ calendar, html: `<p>${LONG}</p>`, text: LONG }))
const written = CASES.map(([{ content }]) => content)

async function sentBySmtp(): Promise<Buffer[]> {
  const smtp = await startSmtpStandIn()
  const channel = createSmtpChannel({ ...smtp, secure: false, login: null, sender: SENDER })
  for (const [index, mail] of mails.entries()) await channel.send(mail, `mail/${index}`)
  await smtp.close()
  return smtp.accepted.map(({ raw }) => raw)
}

async function attachedByResend() {
  const resend = await startResendStandIn()
  const channel = createResendChannel({ ...resend, sender: SENDER })
  for (const [index, mail] of mails.entries()) await channel.send(mail, `mail/${index}`)
  await resend.close()
  return resend.accepted.flatMap(({ payload }) => payload.attachments ?? [])
}

describe.for(Object.entries(CALENDAR_READERS))('F1: %s', ([, read]) => {
  it.skipIf(read === null)('reads what the mails have (skipped where it is not installed)', () => {
    expect(read?.(written)).toEqual(CASES.map(([, facts]) => facts))
  })
})

describe('F1: a mail by SMTP', async () => {
  const raws = await sentBySmtp()

  it('has the calendar once to be answered and once as a file, to the octet, with the method of its file', async () => {
    const parsed = await Promise.all(raws.map((raw) => simpleParser(raw)))
    const parts = parsed.map(({ attachments }) =>
      attachments.map(({ filename, headers, content }) => ({
        type: headers.get('content-type'),
        filename,
        content: content.toString(),
      })),
    )
    expect(parts).toEqual(
      CASES.map(([{ method, content }]) => [
        { type: { value: 'text/calendar', params: { charset: 'utf-8', method } }, filename: undefined, content },
        { type: { value: 'application/ics', params: { name: 'invite.ics' } }, filename: 'invite.ics', content },
      ]),
    )
    for (const { text, html } of parsed) {
      expect(text?.trim()).toBe(LONG.trim())
      expect(html).toBe(`<p>${LONG}</p>`)
    }
  })

  it('has no line that is too long, and no calendar with one', () => {
    for (const raw of raws) expect(longestLine(raw)).toBeLessThanOrEqual(998)
    for (const text of written) expect(longestLine(Buffer.from(text))).toBeLessThanOrEqual(75)
  })

  const python = findPython('email')
  it.skipIf(python === null)('has the tree that mail programs look for, as Python reads it', () => {
    const trees = run(
      python ?? '',
      ['-c', PYTHON_EMAIL],
      raws.map((raw) => raw.toString('latin1')),
    )
    expect(trees).toEqual(
      CASES.map(([{ method, content }]) => ({
        defects: 0,
        type: 'multipart/mixed',
        parts: [
          {
            type: 'multipart/alternative',
            parts: [
              { type: 'text/plain', charset: 'utf-8', content: LONG },
              { type: 'text/html', charset: 'utf-8', content: `<p>${LONG}</p>` },
              { type: 'text/calendar', charset: 'utf-8', method, content },
            ],
          },
          { type: 'application/ics', name: 'invite.ics', content },
        ],
      })),
    )
  })
})

/** Says what each part is; text has Python’s ends of lines, and calendars keep theirs. */
const PYTHON_EMAIL = `
import json, sys
from email import message_from_bytes, policy

def read(part):
    facts = {'type': part.get_content_type()}
    if part.is_multipart():
        facts['parts'] = [read(inner) for inner in part.iter_parts()]
        return facts
    for name in ('charset', 'method', 'name'):
        if part.get_param(name): facts[name] = part.get_param(name)
    content = part.get_payload(decode=True).decode()
    facts['content'] = content if 'method' in facts or 'name' in facts else content.replace('\\r\\n', '\\n')
    return facts

def defects(part):
    return sum(len(inner.defects) for inner in part.walk())

messages = [message_from_bytes(raw.encode('latin1'), policy=policy.default) for raw in json.load(sys.stdin)]
json.dump([{'defects': defects(message), **read(message)} for message in messages], sys.stdout)
`

it('F1: a mail by Resend has the calendar as a file, to the octet, with the method of its file', async () => {
  const attachments = await attachedByResend()
  expect(attachments).toEqual(
    CASES.map(([{ method, content }]) => ({
      filename: 'invite.ics',
      content_type: `text/calendar; method=${method}; charset=UTF-8`,
      content: Buffer.from(content).toString('base64'),
    })),
  )
})

function longestLine(raw: Buffer): number {
  const lines = raw.toString('latin1').split('\r\n')
  return Math.max(...lines.map(({ length }) => length))
}
