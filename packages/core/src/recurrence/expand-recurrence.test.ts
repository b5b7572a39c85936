import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Temporal } from '../temporal.ts'
import { expandRecurrence } from './expand-recurrence.ts'
import { moveRecurrence } from './move-recurrence.ts'
import type { SeriesTimes } from './recurrence.ts'
import { RecurrenceError } from './recurrence-error.ts'
import { sample, ZONES } from './testing/recurrence-arbitrary.ts'
import { slowRecurrence } from './testing/slow-recurrence.ts'
import { epochOf, formatWall } from './wall-time.ts'

const DAY = 86_400_000
const ALWAYS = { from: 0, to: Infinity, limit: Infinity }

const epoch = (text: string) => Temporal.Instant.from(text).epochMilliseconds
const instants = (starts: readonly number[]) =>
  starts.map((start) => Temporal.Instant.fromEpochMilliseconds(start).toString())
const series = (startsAt: string, timeZone: string, rules: string): SeriesTimes => ({ startsAt, timeZone, rules })

/** A window from some days after the start, for some days. */
const window = fc.record({
  after: fc.oneof(fc.integer({ min: -400, max: 800 }), fc.nat(9000)),
  days: fc.nat(1500),
  limit: fc.constantFrom(1, 2, 5, 40, Infinity),
})
const windowAt = (start: number, { after, days, limit }: { after: number; days: number; limit: number }) => ({
  from: start + after * DAY,
  to: start + (after + days) * DAY,
  limit,
})

describe('B5: the starts of a series', () => {
  it('are those of RFC 5545’s table', () => {
    fc.assert(
      fc.property(sample(), window, ({ series, start, recurrence }, size) => {
        const asked = windowAt(start, size)
        expect(expandRecurrence(series, asked)).toEqual(slowRecurrence(recurrence, start, asked))
      }),
      { numRuns: 200 },
    )
  })

  it('are as many in two windows as in one', () => {
    fc.assert(
      fc.property(sample({ timeZones: ZONES }), window, fc.nat(1500), ({ series, start }, size, more) => {
        const { from, to } = windowAt(start, size)
        const expand = (from: number, to: number) => expandRecurrence(series, { from, to, limit: Infinity })
        expect([...expand(from, to), ...expand(to, to + more * DAY)]).toEqual(expand(from, to + more * DAY))
      }),
      { numRuns: 80 },
    )
  })
})

describe('B5: the parts of a rule', () => {
  it.each([
    [
      'a week that begins in the year before',
      '2027-01-01',
      'YEARLY;BYWEEKNO=53;BYDAY=SA',
      ['2027-01-02', '2033-01-01'],
    ],
    ['every other year of weeks', '2024-12-30', 'YEARLY;INTERVAL=2;BYWEEKNO=1;BYDAY=MO', ['2024-12-30', '2027-01-04']],
    ['a weekday of a month', '2026-01-01', 'YEARLY;BYMONTH=3;BYDAY=2TU;BYSECOND=0', ['2026-03-10', '2027-03-09']],
    ['a weekday of the year', '2026-01-01', 'YEARLY;BYDAY=20MO', ['2026-05-18', '2027-05-17']],
    ['a 53rd weekday, where there is one', '2026-01-01', 'YEARLY;BYDAY=53TH', ['2026-12-31', '2032-12-30']],
    ['Friday the 13th', '2026-04-01', 'MONTHLY;BYDAY=FR;BYMONTHDAY=13', ['2026-11-13', '2027-08-13']],
    ['and of a year', '2026-04-01', 'YEARLY;BYDAY=FR;BYMONTHDAY=13', ['2026-11-13', '2027-08-13']],
    [
      'election day',
      '2026-01-01',
      'YEARLY;INTERVAL=2;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8',
      ['2026-11-03', '2028-11-07'],
    ],
    ['the last weekday', '2026-05-01', 'MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1', ['2026-05-29', '2026-06-30']],
    ['weeks that begin on Sunday', '2026-03-01', 'WEEKLY;INTERVAL=2;BYDAY=SU,MO;WKST=SU', ['2026-03-01', '2026-03-02']],
    ['weeks that begin on Monday', '2026-03-01', 'WEEKLY;INTERVAL=2;BYDAY=SU,MO', ['2026-03-01', '2026-03-09']],
    ['days that not every month has', '2026-01-31', 'MONTHLY', ['2026-01-31', '2026-03-31']],
    ['29 February', '2024-02-29', 'YEARLY', ['2024-02-29', '2028-02-29']],
  ])('%s: from %s FREQ=%s', (_, date, rule, expected) => {
    const starts = expandRecurrence(series(`${date}T00:00:00`, 'UTC', `FREQ=${rule}`), { ...ALWAYS, limit: 2 })
    expect(instants(starts).map((text) => text.slice(0, 10))).toEqual(expected)
  })
})

describe('B5: expanding and then moving is moving and then expanding', () => {
  /** Until an instant that moves with them. */
  const firstOf = (times: SeriesTimes, shift = 0) =>
    expandRecurrence(times, { from: 0, to: epoch('2045-01-01T00:00Z') + shift, limit: 20 })
  /** The rule's own first occurrence, as a local time in UTC; null for none. */
  const firstOfRule = ({ startsAt, rules }: SeriesTimes) => {
    const [rule = ''] = rules.split('\n')
    const [first] = rule.startsWith('RRULE') ? firstOf(series(startsAt, 'UTC', rule)) : []
    return first ?? null
  }
  const withoutTimes = ({ series: { rules } }: { series: SeriesTimes }) => !/BYHOUR|BYMINUTE|BYSECOND/.test(rules)

  it('by the time of day, for every rule', () => {
    fc.assert(
      fc.property(sample().filter(withoutTimes), fc.nat(86_399), ({ series, recurrence }, second) => {
        const from = firstOfRule(series)
        // An added time is moved as far, and then may be left out with another date.
        if (from === null || (recurrence.extra.length > 0 && recurrence.excludedDates.length > 0)) return
        const to = from - (from % DAY) + second * 1000
        const moved = moveRecurrence(series, formatWall(from), formatWall(to))
        expect(firstOf(moved, to - from)).toEqual(firstOf(series).map((start) => start + to - from))
      }),
      { numRuns: 80 },
    )
  })

  it('by days, for those by the day or week', () => {
    const simple = sample({ frequencies: ['DAILY', 'WEEKLY'] }).filter(
      ({ series: { rules } }) => !/BY(?!DAY)/.test(rules),
    )
    const distance = fc
      .tuple(fc.integer({ min: -20, max: 20 }), fc.nat(1439))
      .map(([days, minutes]) => days * DAY + minutes * 60_000)
    fc.assert(
      fc.property(simple, distance, ({ series, recurrence }, distance) => {
        const from = firstOfRule(series)
        if (from === null || (recurrence.extra.length > 0 && recurrence.excludedDates.length > 0)) return
        const moved = moveRecurrence(series, formatWall(from), formatWall(from + distance))
        expect(firstOf(moved, distance)).toEqual(firstOf(series).map((start) => start + distance))
      }),
      { numRuns: 80 },
    )
  })

  it('on the wall in every zone', () => {
    const simple = sample({ timeZones: ZONES, frequencies: ['DAILY', 'WEEKLY'] }).filter(
      ({ recurrence: { rule, excluded, excludedDates }, series: { rules } }) =>
        rule?.until === null && excluded.length + excludedDates.length === 0 && !/BY(?!DAY)/.test(rules),
    )
    const distance = fc.integer({ min: -3000, max: 3000 })
    fc.assert(
      fc.property(simple, distance, ({ series, recurrence }, minutes) => {
        const from = firstOfRule(series)
        if (from === null || recurrence.extra.length > 0) return
        const to = from + minutes * 60_000
        const walls = firstOf({ ...series, timeZone: 'UTC' }).map((start) => start + to - from)
        const expected = [...new Set(walls.map((wall) => epochOf(series.timeZone, wall)))].toSorted((a, b) => a - b)
        const moved = moveRecurrence(series, formatWall(from), formatWall(to))
        expect(firstOf(moved, to - from + DAY).slice(0, expected.length)).toEqual(expected)
      }),
      { numRuns: 80 },
    )
  })
})

describe('B5: clocks that change', () => {
  it.each([
    [
      'a week keeps its time',
      '2026-03-24T09:00',
      'Europe/Berlin',
      'FREQ=WEEKLY;COUNT=2',
      ['2026-03-24T08:00:00Z', '2026-03-31T07:00:00Z'],
    ],
    [
      'and in autumn',
      '2026-10-20T09:00',
      'Europe/Berlin',
      'FREQ=WEEKLY;COUNT=2',
      ['2026-10-20T07:00:00Z', '2026-10-27T08:00:00Z'],
    ],
    [
      'a skipped time is later by the gap',
      '2026-03-28T02:30',
      'Europe/Berlin',
      'FREQ=DAILY;COUNT=3',
      ['2026-03-28T01:30:00Z', '2026-03-29T01:30:00Z', '2026-03-30T00:30:00Z'],
    ],
    [
      'a repeated time is the first',
      '2026-10-24T02:30',
      'Europe/Berlin',
      'FREQ=DAILY;COUNT=3',
      ['2026-10-24T00:30:00Z', '2026-10-25T00:30:00Z', '2026-10-26T01:30:00Z'],
    ],
    [
      'a skipped time in America',
      '2026-03-07T02:30',
      'America/New_York',
      'FREQ=DAILY;COUNT=3',
      ['2026-03-07T07:30:00Z', '2026-03-08T07:30:00Z', '2026-03-09T06:30:00Z'],
    ],
    [
      'a repeated time in America',
      '2026-10-31T01:30',
      'America/New_York',
      'FREQ=DAILY;COUNT=3',
      ['2026-10-31T05:30:00Z', '2026-11-01T05:30:00Z', '2026-11-02T06:30:00Z'],
    ],
    [
      'a gap of half an hour',
      '2026-10-03T02:10',
      'Australia/Lord_Howe',
      'FREQ=DAILY;COUNT=3',
      ['2026-10-02T15:40:00Z', '2026-10-03T15:40:00Z', '2026-10-04T15:10:00Z'],
    ],
    [
      'half an hour that is repeated',
      '2026-04-04T01:45',
      'Australia/Lord_Howe',
      'FREQ=DAILY;COUNT=3',
      ['2026-04-03T14:45:00Z', '2026-04-04T14:45:00Z', '2026-04-05T15:15:00Z'],
    ],
    [
      'a day that never was is the next one',
      '2011-12-29T09:00',
      'Pacific/Apia',
      'FREQ=DAILY;COUNT=4',
      ['2011-12-29T19:00:00Z', '2011-12-30T19:00:00Z', '2011-12-31T19:00:00Z'],
    ],
    [
      'a skipped time and that after it, in order',
      '2026-03-29T02:30',
      'Europe/Berlin',
      'FREQ=DAILY;COUNT=2;BYHOUR=2,3;BYMINUTE=30',
      ['2026-03-29T01:30:00Z'],
    ],
    [
      'not in wall-clock order',
      '2026-03-29T00:00',
      'Europe/Berlin',
      'FREQ=DAILY;COUNT=2;BYHOUR=2,3;BYMINUTE=15,45;BYSETPOS=2,3',
      ['2026-03-29T01:15:00Z', '2026-03-29T01:45:00Z'],
    ],
  ])('%s', (_, startsAt, timeZone, rule, expected) => {
    expect(instants(expandRecurrence(series(`${startsAt}:00`, timeZone, rule), ALWAYS))).toEqual(expected)
  })

  it('the first of an hour that a change shuffles is found by a limit too', () => {
    const shuffled = series('2026-03-29T00:00:00', 'Europe/Berlin', 'FREQ=DAILY;BYHOUR=2,3;BYMINUTE=15,45;BYSETPOS=2,3')
    expect(instants(expandRecurrence(shuffled, { ...ALWAYS, limit: 1 }))).toEqual(['2026-03-29T01:15:00Z'])
  })
})

describe('B5: the end of a series', () => {
  const days = (until: string, timeZone = 'Europe/Berlin') =>
    expandRecurrence(series('2026-03-30T09:00:00', timeZone, `FREQ=DAILY;UNTIL=${until}`), ALWAYS).length

  it.each([
    ['20260401T070000Z', 3],
    ['20260401T065959Z', 2],
    ['20260401T090000', 3],
    ['20260401T085959', 2],
    ['20260401', 3],
    ['20260329', 0],
  ])('UNTIL=%s is included', (until, count) => {
    expect(days(until)).toBe(count)
  })

  it('a date means the whole of it where the series is', () => {
    expect(days('20260401', 'Pacific/Auckland')).toBe(3)
    expect(days('20260401', 'Pacific/Honolulu')).toBe(3)
  })

  it('is not more than 2,000 occurrences away', () => {
    const until =
      (date: string, rule = 'FREQ=DAILY') =>
      () =>
        expandRecurrence(series('2026-03-10T09:00:00', 'Europe/Berlin', `${rule};UNTIL=${date}`), {
          ...ALWAYS,
          limit: 1,
        })
    expect(until('20310830')).not.toThrow()
    expect(until('20310831')).toThrow(RecurrenceError)
    expect(until('20310831')).toThrow(/at most 2000 occurrences until the end.*earlier end, or none/)
    expect(until('99991231')).toThrow(/at most 2000/)
    expect(until('99991231', 'FREQ=YEARLY')).not.toThrow()
    expect(until('20270101', 'FREQ=DAILY;BYHOUR=0,3,6,9,12,15,18,21')).toThrow(/at most 2000/)
  })
})

describe('B5: dates beside a rule', () => {
  const week = (...lines: string[]) =>
    instants(
      expandRecurrence(
        series('2026-03-24T09:00:00', 'Europe/Berlin', ['RRULE:FREQ=WEEKLY;COUNT=3', ...lines].join('\n')),
        ALWAYS,
      ),
    )
  const [first, second, third] = ['2026-03-24T08:00:00Z', '2026-03-31T07:00:00Z', '2026-04-07T07:00:00Z']

  it.each([
    ['local', 'EXDATE:20260331T090000'],
    ['in UTC', 'EXDATE:20260331T070000Z'],
    ['in its zone', 'EXDATE;TZID=Europe/Berlin:20260331T090000'],
    ['in another zone', 'EXDATE;TZID=America/New_York:20260331T030000'],
    ['in quotes', 'EXDATE;TZID="America/New_York":20260331T030000'],
    ['as a date', 'EXDATE;VALUE=DATE:20260331'],
    ['in one line with others', 'EXDATE:20260101T090000,20260331T090000'],
    ['in lines that are folded', 'EXDATE:20260101T090000,2026\r\n 0331T090000'],
  ])('EXDATE %s leaves out', (_, line) => {
    expect(week(line)).toEqual([first, third])
  })

  it('EXDATE at another time leaves nothing out', () => {
    expect(week('EXDATE:20260331T080000', 'EXDATE;VALUE=DATE:20260330')).toEqual([first, second, third])
  })

  it.each([
    ['by the time of the rule', '20260329T023000'],
    ['by the time on the clock', '20260329T033000'],
    ['in UTC', '20260329T013000Z'],
    ['as a date', '20260329'],
  ])('EXDATE leaves out what a clock change moved, %s', (_, text) => {
    const times = series('2026-03-28T02:30:00', 'Europe/Berlin', `RRULE:FREQ=DAILY;COUNT=2\nEXDATE:${text}`)
    expect(instants(expandRecurrence(times, ALWAYS))).toEqual(['2026-03-28T01:30:00Z'])
  })

  it.each([
    ['local', 'RDATE:20260402T110000', '2026-04-02T09:00:00Z'],
    ['in UTC', 'RDATE:20260402T110000Z', '2026-04-02T11:00:00Z'],
    ['in another zone', 'RDATE;TZID=America/New_York:20260402T110000', '2026-04-02T15:00:00Z'],
    ['as a date', 'RDATE;VALUE=DATE:20260402', '2026-04-02T07:00:00Z'],
  ])('RDATE %s adds', (_, line, added) => {
    expect(week(line)).toEqual([first, second, added, third])
  })

  it('EXDATE leaves out an RDATE, and one date twice is one', () => {
    expect(week('RDATE:20260402T110000', 'EXDATE:20260402T110000')).toEqual([first, second, third])
    expect(week('RDATE:20260331T090000,20260331T070000Z')).toEqual([first, second, third])
  })

  it('do not count towards COUNT or end with UNTIL', () => {
    expect(week('EXDATE:20260324T090000')).toEqual([second, third])
    const times = series('2026-03-24T09:00:00', 'UTC', 'RRULE:FREQ=DAILY;UNTIL=20260325\nRDATE:20260501T090000')
    expect(expandRecurrence(times, ALWAYS)).toHaveLength(3)
  })
})

describe('B5: the start of a series', () => {
  const start = '2026-03-11T09:00:00'

  it('is an occurrence only if the rule has it', () => {
    expect(instants(expandRecurrence(series(start, 'UTC', 'FREQ=WEEKLY;BYDAY=TU;COUNT=2'), ALWAYS))).toEqual([
      '2026-03-17T09:00:00Z',
      '2026-03-24T09:00:00Z',
    ])
  })

  it('is one where there is no rule', () => {
    expect(instants(expandRecurrence(series(start, 'UTC', 'RDATE:20260310T090000'), ALWAYS))).toEqual([
      '2026-03-10T09:00:00Z',
      '2026-03-11T09:00:00Z',
    ])
  })
})

describe('B5: a rule is expanded no further than somebody looks', () => {
  const isQuick = (
    rule: string,
    asked: { from: number; to: number; limit: number },
    startsAt = '2026-03-10T09:00:00',
  ) => {
    const before = Date.now()
    const starts = expandRecurrence(series(startsAt, 'Europe/Berlin', rule), asked)
    expect(Date.now() - before).toBeLessThan(1000)
    return starts
  }

  it.each([
    ['FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=31', '2026-02-10T09:00:00'],
    ['FREQ=YEARLY;INTERVAL=4;BYMONTH=2;BYMONTHDAY=29', '2027-02-28T09:00:00'],
    ['FREQ=DAILY;INTERVAL=7;BYDAY=WE', '2026-03-10T09:00:00'],
    ['FREQ=DAILY;BYSETPOS=2;BYDAY=MO', '2026-03-10T09:00:00'],
    ['FREQ=WEEKLY;BYDAY=MO;BYSETPOS=-3', '2026-03-10T09:00:00'],
    ['FREQ=MONTHLY;BYDAY=20MO', '2026-03-10T09:00:00'],
    ['FREQ=YEARLY;BYMONTH=1;BYYEARDAY=100', '2026-03-10T09:00:00'],
    ['FREQ=YEARLY;BYDAY=FR;BYMONTHDAY=13;BYMONTH=1;BYWEEKNO=40', '2026-03-10T09:00:00'],
  ])('one that never comes true has nothing: %s', (rule, startsAt) => {
    expect(isQuick(rule, ALWAYS, startsAt)).toEqual([])
    expect(isQuick(`${rule};COUNT=10`, ALWAYS, startsAt)).toEqual([])
  })

  it('one that seldom comes true is not given up on', () => {
    const rule = 'FREQ=DAILY;BYDAY=SU;BYMONTH=7,11;BYMONTHDAY=20;COUNT=10'
    expect(isQuick(rule, ALWAYS)).toHaveLength(10)
    expect(instants(isQuick('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;BYDAY=TU', { ...ALWAYS, limit: 2 }))).toEqual([
      '2028-02-29T08:00:00Z',
      '2056-02-29T08:00:00Z',
    ])
  })

  it.each([
    'FREQ=DAILY',
    'FREQ=WEEKLY;BYDAY=MO,TU',
    'FREQ=MONTHLY;BYDAY=-1FR',
    'FREQ=YEARLY',
    'FREQ=DAILY;BYMONTH=3;BYHOUR=9,10',
  ])('one without an end, far from its start: %s', (rule) => {
    const from = epoch('2190-03-01T00:00Z')
    const [first = 0] = isQuick(rule, { from, to: Infinity, limit: 1 }, '1971-03-10T09:00:00')
    expect(first).toBeGreaterThanOrEqual(from)
  })

  it('windows from the beginning of time to its end', () => {
    expect(isQuick('FREQ=DAILY', { from: -Infinity, to: Infinity, limit: 3 })).toHaveLength(3)
    expect(isQuick('FREQ=DAILY', { from: 0, to: Infinity, limit: 3 }, '2199-12-30T09:00:00')).toHaveLength(2)
  })

  it.each([
    ['a reversed window', { from: epoch('2026-04-01T00:00Z'), to: epoch('2026-03-01T00:00Z'), limit: 10 }],
    ['an empty one', { from: epoch('2026-04-01T07:00Z'), to: epoch('2026-04-01T07:00Z'), limit: 10 }],
    ['a limit of none', { from: 0, to: Infinity, limit: 0 }],
    ['what is no number', { from: Number.NaN, to: Infinity, limit: 10 }],
  ])('%s has nothing', (_, asked) => {
    expect(isQuick('FREQ=DAILY', asked)).toEqual([])
  })

  it('the window has its beginning and not its end', () => {
    const [from, to] = [epoch('2026-03-11T08:00Z'), epoch('2026-03-12T08:00Z')]
    expect(isQuick('FREQ=DAILY', { from, to, limit: 10 })).toEqual([from])
  })
})
