import fc from 'fast-check'
import type { CalendarEvent, CalendarPerson } from '../../ical/calendar-event.ts'
import { Temporal } from '../../temporal.ts'
import { EVENT_MAIL_KINDS, type MailContent } from '../mail-content.ts'
import { movedOccurrence, PLANNING, sampleContent, WEEKLY } from './sample-content.ts'

const nasty = fc.constantFrom(
  '\r',
  '\n',
  '\r\n',
  '\0',
  '\u{1b}',
  '\u{85}',
  '\u{2028}',
  '\u{200f}',
  '\u{202e}',
  '\u{2066}',
  '\u{feff}',
  '\t',
  ' ',
  '"',
  "'",
  '<',
  '>',
  '&',
  '&lt;',
  '&#0;',
  '\\',
  '\\n',
  ';',
  ',',
  ':',
  '@',
  '=',
  '%0d%0a',
  '\u{d83d}',
  '\u{de00}',
  '👩‍👩‍👧',
  'שלום',
  '<script>alert(1)</script>',
  '</td></tr></table>',
  '</title><style>',
  '-->',
  '<!--[if mso]>',
  '"><a href="javascript:alert(1)">',
  '" onclick="x()',
  '\r\nBcc: x@example.org',
  '\nWhen: tomorrow\n',
  '\n-- \n',
  '\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\n',
  '\nATTENDEE:mailto:mallory@example.org\n',
  'Ana <ana@example.org>',
  'é'.repeat(40),
)

const INVISIBLE = /[\p{Cc}\u{2028}\u{2029}\u{202a}-\u{202e}\u{2066}-\u{2069}]/gu

/** An independent reading of what may be left of a text. */
export function visible(text: string): string[] {
  const lines = text
    .split(/\r\n|[\r\n\u{2028}\u{2029}]/u)
    .map((line) => line.replaceAll('\t', ' ').replaceAll(INVISIBLE, ''))
  return lines.join('\n').toWellFormed().trim().split('\n')
}

/** Nothing, or something that can be seen: programs differ in whether marks alone are something. */
const hostileText = fc
  .oneof(
    { weight: 999, arbitrary: fc.array(fc.oneof(nasty, fc.string({ maxLength: 8 })), { maxLength: 8 }) },
    { weight: 1, arbitrary: fc.constant(['ü<&"\n'.repeat(2000)]) },
  )
  .map((pieces) => pieces.join(''))
  .map((text) => (/[^\s\p{C}]/u.test(visible(text).join(' ')) ? text : ''))

const BAD_LINKS = [
  'javascript:alert(1)',
  ' https://example.org',
  'JavaScript:alert(1)//https://example.org',
  'data:text/html,<script>',
  'https://example.org/"onclick="x()',
  'https://example.org/\r\nBcc: x@example.org',
  'https://example.org/\u{202e}moc',
  'https://example.org/<b>',
  'https://a b',
  'mailto:x@example.org',
  '//example.org',
  '',
]
const GOOD_LINKS = [
  'https://meet.example.com/a?b=1&amp;c=2&d=3#e',
  "http://example.com/it's;a,b:c@d(e)*!$~[f]",
  'HTTPS://user@example.com:8443/%22%3E%3Cscript%3E',
  'https://example.com/ünï/שלום/😀',
]

const address = fc.oneof(
  { weight: 4, arbitrary: fc.nat(20).map((number) => `p${number}@example.com`) },
  fc.constantFrom(
    'x@example.com\r\nBcc: y@example.org',
    'a@b@c',
    '"x"@example.com',
    'x@example.com,y@example.org',
    '<b>@x',
  ),
)

const hostilePerson = fc.record({ email: address, name: fc.option(hostileText) })
const participant = fc.record({
  email: address,
  name: fc.option(hostileText),
  status: fc.constantFrom('pending' as const, 'accepted' as const),
  isOptional: fc.boolean(),
})

const written = fc.record({
  title: hostileText,
  description: fc.option(hostileText),
  location: fc.option(hostileText),
  meetingLink: fc.option(fc.constantFrom(...GOOD_LINKS, ...BAD_LINKS)),
  organizer: fc.option(hostilePerson),
  participants: fc.uniqueArray(participant, { maxLength: 3, selector: ({ email }) => email }),
})

const TIMES: Partial<CalendarEvent>[] = [
  {},
  { timeZone: null },
  { timeZone: 'Asia/Kolkata' },
  { startsAt: '2026-03-29T01:30:00', endsAt: '2026-03-30T00:00:00' },
  { allDay: true, timeZone: null, startsAt: '2026-03-10T00:00:00', endsAt: '2026-03-12T00:00:00' },
]
const MOVED = movedOccurrence('2026-03-17T10:00:00', '2026-03-18T10:00:00', '2026-03-18T11:00:00')
/** Fewer of those with a zone to write, which takes longer than all the rest. */
const times = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom(...TIMES) },
  { weight: 1, arbitrary: fc.constantFrom({ recurrence: WEEKLY.recurrence }, MOVED) },
)

/** What anybody may have written into an event, a profile or a file that was imported. */
export const hostileContent: fc.Arbitrary<MailContent> = fc
  .record({
    kind: fc.constantFrom(...EVENT_MAIL_KINDS),
    times,
    event: written,
    uid: hostileText,
    previous: fc.option(written, { freq: 3 }),
    exception: fc.option(written),
    names: fc.record({ recipient: fc.option(hostileText), sender: hostileText }),
    answerUrl: fc.option(fc.constant('https://scheduling.astralis.example/answer/abc')),
    timeZone: fc.constantFrom('Europe/Berlin', 'America/New_York', 'UTC'),
    second: fc.nat(4_000_000),
  })
  .map(({ kind, times, event, uid, previous, exception, names, answerUrl, timeZone, second }) => {
    const base = { ...PLANNING, ...times, uid: `${uid}@example.com` }
    return sampleContent({
      kind,
      event: { ...base, ...event },
      exceptions: exception && base.recurrence !== null ? [{ ...MOVED, uid: base.uid, ...exception }] : [],
      previous: previous && { ...base, ...previous },
      recipient: { email: 'p1@example.com', name: names.recipient, timeZone },
      sender: { email: 'scheduling@astralis.example', name: names.sender },
      writtenAt: Temporal.Instant.fromEpochMilliseconds(1_772_000_000_000 + second * 1000),
      answerUrl,
    })
  })

/** The same content with words that can do no harm: what is equal stays equal, what is empty or has lines stays so. */
export function harmlessTwin(content: MailContent): MailContent {
  const words = new Map<string, string>()
  const wordOf = (text: string) => {
    if (!words.has(text)) words.set(text, `word${words.size}`)
    return words.get(text) ?? ''
  }
  const line = (text: string) => {
    const pieces = visible(text)
      .map((piece) => piece.trim())
      .filter(Boolean)
    return pieces.length === 0 ? '' : wordOf(pieces.join(' '))
  }
  const lines = (text: string) => {
    const pieces = visible(text)
    const all = wordOf(pieces.join('\n'))
    return pieces.map((piece) => (piece.trim() === '' ? '' : all)).join('\n')
  }
  const email = (text: string) => (/^[\w.]+@[\w.]+$/.test(text) ? text : `no address ${wordOf(text)}`)
  const person = <P extends CalendarPerson>(one: P): P => ({
    ...one,
    email: email(one.email),
    name: one.name && line(one.name),
  })
  const event = (one: CalendarEvent): CalendarEvent => ({
    ...one,
    uid: wordOf(one.uid),
    title: line(one.title),
    description: one.description && lines(one.description),
    location: one.location && line(one.location),
    meetingLink: one.meetingLink && harmlessLink(one.meetingLink, wordOf),
    organizer: one.organizer && person(one.organizer),
    participants: one.participants.map(person),
  })
  return {
    ...content,
    event: event(content.event),
    exceptions: content.exceptions.map(event),
    previous: content.previous && event(content.previous),
    recipient: person(content.recipient),
    sender: { ...content.sender, name: line(content.sender.name) },
  }
}

function harmlessLink(link: string, wordOf: (text: string) => string): string | null {
  return BAD_LINKS.includes(link) ? `no link ${wordOf(link)}` : `https://example.com/${wordOf(link)}`
}
