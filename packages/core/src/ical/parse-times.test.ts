import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Temporal } from '../temporal.ts'
import { parseCalendar } from './parse-calendar.ts'
import { ZONES } from './testing/calendar-arbitrary.ts'
import { calendarOf, eventOf, readOne } from './testing/event-lines.ts'
import { writeCalendar } from './write-calendar.ts'

const START = 'DTSTART;TZID=Europe/Berlin:20260317T100000'

describe('start and end', () => {
  it.each([
    [['DTSTART:20260317T090000Z', 'DTEND:20260317T100000Z'], '2026-03-17T09:00:00', '2026-03-17T10:00:00', 'UTC'],
    [['DTSTART:20260317T090000', 'DTEND:20260317T100000'], '2026-03-17T09:00:00', '2026-03-17T10:00:00', null],
    [['DTSTART:2026-03-17T09:00', 'DTEND:2026-03-17t10:00:30'], '2026-03-17T09:00:00', '2026-03-17T10:00:30', null],
    [
      [START, 'DTEND;TZID=Europe/Berlin:20260317T110000'],
      '2026-03-17T10:00:00',
      '2026-03-17T11:00:00',
      'Europe/Berlin',
    ],
    [[START, 'DTEND:20260317T100000Z'], '2026-03-17T10:00:00', '2026-03-17T11:00:00', 'Europe/Berlin'],
    [
      [START, 'DTEND;TZID=America/New_York:20260317T100000'],
      '2026-03-17T10:00:00',
      '2026-03-17T15:00:00',
      'Europe/Berlin',
    ],
    [[START, 'DURATION:PT1H30M'], '2026-03-17T10:00:00', '2026-03-17T11:30:00', 'Europe/Berlin'],
    [['DTSTART;VALUE=DATE:20240228'], '2024-02-28T00:00:00', '2024-02-29T00:00:00', null],
    [['DTSTART;VALUE=DATE:20260317', 'DTEND;VALUE=DATE:20260319'], '2026-03-17T00:00:00', '2026-03-19T00:00:00', null],
    [['DTSTART:20260317', 'DURATION:P2W'], '2026-03-17T00:00:00', '2026-03-31T00:00:00', null],
    [['DTSTART:20260317', 'DURATION:PT25H'], '2026-03-17T00:00:00', '2026-03-19T00:00:00', null],
    // A day is as long as the clocks make it, 24 hours are not.
    [
      ['DTSTART;TZID=Europe/Berlin:20260328T120000', 'DURATION:P1D'],
      '2026-03-28T12:00:00',
      '2026-03-29T12:00:00',
      'Europe/Berlin',
    ],
    [
      ['DTSTART;TZID=Europe/Berlin:20260328T120000', 'DURATION:PT24H'],
      '2026-03-28T12:00:00',
      '2026-03-29T13:00:00',
      'Europe/Berlin',
    ],
    [
      ['DTSTART;TZID=Europe/Berlin:20560401T120000', 'DTEND:20560401T110000Z'],
      '2056-04-01T12:00:00',
      '2056-04-01T13:00:00',
      'Europe/Berlin',
    ],
  ])('%j', (lines, startsAt, endsAt, timeZone) => {
    const { event, problems } = readOne(lines)
    expect(event).toMatchObject({ startsAt, endsAt, timeZone, allDay: /:\d{8}$/.test(lines[0] ?? '') })
    expect(problems).toEqual([])
  })

  it.each([
    [[START], '2026-03-17T10:00:00', 'ends as it starts'],
    [[START, 'DTEND;TZID=Europe/Berlin:20260317T090000'], '2026-03-17T10:00:00', 'ends as it starts'],
    [[START, 'DTEND;TZID=Europe/Berlin:20260317T100000'], '2026-03-17T10:00:00', 'ends as it starts'],
    [[START, 'DTEND:later'], '2026-03-17T10:00:00', 'Expected a date or a time in DTEND, found "later"'],
    [[START, 'DTEND:20260317T110000'], '2026-03-17T11:00:00', 'both are dates, have a zone, or have none'],
    [[START, 'DTEND;VALUE=DATE:20260318'], '2026-03-18T00:00:00', 'both are dates, have a zone, or have none'],
    [[START, 'DURATION:-PT1H'], '2026-03-17T10:00:00', 'ends as it starts'],
    [[START, 'DURATION:P1M'], '2026-03-17T10:00:00', 'Expected a DURATION such as PT1H30M, found "P1M"'],
    [[START, 'DURATION:P99999999999999999999W'], '2026-03-17T10:00:00', 'Expected a DURATION'],
    [['DTSTART:20260317', 'DTEND:20260317'], '2026-03-18T00:00:00', 'lasts one day'],
    [
      ['DTSTART:20260317', 'DTEND:20260318T120000Z'],
      '2026-03-19T00:00:00',
      'both are dates, have a zone, or have none',
    ],
  ])('%j is read with a problem', (lines, endsAt, message) => {
    const { event, problems } = readOne(lines)
    expect(event.endsAt).toBe(endsAt)
    expect(problems.join(' ')).toContain(message)
  })

  it.each(['20260230', '20260317T250000', '20261301', '00000101', '2026', '20260317T10', 'T100000'])(
    'there is no %s',
    (text) => {
      expect(parseCalendar(calendarOf(eventOf(`DTSTART:${text}`)))).toMatchObject({
        events: [],
        problems: [{ line: 2 }, { line: 4 }],
      })
    },
  )
})

it('whole days that end after the year 9999 are left out', () => {
  const message = 'Expected an end in the year 9999 or before; the event is left out.'
  expect(parseCalendar(calendarOf(eventOf('DTSTART:99991231')))).toEqual({
    events: [],
    problems: [{ line: 2, message }],
  })
})

const windows = (tzid: string) => [
  'BEGIN:VTIMEZONE',
  `TZID:${tzid}`,
  'BEGIN:STANDARD',
  'DTSTART:16010101T030000',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10',
  'END:STANDARD',
  'BEGIN:DAYLIGHT',
  'DTSTART:16010101T020000',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3',
  'END:DAYLIGHT',
  'END:VTIMEZONE',
]
const fixed = (tzid: string, offset: string, ...more: string[]) => [
  'BEGIN:VTIMEZONE',
  `TZID:${tzid}`,
  ...more,
  'BEGIN:STANDARD',
  'DTSTART:19700101T000000',
  `TZOFFSETFROM:${offset}`,
  `TZOFFSETTO:${offset}`,
  'END:STANDARD',
  'END:VTIMEZONE',
]

describe('a time zone', () => {
  it.each([
    ['Europe/Berlin', 'Europe/Berlin'],
    ['"Europe/Berlin"', 'Europe/Berlin'],
    ['europe/berlin', 'Europe/Berlin'],
    ['America/Los Angeles', 'America/Los_Angeles'],
    ['America/Argentina/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
    ['/freeassociation.sourceforge.net/Europe/Berlin', 'Europe/Berlin'],
    ['/freeassociation.sourceforge.net/Tzfile/America/Argentina/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
    ['/mozilla.org/20050126_1/Europe/Berlin', 'Europe/Berlin'],
    ['/citadel.org/20210210_1/UTC', 'UTC'],
    ['posix/Europe/Vaduz', 'Europe/Vaduz'],
    ['W. Europe Standard Time', 'Europe/Berlin'],
    ['"Eastern Standard Time"', 'America/New_York'],
    ['tokyo standard time', 'Asia/Tokyo'],
    ['Etc/UTC', 'UTC'],
    ['GMT', 'UTC'],
  ])('%s is known by its name', (tzid, timeZone) => {
    const { event, problems } = readOne([`DTSTART;TZID=${tzid}:20260317T100000`, 'DURATION:PT1H'])
    expect(event).toMatchObject({ startsAt: '2026-03-17T10:00:00', endsAt: '2026-03-17T11:00:00', timeZone })
    expect(problems).toEqual([])
  })

  it.each([
    ['Ours', fixed('Ours', '+0100', 'X-LIC-LOCATION:Europe/Berlin'), 'Europe/Berlin'],
    ['(UTC+01:00) Amsterdam Berlin Rome', windows('(UTC+01:00) Amsterdam Berlin Rome'), 'Europe/Berlin'],
    ['Customized Paris', windows('Customized Paris'), 'Europe/Paris'],
    ['UTC+11', fixed('UTC+11', '+1100'), 'Etc/GMT-11'],
    ['India', fixed('India', '+05:30'), 'Asia/Calcutta'],
    ['Nowhere', fixed('Nowhere', '+0000'), 'UTC'],
    [
      'Notes',
      windows('Notes').map((line) => line.replace('YEARLY', 'YEARLY;BYHOUR=2;BYMINUTE=0').replace('T03', 'T02')),
      'Europe/Berlin',
    ],
  ])('%s is known by its VTIMEZONE', (tzid, zone, timeZone) => {
    const { event, problems } = readOne([`DTSTART;TZID="${tzid}":20260717T100000`, 'DURATION:PT1H'], zone)
    expect(event).toMatchObject({ startsAt: '2026-07-17T10:00:00', timeZone })
    expect(problems).toEqual([])
  })

  it('with offsets that no zone has is given in UTC', () => {
    const zone = fixed('Ship', '-003426')
    const { event, problems } = readOne(['DTSTART;TZID=Ship:20260317T100000', 'DTEND;TZID=Ship:20260317T110000'], zone)
    expect(event).toMatchObject({ startsAt: '2026-03-17T10:34:26', endsAt: '2026-03-17T11:34:26', timeZone: 'UTC' })
    expect(problems).toEqual(['No time zone has the offsets of "Ship" in 2026; its times are given in UTC.'])
  })

  it.each([
    ['no VTIMEZONE', [], 'Expected an IANA or Windows time zone or a VTIMEZONE for "Ship"'],
    ['no offset', fixed('Ship', 'none'), 'The VTIMEZONE of "Ship" can not be read'],
    [
      'a change each second',
      windows('Ship').map((line) => line.replace('YEARLY', 'SECONDLY')),
      'The VTIMEZONE of "Ship" can not',
    ],
  ])('with %s leaves times without a zone', (_, zone, message) => {
    const { event, problems } = readOne(['DTSTART;TZID=Ship:20260317T100000', 'DTEND;TZID=Ship:20260317T110000'], zone)
    expect(event).toMatchObject({ startsAt: '2026-03-17T10:00:00', endsAt: '2026-03-17T11:00:00', timeZone: null })
    expect(problems).toEqual([expect.stringContaining(message)])
  })

  it.each(['BST', 'IST', 'CST', 'Ours/PST'])('%s is an abbreviation, which means several zones', (tzid) => {
    const { event, problems } = readOne([`DTSTART;TZID=${tzid}:20260317T100000`, 'DURATION:PT1H'])
    expect(event.timeZone).toBeNull()
    expect(problems).toEqual([expect.stringContaining('Expected an IANA or Windows time zone')])
  })

  it('means what its own calendar says, and else what another one of the file says', () => {
    const event = eventOf('DTSTART;TZID=Ours:20260717T100000', 'DURATION:PT1H')
    const text =
      calendarOf(...fixed('Ours', '+0300'), event) + calendarOf(event, ...windows('Ours')) + calendarOf(event)
    const zones = parseCalendar(text).events.map(({ timeZone }) => timeZone)
    expect(zones).toEqual(['Etc/GMT-3', 'Europe/Berlin', 'Etc/GMT-3'])
  })

  it('under another name is found by its offsets, at the same instants', () => {
    const local = fc
      .integer({ min: 0, max: 15 * 365 })
      .map((days) => Temporal.PlainDateTime.from('2020-01-01T12:00').add({ days }))
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), local, (timeZone, start) => {
        const startsAt = start.toString({ smallestUnit: 'second' })
        const endsAt = start.add({ hours: 1 }).toString({ smallestUnit: 'second' })
        const { event } = readOne([`DTSTART;TZID=${timeZone}:20200101T000000`, 'DURATION:PT1H'])
        const series = { ...event, uid: '1', startsAt, endsAt, recurrence: 'RRULE:FREQ=DAILY' }
        const text = writeCalendar({
          method: null,
          writtenAt: Temporal.Instant.from('2026-01-01T00:00Z'),
          events: [series],
        })
        const [read] = parseCalendar(text.replaceAll(timeZone, 'Ours')).events
        const instantOf = (at: string, zone: string) =>
          Temporal.PlainDateTime.from(at).toZonedDateTime(zone).toInstant().toString()
        expect(instantOf(read?.startsAt ?? '', read?.timeZone ?? '')).toBe(instantOf(startsAt, timeZone))
      }),
    )
  })
})

describe('a series', () => {
  const ends = 'DTEND;TZID=Europe/Berlin:20260317T110000'
  it.each([
    [['RRULE:FREQ=WEEKLY;UNTIL=20260601T000000Z'], 'RRULE:FREQ=WEEKLY;UNTIL=20260601T000000Z'],
    [['rrule:freq=weekly; byday=mo, tu'], 'RRULE:FREQ=WEEKLY;BYDAY=MO,TU'],
    [['EXDATE;TZID=Europe/Berlin:20260324T100000', 'RRULE:FREQ=WEEKLY'], 'RRULE:FREQ=WEEKLY\nEXDATE:20260324T100000'],
    [['EXDATE:20260324T090000Z,20260331T080000Z'], 'EXDATE:20260324T100000,20260331T100000'],
    [['RDATE;TZID=America/New_York:20260324T050000'], 'RDATE:20260324T100000'],
    [['EXDATE:20260324T100000'], 'EXDATE:20260324T100000'],
    [['EXDATE;VALUE=DATE:20260324,20260331'], 'EXDATE;VALUE=DATE:20260324,20260331'],
    [['EXDATE:20260324,20260331T100000,20260324'], 'EXDATE:20260331T100000\nEXDATE;VALUE=DATE:20260324'],
    [[], null],
  ])('%j', (lines, recurrence) => {
    const { event, problems } = readOne([START, ends, ...lines])
    expect(event.recurrence).toBe(recurrence)
    expect(problems).toEqual([])
  })

  it.each([
    [
      'RDATE;VALUE=PERIOD:20260324T090000Z/PT1H,20260331T080000Z/PT1H',
      'RDATE:20260324T100000,20260331T100000',
      'only the starts',
    ],
    ['EXDATE:20260324T100000,later,', 'EXDATE:20260324T100000', 'found "later"'],
    ['EXDATE:', null, 'Expected dates or times in EXDATE, found ""'],
  ])('%s is read with a problem', (line, recurrence, message) => {
    const { event, problems } = readOne([START, ends, line])
    expect(event.recurrence).toBe(recurrence)
    expect(problems).toEqual([expect.stringContaining(message)])
  })

  it('of whole days leaves out days', () => {
    const { event } = readOne([
      'DTSTART;VALUE=DATE:20260317',
      'RRULE:FREQ=DAILY',
      'EXDATE:20260318T000000,20260319T000000Z',
    ])
    expect(event.recurrence).toBe('RRULE:FREQ=DAILY\nEXDATE;VALUE=DATE:20260318,20260319')
  })

  it.each([
    [['RECURRENCE-ID;TZID=Europe/Berlin:20260324T100000'], '2026-03-24T10:00:00', 'Europe/Berlin'],
    [['RECURRENCE-ID:20260324T090000Z'], '2026-03-24T09:00:00', 'UTC'],
    [['RECURRENCE-ID;VALUE=DATE:20260324'], '2026-03-24T00:00:00', null],
    [['SUMMARY:No exception'], null, null],
  ])('has an exception with %j', (lines, originalStartsAt, originalTimeZone) => {
    const { event, problems } = readOne([START, ends, ...lines])
    expect(event).toMatchObject({ originalStartsAt, originalTimeZone })
    expect(problems).toEqual([])
  })

  it('an exception is of one occurrence, and where it was if it does not say', () => {
    const { event, problems } = readOne([
      'RECURRENCE-ID;RANGE=THISANDFUTURE:20260324T090000Z',
      'DURATION:PT1H',
      'RRULE:FREQ=DAILY',
    ])
    expect(event).toMatchObject({ startsAt: '2026-03-24T09:00:00', timeZone: 'UTC', recurrence: null })
    expect(problems).toEqual([
      'Expected DTSTART with a date or a time; RECURRENCE-ID is taken for it.',
      'RANGE is not read; the change is of one occurrence.',
      'Expected no RRULE beside RECURRENCE-ID; it is left out.',
    ])
  })
})
