import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { expandRecurrence } from './expand-recurrence.ts'
import { moveRecurrence } from './move-recurrence.ts'
import type { SeriesTimes } from './recurrence.ts'
import { RecurrenceError } from './recurrence-error.ts'
import { WEEKDAYS } from './recurrence-rule.ts'
import { epochToWall, formatCompact, formatWall, parseWall } from './wall-time.ts'

const MINUTE = 60_000

const series = (startsAt: string, rules: string, timeZone = 'Europe/Berlin'): SeriesTimes => ({
  startsAt,
  timeZone,
  rules,
})

/** The first of a series, as local times. */
const firstOf = (times: SeriesTimes, limit = 20) =>
  expandRecurrence(times, { from: 0, to: Infinity, limit }).map((epoch) =>
    formatWall(epochToWall(times.timeZone, epoch)),
  )

const upTo = (max: number, from = 0) => fc.integer({ min: from, max })
const weekday = fc.constantFrom(...WEEKDAYS)
const part = (name: string, value: fc.Arbitrary<unknown>) => value.map((text) => `;${name}=${String(text)}`)
const maybe = (value: fc.Arbitrary<string>) => fc.oneof(fc.constant(''), value)
const joined = (...parts: fc.Arbitrary<string>[]) => fc.tuple(...parts).map((texts) => texts.join(''))
const interval = maybe(part('INTERVAL', upTo(4, 2)))

/** Rules that move by days. */
const weekRule = fc.oneof(
  joined(fc.constant('FREQ=DAILY'), interval),
  joined(
    fc.constantFrom('FREQ=DAILY', 'FREQ=WEEKLY', 'FREQ=WEEKLY;BYSETPOS=1', 'FREQ=WEEKLY;BYSETPOS=-1'),
    interval,
    part('WKST', weekday),
    part('BYDAY', fc.uniqueArray(weekday, { minLength: 1, maxLength: 4 })),
  ),
  joined(fc.constant('FREQ=WEEKLY'), interval),
)

/** Rules with one day in each of their months. */
const day = fc.oneof(
  part('BYMONTHDAY', upTo(28, 1)),
  part('BYMONTHDAY', upTo(-1, -28)),
  part('BYDAY', joined(fc.constantFrom('1', '2', '3', '4', '-1', '-2', '-3', '-4'), weekday)),
)
const monthRule = fc.oneof(
  joined(fc.constant('FREQ=MONTHLY'), interval, maybe(fc.constantFrom(';BYMONTH=1,4,9', ';BYMONTH=2')), maybe(day)),
  joined(fc.constant('FREQ=YEARLY'), interval, part('BYMONTH', upTo(12, 1)), day),
  joined(fc.constant('FREQ=YEARLY'), interval),
)

/** Local times from 2020 to 2027, on the 1st to the 28th. */
const startsAt = fc
  .tuple(upTo(2027, 2020), upTo(12, 1), upTo(28, 1), upTo(23), fc.constantFrom(0, 15, 30))
  .map(([year, ...others]) => {
    const [month, day, hour, minute] = others.map((number) => String(number).padStart(2, '0'))
    return `${year}-${month}-${day}T${hour}:${minute}:00`
  })

/** Series of a rule with an end or without one, and one of the first occurrences. */
const movable = (rule: fc.Arbitrary<string>, timeZones: string[]) =>
  fc
    .record({
      rule,
      startsAt,
      timeZone: fc.constantFrom(...timeZones),
      end: fc.constantFrom('', 'COUNT', 'UNTIL'),
      number: upTo(12),
      left: fc.uniqueArray(upTo(12), { maxLength: 3 }),
      isByDate: fc.boolean(),
    })
    .map(({ rule, startsAt, timeZone, end, number, left, isByDate }) => {
      const endless = series(startsAt, `RRULE:${rule}`, timeZone)
      const known = firstOf(endless, 14)
      const last = known.at(-2) ?? startsAt
      const ends: Record<string, string> = {
        '': '',
        COUNT: `;COUNT=${known.length}`,
        UNTIL: `;UNTIL=${formatCompact(parseWall(last))}`,
      }
      const excluded = left.flatMap((index) => known[index] ?? []).map((text) => formatCompact(parseWall(text)))
      const lines = excluded.map((text) => (isByDate ? `\nEXDATE;VALUE=DATE:${text.slice(0, 8)}` : `\nEXDATE:${text}`))
      const times = { ...endless, rules: `${endless.rules}${ends[end] ?? ''}${lines.join('')}` }
      return { times, from: known[number % Math.max(1, known.length)] ?? '' }
    })
    // What a clock change moved has another time, which the way back does not know.
    .filter(({ times, from }) => from.slice(11) === times.startsAt.slice(11))

/** `to`, some minutes from `from`. */
const later = (from: string, minutes: number) => formatWall(parseWall(from) + minutes * MINUTE)

/** What is refused is no counter-example. */
const moved = (times: SeriesTimes, from: string, to: string): SeriesTimes | null => {
  try {
    return moveRecurrence(times, from, to)
  } catch (error) {
    expect(error).toBeInstanceOf(RecurrenceError)
    return null
  }
}

const isCountedFromEnd = ({ rules }: SeriesTimes) => /(BYDAY|BYMONTHDAY)=-/.test(rules)

describe('B5: moving a series by days', () => {
  const minutes = fc.tuple(upTo(20, -20), upTo(600, -600)).map(([days, minutes]) => days * 1440 + minutes)

  it('moves every occurrence by as much', () => {
    fc.assert(
      fc.property(movable(weekRule, ['UTC']), minutes, ({ times, from }, distance) => {
        const after = moveRecurrence(times, from, later(from, distance))
        expect(firstOf(after, 40)).toEqual(firstOf(times, 40).map((text) => later(text, distance)))
      }),
      { numRuns: 70 },
    )
  })

  it('and back again', () => {
    fc.assert(
      fc.property(movable(weekRule, ['UTC', 'Europe/Berlin']), minutes, ({ times, from }, distance) => {
        const to = later(from, distance)
        expect(firstOf(moveRecurrence(moveRecurrence(times, from, to), to, from), 40)).toEqual(firstOf(times, 40))
      }),
    )
  })
})

describe('B5: moving a series by the month or year', () => {
  // From four o'clock on no change skips a time.
  const target = fc.record({ day: upTo(31, 1), month: fc.option(upTo(12, 1)), hour: upTo(23, 4) })
  /** Another time in the month of `from`, or for a yearly rule in its year. */
  const inMonth = (
    from: string,
    rules: string,
    { day, month, hour }: { day: number; month: number | null; hour: number },
  ) => {
    const of = month !== null && rules.includes('YEARLY') ? String(month).padStart(2, '0') : from.slice(5, 7)
    const days = new Date(Date.UTC(Number(from.slice(0, 4)), Number(of), 0)).getUTCDate()
    const [date, time] = [Math.min(day, days), hour].map((number) => String(number).padStart(2, '0'))
    return `${from.slice(0, 4)}-${of}-${date}T${time}:00:00`
  }

  it('the n-th occurrence stays the n-th, each in its month', () => {
    let count = 0
    fc.assert(
      fc.property(movable(monthRule, ['UTC', 'Europe/Berlin']), target, ({ times, from }, target) => {
        const to = inMonth(from, times.rules, target)
        const after = moved(times, from, to)
        if (!after) return
        count++
        const [before, now] = [firstOf(times, 40), firstOf(after, 40)]
        expect(now.length).toBe(before.length)
        expect(now.indexOf(to)).toBe(before.indexOf(from))
        const months = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7))
        for (const [index, text] of now.entries())
          expect(months(text) - months(before[index] ?? '')).toBe(months(to) - months(from))
      }),
      { numRuns: 70 },
    )
    expect(count).toBeGreaterThan(20)
  })

  it('and back again, where both are counted from the same end of the month', () => {
    let count = 0
    fc.assert(
      fc.property(movable(monthRule, ['UTC', 'Europe/Berlin']), target, ({ times, from }, target) => {
        const to = inMonth(from, times.rules, target)
        const after = moved(times, from, to)
        if (!after || isCountedFromEnd(after) !== isCountedFromEnd(times)) return
        count++
        expect(firstOf(moveRecurrence(after, to, from), 40)).toEqual(firstOf(times, 40))
      }),
      { numRuns: 70 },
    )
    expect(count).toBeGreaterThan(10)
  })
})

describe('B5: moving a series', () => {
  it.each([
    ['FREQ=WEEKLY;BYDAY=TU', '03-17T09:00', '03-18T10:30', '03-11T10:30', 'FREQ=WEEKLY;BYDAY=WE'],
    ['FREQ=WEEKLY', '03-17T09:00', '03-16T09:00', '03-09T09:00', 'FREQ=WEEKLY'],
    ['FREQ=WEEKLY;BYDAY=TU,TH', '03-12T09:00', '03-14T09:00', '03-12T09:00', 'FREQ=WEEKLY;BYDAY=TH,SA'],
    // Sunday and the Monday after it are in two weeks, and stay six days apart only if weeks begin a day later.
    [
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO',
      '03-15T09:00',
      '03-16T09:00',
      '03-11T09:00',
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TU;WKST=TU',
    ],
    ['FREQ=DAILY;INTERVAL=3', '03-13T09:00', '03-14T09:00', '03-11T09:00', 'FREQ=DAILY;INTERVAL=3'],
    ['FREQ=DAILY;BYDAY=MO,TU,WE', '03-11T09:00', '03-12T08:00', '03-11T08:00', 'FREQ=DAILY;BYDAY=TU,WE,TH'],
    ['FREQ=MONTHLY;BYDAY=2TU', '04-14T09:00', '04-15T11:00', '03-18T11:00', 'FREQ=MONTHLY;BYDAY=3WE'],
    ['FREQ=MONTHLY;BYDAY=TU;BYSETPOS=2', '04-14T09:00', '04-15T11:00', '03-18T11:00', 'FREQ=MONTHLY;BYDAY=3WE'],
    ['FREQ=MONTHLY;BYDAY=2TU', '03-10T09:00', '03-30T09:00', '03-30T09:00', 'FREQ=MONTHLY;BYDAY=-1MO'],
    ['FREQ=MONTHLY;BYDAY=-1FR', '03-27T09:00', '03-26T09:00', '03-26T09:00', 'FREQ=MONTHLY;BYDAY=-1TH'],
    ['FREQ=MONTHLY;BYDAY=-1FR', '03-27T09:00', '03-02T09:00', '03-02T09:00', 'FREQ=MONTHLY;BYDAY=1MO'],
    ['FREQ=MONTHLY', '05-10T09:00', '05-12T09:00', '03-12T09:00', 'FREQ=MONTHLY;BYMONTHDAY=12'],
    ['FREQ=MONTHLY;BYMONTHDAY=10', '03-10T09:00', '03-12T09:00', '03-12T09:00', 'FREQ=MONTHLY;BYMONTHDAY=12'],
    ['FREQ=MONTHLY;BYMONTHDAY=-1', '04-30T09:00', '04-29T09:00', '03-30T09:00', 'FREQ=MONTHLY;BYMONTHDAY=-2'],
    ['FREQ=MONTHLY;BYMONTHDAY=9', '04-09T09:00', '04-12T09:00', '04-12T09:00', 'FREQ=MONTHLY;BYMONTHDAY=12'],
    ['FREQ=MONTHLY;BYMONTHDAY=31', '03-31T09:00', '03-31T10:00', '03-10T10:00', 'FREQ=MONTHLY;BYMONTHDAY=31'],
    ['FREQ=MONTHLY;BYMONTH=3,5', '05-10T09:00', '05-31T09:00', '03-31T09:00', 'FREQ=MONTHLY;BYMONTH=3,5;BYMONTHDAY=31'],
    ['FREQ=YEARLY', '03-10T09:00', '03-12T09:00', '03-12T09:00', 'FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=12'],
    ['FREQ=YEARLY', '03-10T09:00', '04-01T09:00', '04-01T09:00', 'FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=1'],
    ['FREQ=YEARLY;BYMONTH=5;BYDAY=2SU', '05-10T09:00', '06-21T09:00', '06-21T09:00', 'FREQ=YEARLY;BYDAY=3SU;BYMONTH=6'],
  ])('%s, what is at %s goes to %s', (rule, from, to, startsAt, expected) => {
    const times = moveRecurrence(series('2026-03-10T09:00:00', rule), `2026-${from}:00`, `2026-${to}:00`)
    expect(times).toEqual(series(`2026-${startsAt}:00`, `RRULE:${expected}`))
    expect(firstOf(times)).toContain(`2026-${to}:00`)
  })

  it('moves dates that are added or left out with it', () => {
    const lines = [
      'RRULE:FREQ=MONTHLY;BYDAY=2TU',
      'RDATE:20260320T090000,20260420T090000',
      'EXDATE:20260414T090000,20260420T090000',
      'EXDATE;VALUE=DATE:20260512',
    ]
    const times = series('2026-03-10T09:00:00', lines.join('\n'))
    const after = moveRecurrence(times, '2026-03-10T09:00:00', '2026-03-11T08:00:00')
    expect(after.rules.split('\n')).toEqual([
      'RRULE:FREQ=MONTHLY;BYDAY=2WE',
      'RDATE:20260321T080000,20260421T080000',
      'EXDATE:20260408T080000,20260421T080000',
      'EXDATE;VALUE=DATE:20260513',
    ])
  })

  it.each([
    ['stays where it still is after the last and before the next', '20260402T215959Z', '03-11', '20260402T215959Z'],
    ['is the last occurrence where it would cut that off', '20260331T215959Z', '03-13', '20260403T070000Z'],
    ['is the last occurrence where it would let in one more', '20260405T215959Z', '03-08', '20260329T070000Z'],
  ])('the end %s', (_, until, to, expected) => {
    const times = series('2026-03-10T09:00:00', `FREQ=WEEKLY;BYDAY=TU;UNTIL=${until}`)
    const after = moveRecurrence(times, '2026-03-10T09:00:00', `2026-${to}T09:00:00`)
    expect(after.rules).toContain(`UNTIL=${expected}`)
    expect(firstOf(after)).toHaveLength(4)
  })

  it('goes to the time that is asked for, where a clock change moved the occurrence', () => {
    const times = series('2026-03-28T02:30:00', 'FREQ=DAILY')
    expect(firstOf(times)[1]).toBe('2026-03-29T03:30:00')
    const after = moveRecurrence(times, '2026-03-29T03:30:00', '2026-03-29T04:00:00')
    expect(firstOf(after, 2)).toEqual(['2026-03-28T04:00:00', '2026-03-29T04:00:00'])
  })

  it('moves a series without a rule date by date', () => {
    const times = series('2026-03-10T09:00:00', 'RDATE:20260401T100000')
    expect(firstOf(moveRecurrence(times, '2026-03-10T09:00:00', '2026-03-11T08:00:00'))).toEqual([
      '2026-03-11T08:00:00',
      '2026-04-02T09:00:00',
    ])
  })

  it('refuses an occurrence that is not the rule’s', () => {
    const times = series('2026-03-10T09:00:00', 'FREQ=WEEKLY\nRDATE:20260401T100000')
    expect(() => moveRecurrence(times, '2026-04-01T10:00:00', '2026-04-02T10:00:00')).toThrow(/Move only this one/)
  })

  it.each([
    ['times of day', 'FREQ=WEEKLY;BYHOUR=9,14', '03-10T14:00', '03-10T15:00'],
    ['a day with limits', 'FREQ=DAILY;BYMONTH=3', '03-10T09:00', '03-11T09:00'],
    ['a week with limits', 'FREQ=WEEKLY;BYMONTH=3', '03-10T09:00', '03-11T09:00'],
    ['two days in a month', 'FREQ=MONTHLY;BYDAY=2TU,4TU', '03-10T09:00', '03-11T09:00'],
    ['two dates in a month', 'FREQ=MONTHLY;BYMONTHDAY=10,20', '03-10T09:00', '03-11T09:00'],
    ['every Tuesday of a month', 'FREQ=MONTHLY;BYDAY=TU', '03-10T09:00', '03-11T09:00'],
    ['the last weekday', 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1', '03-31T09:00', '03-30T09:00'],
    ['Friday the 13th', 'FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13', '03-13T09:00', '03-12T09:00'],
    ['another month', 'FREQ=MONTHLY', '03-10T09:00', '04-01T09:00'],
    ['a day that not every month has', 'FREQ=MONTHLY', '03-10T09:00', '03-29T09:00'],
    ['from a day that not every month has', 'FREQ=MONTHLY;BYMONTHDAY=31', '03-31T09:00', '03-28T09:00'],
    ['from a fifth weekday', 'FREQ=MONTHLY;BYDAY=5TU', '03-31T09:00', '03-24T09:00'],
    ['a week of the year', 'FREQ=YEARLY;BYWEEKNO=11', '03-10T09:00', '03-11T09:00'],
    ['a weekday of the year', 'FREQ=YEARLY;BYDAY=10TU', '03-10T09:00', '03-11T09:00'],
    ['a date of every month', 'FREQ=YEARLY;BYMONTHDAY=10', '03-10T09:00', '03-11T09:00'],
    ['29 February', 'FREQ=YEARLY', '03-10T09:00', '02-29T09:00', '2028'],
  ])('refuses %s: %s from %s to %s', (_, rule, from, to, year = '2026') => {
    const times = series(`${year}-03-10T09:00:00`, rule)
    const move = () => moveRecurrence(times, `${year}-${from}:00`, `${year}-${to}:00`)
    expect(move).toThrow(RecurrenceError)
    expect(move).toThrow(/Choose how it repeats from the new day on/)
  })
})
