import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { Temporal } from '../temporal.ts'
import type { CalendarEvent, CalendarPerson } from './calendar-event.ts'
import { parseCalendar } from './parse-calendar.ts'
import { decodeText } from './property.ts'
import { hostileCalendar } from './testing/calendar-arbitrary.ts'
import { type Calendar, writeCalendar } from './write-calendar.ts'

const WRITTEN_AT = Temporal.Instant.from('2026-03-01T12:00:00Z')

const MEETING: CalendarEvent = {
  uid: 'meeting@example.com',
  sequence: 1,
  title: 'Planning; first, part',
  description: 'Back\\slash\nand a line',
  location: null,
  meetingLink: 'https://meet.example.com/a,b;c',
  allDay: false,
  startsAt: '2026-03-27T10:00:00',
  endsAt: '2026-03-27T11:30:00',
  timeZone: 'Europe/Berlin',
  recurrence: null,
  originalStartsAt: null,
  originalTimeZone: null,
  status: 'CONFIRMED',
  showsAs: 'BUSY',
  organizer: { email: 'ana@example.com', name: 'Ana "the" Boss, Dr.' },
  participants: [
    { email: 'ben@example.com', name: null, status: 'pending', isOptional: false },
    { email: 'cleo@example.com', name: 'Cleo', status: 'declined', isOptional: true },
  ],
}

function linesOf(events: CalendarEvent[], method: Calendar['method'] = 'REQUEST'): string[] {
  return writeCalendar({ method, writtenAt: WRITTEN_AT, events }).replaceAll('\r\n ', '').split('\r\n')
}

/** What of a text may come out again: an independent reading of what the writer promises. */
function clean(text: string | null, isOneLine: boolean): string {
  const broken = (text ?? '').replaceAll('\r\n', '\n').replaceAll(/[\r\u{2028}\u{2029}]/gu, '\n')
  const characters = Array.from(broken).filter(
    (character) => character === '\n' || character === '\t' || !/\p{Cc}/u.test(character),
  )
  const whole = characters.join('').toWellFormed().trim()
  const pieces = whole.split(/[\n\t]+/).map((piece) => piece.trim())
  return isOneLine ? pieces.filter(Boolean).join(' ') : whole
}

const cleanPerson = <P extends CalendarPerson>(person: P): P => ({ ...person, name: clean(person.name, true) || null })

function inUtc(local: string, timeZone: string): string {
  const there = Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone).withTimeZone('UTC')
  return there.toPlainDateTime().toString({ smallestUnit: 'second' })
}

/** What a reader gets: clean texts, and single events in UTC. */
function expected(event: CalendarEvent): CalendarEvent {
  const { timeZone, startsAt, endsAt, recurrence, originalStartsAt } = event
  const isSingle = timeZone !== null && recurrence === null && originalStartsAt === null
  return {
    ...event,
    uid: clean(event.uid, true),
    title: clean(event.title, true),
    description: clean(event.description, false) || null,
    location: clean(event.location, true) || null,
    organizer: event.organizer && cleanPerson(event.organizer),
    participants: event.participants.map(cleanPerson),
    ...(isSingle ? { startsAt: inUtc(startsAt, timeZone), endsAt: inUtc(endsAt, timeZone), timeZone: 'UTC' } : {}),
  }
}

/** An event whose start a change of clocks skips may begin after its end: no file can say that. */
const isInOrder = (event: CalendarEvent) => expected(event).startsAt < expected(event).endsAt
const anyCalendar = hostileCalendar.map((calendar) => ({ ...calendar, events: calendar.events.filter(isInOrder) }))

describe('writeCalendar', () => {
  it('writes a single event in UTC', () => {
    expect(linesOf([MEETING])).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//AstralisOps//Scheduling//EN',
      'METHOD:REQUEST',
      'BEGIN:VEVENT',
      'UID:meeting@example.com',
      'DTSTAMP:20260301T120000Z',
      'SEQUENCE:1',
      'DTSTART:20260327T090000Z',
      'DTEND:20260327T103000Z',
      String.raw`SUMMARY:Planning\; first\, part`,
      String.raw`DESCRIPTION:Back\\slash\nand a line`,
      'URL:https://meet.example.com/a,b;c',
      'STATUS:CONFIRMED',
      'TRANSP:OPAQUE',
      `ORGANIZER;CN="Ana ^'the^' Boss, Dr.":mailto:ana@example.com`,
      'ATTENDEE;PARTSTAT=NEEDS-ACTION;ROLE=REQ-PARTICIPANT;RSVP=TRUE:mailto:ben@example.com',
      'ATTENDEE;CN=Cleo;PARTSTAT=DECLINED;ROLE=OPT-PARTICIPANT:mailto:cleo@example.com',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ])
  })

  it('writes a series and its exception in their zone, which it describes once', () => {
    const series = { ...MEETING, recurrence: 'RRULE:FREQ=WEEKLY;UNTIL=20260601T000000Z\nEXDATE:20260403T100000' }
    const moved = { ...MEETING, originalStartsAt: '2026-04-10T10:00:00', originalTimeZone: 'Europe/Berlin' }
    const lines = linesOf([series, { ...moved, startsAt: '2026-04-10T12:00:00', endsAt: '2026-04-10T13:00:00' }])
    expect(lines.filter((line) => /^(BEGIN|DTSTART;|DTEND|RRULE|EXDATE|RECURRENCE-ID)/.test(line))).toEqual([
      'BEGIN:VCALENDAR',
      'BEGIN:VTIMEZONE',
      'BEGIN:DAYLIGHT',
      'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
      'BEGIN:STANDARD',
      'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
      'BEGIN:VEVENT',
      'DTSTART;TZID=Europe/Berlin:20260327T100000',
      'DTEND;TZID=Europe/Berlin:20260327T113000',
      'RRULE:FREQ=WEEKLY;UNTIL=20260601T000000Z',
      'EXDATE;TZID=Europe/Berlin:20260403T100000',
      'BEGIN:VEVENT',
      'RECURRENCE-ID;TZID=Europe/Berlin:20260410T100000',
      'DTSTART;TZID=Europe/Berlin:20260410T120000',
      'DTEND;TZID=Europe/Berlin:20260410T130000',
    ])
  })

  it('writes whole days as dates, in a series too', () => {
    const times = { allDay: true, startsAt: '2026-03-27T00:00:00', endsAt: '2026-03-29T00:00:00', timeZone: null }
    const series = { ...MEETING, ...times, recurrence: 'RRULE:FREQ=YEARLY\nEXDATE;VALUE=DATE:20270327' }
    const exception = { ...MEETING, originalStartsAt: '2028-03-27T00:00:00' }
    const lines = linesOf([series, exception])
    expect(lines.filter((line) => /^(DTSTART|DTEND|EXDATE|RECURRENCE-ID)[^:]*VALUE=DATE:/.test(line))).toEqual([
      'DTSTART;VALUE=DATE:20260327',
      'DTEND;VALUE=DATE:20260329',
      'EXDATE;VALUE=DATE:20270327',
      'RECURRENCE-ID;VALUE=DATE:20280327',
    ])
  })

  it('a cancellation says so, unless it only tells one person that they are not asked any more', () => {
    expect(linesOf([{ ...MEETING, status: 'CANCELLED' }], 'CANCEL')).toContain('STATUS:CANCELLED')
    expect(linesOf([MEETING], 'CANCEL').filter((line) => line.startsWith('STATUS'))).toEqual([])
  })

  it.each(['RRULE:FREQ=DAILY\r\nATTENDEE:mailto:mallory@example.com', 'FREQ=DAILY', 'EXRULE:FREQ=DAILY', ''])(
    'refuses the recurrence %j',
    (recurrence) => {
      expect(() => linesOf([{ ...MEETING, recurrence }])).toThrow(RangeError)
    },
  )
})

describe('whatever people type', () => {
  it('what is written is read back', () => {
    fc.assert(
      fc.property(anyCalendar, (calendar) => {
        expect(parseCalendar(writeCalendar(calendar))).toEqual({ events: calendar.events.map(expected), problems: [] })
      }),
    )
  })

  it('no line is longer than 75 octets, and none is there that the writer did not mean', () => {
    const octetsOf = (line: string) => encodeURIComponent(line).replaceAll(/%../g, '.').length
    const known =
      /^(BEGIN|END|VERSION|PRODID|METHOD|TZID|TZOFFSETFROM|TZOFFSETTO|UID|DTSTAMP|SEQUENCE|DTSTART|DTEND|RRULE|RDATE|EXDATE|RECURRENCE-ID|SUMMARY|DESCRIPTION|LOCATION|URL|STATUS|TRANSP|ORGANIZER|ATTENDEE)[:;]/
    fc.assert(
      fc.property(anyCalendar, (calendar) => {
        const text = writeCalendar(calendar)
        expect(/(?<!\r)\n|\r(?!\n)/.test(text)).toBe(false)
        const physical = text.split('\r\n').slice(0, -1)
        expect(physical.filter((line) => octetsOf(line) > 75)).toEqual([])
        const lines = physical.filter((line) => !line.startsWith(' '))
        expect(lines.filter((line) => !known.test(line))).toEqual([])
        const count = (begin: string) => lines.filter((line) => line.startsWith(begin)).length
        expect(count('BEGIN:VEVENT')).toBe(calendar.events.length)
        expect(count('ATTENDEE')).toBe(calendar.events.flatMap(({ participants }) => participants).length)
      }),
    )
  })

  it('ical.js reads the same', () => {
    fc.assert(
      fc.property(anyCalendar, (calendar) => {
        const root = new ICAL.Component(ICAL.parse(writeCalendar(calendar)))
        const events = root.getAllSubcomponents('vevent')
        expect(events.map(readByIcalJs)).toEqual(calendar.events.map(expected).map(asIcalJsReads))
      }),
      { numRuns: 50 },
    )
  })
})

function readByIcalJs(component: ICAL.Component): Record<string, unknown> {
  const textOf = (name: string) => component.getFirstPropertyValue(name)?.toString() ?? null
  const start = component.getFirstProperty('dtstart')
  return {
    uid: textOf('uid'),
    title: textOf('summary'),
    description: textOf('description'),
    location: textOf('location'),
    startsAt: textOf('dtstart')?.replace('Z', ''),
    endsAt: textOf('dtend')?.replace('Z', ''),
    timeZone: textOf('dtstart')?.endsWith('Z') ? 'UTC' : (start?.getFirstParameter('tzid') ?? null),
    people: component.getAllProperties('attendee').map((attendee) => attendee.getFirstParameter('cn') ?? null),
  }
}

function asIcalJsReads(event: CalendarEvent): Record<string, unknown> {
  const { uid, title, description, location, startsAt, endsAt, allDay, timeZone } = event
  const length = allDay ? 'YYYY-MM-DD'.length : startsAt.length
  return {
    uid,
    title: title || null,
    description,
    location,
    startsAt: startsAt.slice(0, length),
    endsAt: endsAt.slice(0, length),
    timeZone,
    // It takes a name in a parameter for TEXT.
    people: event.participants.map(({ name }) => name && decodeText(name)),
  }
}
