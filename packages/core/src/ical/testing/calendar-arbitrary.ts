import fc from 'fast-check'
import { Temporal } from '../../temporal.ts'
import type { CalendarEvent, CalendarTimes } from '../calendar-event.ts'
import type { Calendar } from '../write-calendar.ts'

export const ZONES = [
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'America/Santiago',
  'Africa/Casablanca',
  'Asia/Gaza',
  'Pacific/Apia',
]

/** What breaks writers: ends of lines, marks of the format, halves of characters, and text that is longer than a line. */
const nasty = fc.constantFrom(
  '\r',
  '\n',
  '\r\n',
  '\0',
  '\u{7}',
  '\u{85}',
  '\u{2028}',
  '\u{202e}',
  '\u{feff}',
  '\t',
  ' ',
  '"',
  "'",
  '^',
  '^n',
  "^'",
  ',',
  ';',
  ':',
  '\\',
  '\\n',
  '\\N',
  '=',
  '\u{d83d}',
  '\u{de00}',
  '😀',
  'ü',
  '<b onclick="x()">',
  '\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\n',
  '\nATTENDEE:mailto:mallory@example.com\n',
  ';TZID=x:',
  'x'.repeat(80),
  'é'.repeat(40),
)

export const hostileText = fc
  .array(fc.oneof(nasty, fc.string({ maxLength: 12, unit: 'binary' }), fc.string({ maxLength: 12 })), { maxLength: 12 })
  .map((pieces) => pieces.join(''))

const email = fc
  .tuple(fc.stringMatching(/^[a-z][a-z0-9_+'-]{0,60}[a-z0-9]$/), fc.stringMatching(/^[a-z]{1,20}\.[a-z]{2,8}$/))
  .map((parts) => parts.join('@'))

const person = fc.record({ email, name: fc.option(hostileText) })

const participant = fc.record({
  email,
  name: fc.option(hostileText),
  status: fc.constantFrom('pending' as const, 'accepted' as const, 'declined' as const, 'tentative' as const),
  isOptional: fc.boolean(),
})

/** Until 2034: tests compare with Temporal, whose polyfill knows of no change of clocks more than ten years ahead. */
const minute = fc.integer({ min: 0, max: 54 * 365 * 1440 })
const timeZone = fc.option(fc.constantFrom('UTC', ...ZONES))

/** `YYYY-MM-DDTHH:mm:ss`, so many minutes after the beginning of 1980 */
function localTime(minutes: number): string {
  return Temporal.PlainDateTime.from('1980-01-01T00:00').add({ minutes }).toString({ smallestUnit: 'second' })
}

const timedTimes = fc
  .record({ start: minute, length: fc.integer({ min: 1, max: 5000 }), timeZone })
  .map(({ start, length, timeZone }): CalendarTimes => ({
    allDay: false,
    startsAt: localTime(start),
    endsAt: localTime(start + length),
    timeZone,
  }))

const wholeDays = fc
  .record({ day: fc.integer({ min: 0, max: 2_900_000 }), length: fc.integer({ min: 1, max: 20 }) })
  .map(({ day, length }): CalendarTimes => ({
    allDay: true,
    startsAt: localTime(day * 1440),
    endsAt: localTime((day + length) * 1440),
    timeZone: null,
  }))

const rule = fc.constantFrom(
  'RRULE:FREQ=DAILY',
  'RRULE:FREQ=WEEKLY;BYDAY=MO,WE;WKST=SU;UNTIL=20300101T000000Z',
  'RRULE:FREQ=MONTHLY;BYDAY=-1FR;COUNT=12;X-OURS=1',
  'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1;UNTIL=20301231',
)
const compactDate = minute.map((minutes) => localTime(minutes).slice(0, 10).replaceAll('-', ''))
const compactTime = minute.map((minutes) => localTime(minutes).replaceAll(/[-:]/g, ''))

function recurrenceOf({ allDay }: CalendarTimes): fc.Arbitrary<string> {
  const dates = (name: string, value: fc.Arbitrary<string>) =>
    fc.uniqueArray(value, { minLength: 1, maxLength: 9 }).map((values) => `${name}:${values.join(',')}`)
  const lines = [
    dates('RDATE;VALUE=DATE', compactDate),
    ...(allDay ? [] : [dates('RDATE', compactTime)]),
    ...(allDay ? [] : [dates('EXDATE', compactTime)]),
    dates('EXDATE;VALUE=DATE', compactDate),
  ]
  return fc
    .tuple(rule, ...lines.map((line) => fc.option(line)))
    .map((list) => list.filter((line) => line !== null).join('\n'))
}

const details = fc.record({
  uid: hostileText.map((text) => `${text}@example.com`),
  sequence: fc.nat(999_999_999),
  title: hostileText,
  description: fc.option(fc.oneof({ weight: 9, arbitrary: hostileText }, fc.constant('äöü, '.repeat(2000)))),
  location: fc.option(hostileText),
  meetingLink: fc.option(fc.webUrl({ withQueryParameters: true, withFragments: true })),
  status: fc.constantFrom('CONFIRMED' as const, 'TENTATIVE' as const, 'CANCELLED' as const),
  showsAs: fc.constantFrom('BUSY' as const, 'FREE' as const),
  organizer: fc.option(person),
  participants: fc.uniqueArray(participant, { maxLength: 4, selector: ({ email }) => email }),
})

const noOriginal = { originalStartsAt: null, originalTimeZone: null }

const singleEvent = fc
  .record({ details, times: fc.oneof(timedTimes, wholeDays) })
  .map(({ details, times }): CalendarEvent => ({ ...details, ...times, recurrence: null, ...noOriginal }))

/** A series and some of its exceptions, which may have moved to another zone. */
const series = fc
  .oneof(timedTimes, wholeDays)
  .chain((times) =>
    fc.record({
      times: fc.constant(times),
      details,
      recurrence: recurrenceOf(times),
      exceptions: fc.array(fc.record({ details, times: times.allDay ? wholeDays : timedTimes }), { maxLength: 3 }),
    }),
  )
  .map(({ times, details, recurrence, exceptions }): CalendarEvent[] => [
    { ...details, ...times, recurrence, ...noOriginal },
    ...exceptions.map((exception): CalendarEvent => {
      const isMoved = times.timeZone !== null && exception.times.timeZone !== null
      const { uid } = details
      const timeZone = isMoved ? exception.times.timeZone : times.timeZone
      return {
        ...exception.details,
        uid,
        ...exception.times,
        timeZone,
        recurrence: null,
        originalStartsAt: times.startsAt,
        originalTimeZone: times.timeZone,
      }
    }),
  ])

/** Calendars as other code may hand them over, with whatever people typed. */
export const hostileCalendar: fc.Arbitrary<Calendar> = fc.record({
  method: fc.constantFrom(null, 'PUBLISH' as const, 'REQUEST' as const),
  writtenAt: fc.nat(4_000_000_000).map((seconds) => Temporal.Instant.fromEpochMilliseconds(seconds * 1000)),
  events: fc
    .array(
      fc.oneof(
        singleEvent.map((event) => [event]),
        series,
      ),
      { maxLength: 3 },
    )
    .map((lists) => lists.flat()),
})

/** The same calendars at each call. */
export function sampleCalendars(count: number): Calendar[] {
  return fc.sample(hostileCalendar, { numRuns: count, seed: 1 })
}
