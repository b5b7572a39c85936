import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Temporal } from '../temporal.ts'
import { mergeIntervals } from './intervals.ts'
import { type DateOverride, DAYS_OF_WEEK, openHours, type TimeRange, type WeeklyRange } from './working-hours.ts'

const MINUTE = 60_000
const DAY = 1440 * MINUTE
const epoch = (text: string) => Temporal.Instant.from(text).epochMilliseconds
const everyDay = (startTime: string, endTime: string): WeeklyRange[] =>
  DAYS_OF_WEEK.map((dayOfWeek) => ({ dayOfWeek, startTime, endTime }))

/** What happened in each zone on these days is in the examples below and in the corpus test. */
const CHANGES = [
  ['Europe/Berlin', '2026-03-29'],
  ['Europe/Berlin', '2026-10-25'],
  ['America/New_York', '2026-11-01'],
  ['America/Santiago', '2026-09-06'],
  ['America/Santiago', '2026-04-05'],
  ['Africa/Cairo', '2026-04-24'],
  ['Africa/Cairo', '2026-10-29'],
  ['Australia/Lord_Howe', '2026-10-04'],
  ['Pacific/Apia', '2011-12-30'],
  ['Europe/Istanbul', '2016-09-07'],
  ['Asia/Pyongyang', '2018-05-05'],
  ['Asia/Kolkata', '2026-06-10'],
] as const

/** The definition, day by day and range by range, with Temporal and without a thought for speed. */
function slowHours(
  rules: readonly WeeklyRange[],
  overrides: readonly DateOverride[],
  timeZone: string,
  from: number,
  to: number,
): number[] {
  const local = (moment: number) => Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(timeZone)
  const at = (date: Temporal.PlainDate, time: string) =>
    (time === '24:00' ? date.add({ days: 1 }).toPlainDateTime('00:00') : date.toPlainDateTime(time)).toZonedDateTime(
      timeZone,
      { disambiguation: 'compatible' },
    )
  const pairs: number[] = []
  const last = local(to).toPlainDate()
  for (let date = local(from).toPlainDate().subtract({ days: 1 }); ; date = date.add({ days: 1 })) {
    if (Temporal.PlainDate.compare(date, last) > 0) break
    if (!at(date, '00:00').toPlainDate().equals(date)) continue
    const own = overrides.find((override) => override.date === date.toString())?.ranges
    for (const range of own ?? rules.filter((rule) => rule.dayOfWeek === date.dayOfWeek)) {
      const endDate = range.endTime < range.startTime ? date.add({ days: 1 }) : date
      const opens = at(date, range.startTime).epochMilliseconds
      const closes = at(endDate, range.endTime).epochMilliseconds
      if (Math.max(opens, from) < Math.min(closes, to)) pairs.push(Math.max(opens, from), Math.min(closes, to))
    }
  }
  return mergeIntervals(pairs)
}

const time = fc
  .integer({ min: 0, max: 95 })
  .map(
    (quarter) => `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`,
  )
const range: fc.Arbitrary<TimeRange> = fc.record({ startTime: time, endTime: fc.oneof(time, fc.constant('24:00')) })
const rule: fc.Arbitrary<WeeklyRange> = fc
  .tuple(fc.constantFrom(...DAYS_OF_WEEK), range)
  .map(([dayOfWeek, hours]) => ({ dayOfWeek, ...hours }))

describe('D3: hours keep their place on the clock', () => {
  it('as Temporal has it, whatever the rules, overrides, zone and day', () => {
    const asked = fc.constantFrom(...CHANGES).chain(([timeZone, date]) =>
      fc.record({
        timeZone: fc.constant(timeZone),
        from: fc.integer({ min: -5 * 1440, max: 1440 }).map((minute) => epoch(`${date}T00:00Z`) + minute * MINUTE),
        length: fc.integer({ min: 1, max: 9 * 1440 }),
        rules: fc.array(rule, { maxLength: 8 }),
        overrides: fc.uniqueArray(
          fc.record({
            date: fc.integer({ min: -4, max: 4 }).map((days) => Temporal.PlainDate.from(date).add({ days }).toString()),
            ranges: fc.array(range, { maxLength: 2 }),
          }),
          { maxLength: 3, selector: (override) => override.date },
        ),
      }),
    )
    fc.assert(
      fc.property(asked, ({ timeZone, from, length, rules, overrides }) => {
        const to = from + length * MINUTE
        expect(openHours(rules, overrides, timeZone, from, to)).toEqual(slowHours(rules, overrides, timeZone, from, to))
      }),
      { numRuns: 500 },
    )
  })

  it('a window is the cut of a wider one', () => {
    fc.assert(
      fc.property(fc.array(rule), fc.nat(20 * 1440), fc.nat(5 * 1440), (rules, start, length) => {
        const from = epoch('2026-10-20T00:00Z')
        const [cutFrom, cutTo] = [from + start * MINUTE, from + (start + length) * MINUTE]
        const whole = openHours(rules, [], 'Europe/Berlin', from, from + 30 * DAY)
        const cut = whole.map((moment) => Math.min(Math.max(moment, cutFrom), cutTo))
        expect(openHours(rules, [], 'Europe/Berlin', cutFrom, cutTo)).toEqual(mergeIntervals(cut))
      }),
    )
  })

  it.each([
    ['nine to five on the short day', 'Europe/Berlin', '2026-03-29', '09:00', '17:00', ['07:00Z', '15:00Z']],
    ['nine to five on the long day', 'Europe/Berlin', '2026-10-25', '09:00', '17:00', ['08:00Z', '16:00Z']],
    ['a start that is skipped moves forward', 'Europe/Berlin', '2026-03-29', '02:30', '04:00', ['01:30Z', '02:00Z']],
    ['hours that are skipped whole', 'Europe/Berlin', '2026-03-29', '02:00', '03:00', []],
    ['a start that happens twice is the first', 'Europe/Berlin', '2026-10-25', '02:00', '03:00', ['00:00Z', '02:00Z']],
    ['an end that happens twice is the first', 'Europe/Berlin', '2026-10-25', '00:00', '02:30', ['22:00Z', '00:30Z']],
    ['half an hour of change', 'Australia/Lord_Howe', '2026-10-04', '02:00', '09:00', ['15:30Z', '22:00Z']],
    ['a midnight that is skipped', 'America/Santiago', '2026-09-06', '00:00', '09:00', ['04:00Z', '12:00Z']],
    ['the day before it ends', 'America/Santiago', '2026-09-05', '20:00', '24:00', ['00:00Z', '04:00Z']],
    [
      'an hour before midnight that happens twice',
      'America/Santiago',
      '2026-04-04',
      '23:00',
      '24:00',
      ['02:00Z', '04:00Z'],
    ],
    ['a zone without changes', 'Asia/Kolkata', '2026-03-29', '09:00', '17:00', ['03:30Z', '11:30Z']],
    [
      'a change for one week, which Temporal’s polyfill misses',
      'America/Boa_Vista',
      '2000-10-10',
      '09:00',
      '17:00',
      ['12:00Z', '20:00Z'],
    ],
    ['overnight across the change', 'Europe/Berlin', '2026-03-28', '22:00', '06:00', ['21:00Z', '04:00Z']],
  ])('%s', (_, timeZone, date, startTime, endTime, expected) => {
    const at = epoch(`${date}T00:00Z`)
    const hours = openHours([], [{ date, ranges: [{ startTime, endTime }] }], timeZone, at - 3 * DAY, at + 3 * DAY)
    expect(
      hours.map((moment) => Temporal.Instant.fromEpochMilliseconds(moment).toString().slice(11, 16) + 'Z'),
    ).toEqual(expected)
  })

  it('a date that never was has no hours', () => {
    const friday: WeeklyRange[] = [{ dayOfWeek: 5, startTime: '09:00', endTime: '17:00' }]
    // Nine dates begin in it: the 25th in the evening of UTC, and all but the 30th until the 3rd.
    const week = [epoch('2011-12-26T00:00Z'), epoch('2012-01-03T00:00Z')] as const
    expect(openHours(friday, [], 'Pacific/Apia', ...week)).toEqual([])
    const override = { date: '2011-12-30', ranges: [{ startTime: '09:00', endTime: '17:00' }] }
    expect(openHours([], [override], 'Pacific/Apia', ...week)).toEqual([])
    expect(openHours(everyDay('09:00', '17:00'), [], 'Pacific/Apia', ...week)).toHaveLength(2 * 9)
  })
})

describe('D2: overrides', () => {
  const tuesday: WeeklyRange[] = [{ dayOfWeek: 2, startTime: '22:00', endTime: '02:00' }]
  const week = [epoch('2026-06-08T00:00Z'), epoch('2026-06-15T00:00Z')] as const

  it('replace what begins on their date, and only that', () => {
    const dayOff = [{ date: '2026-06-10', ranges: [] }]
    expect(openHours(tuesday, dayOff, 'UTC', ...week)).toEqual([epoch('2026-06-09T22:00Z'), epoch('2026-06-10T02:00Z')])
    expect(openHours(tuesday, [{ date: '2026-06-09', ranges: [] }], 'UTC', ...week)).toEqual([])
  })

  it('open days without rules', () => {
    const ranges = [
      { startTime: '10:00', endTime: '12:00' },
      { startTime: '12:00', endTime: '24:00' },
    ]
    expect(openHours([], [{ date: '2026-06-13', ranges }], 'UTC', ...week)).toEqual([
      epoch('2026-06-13T10:00Z'),
      epoch('2026-06-14T00:00Z'),
    ])
  })
})

describe('what is no hours', () => {
  it.each([
    ['25:00', '26:00'],
    ['9:00', '17:00'],
    ['nine', 'five'],
  ])('%s to %s is refused', (startTime, endTime) => {
    expect(() => openHours(everyDay(startTime, endTime), [], 'UTC', 0, DAY)).toThrow(/Expected a time such as 09:00/)
  })

  it('an unknown zone is refused, an empty or reversed window is empty', () => {
    expect(() => openHours(everyDay('09:00', '17:00'), [], 'Mars/Olympus', 0, DAY)).toThrow(/mars/i)
    expect(openHours(everyDay('00:00', '24:00'), [], 'UTC', DAY, DAY)).toEqual([])
    expect(openHours(everyDay('00:00', '24:00'), [], 'UTC', 2 * DAY, DAY)).toEqual([])
  })

  it('a window that would take for ever is refused, and one that is none', () => {
    expect(() => openHours(everyDay('09:00', '17:00'), [], 'UTC', 0, 8e15)).toThrow(/at most 400 years/)
    expect(() => openHours(everyDay('09:00', '17:00'), [], 'UTC', 0, Infinity)).toThrow(RangeError)
    expect(() => openHours(everyDay('09:00', '17:00'), [], 'UTC', Number.NaN, DAY)).toThrow(RangeError)
  })
})
