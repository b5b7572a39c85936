import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Temporal } from '../temporal.ts'
import { zoneOffsets } from '../time/zone-offsets.ts'
import { expandRecurrence, expandStored } from './expand-recurrence.ts'
import type { SeriesTimes } from './recurrence.ts'
import { splitRecurrence } from './split-recurrence.ts'
import { sample, ZONES } from './testing/recurrence-arbitrary.ts'

const DAY = 86_400_000
const MINUTE = 60_000
const ALWAYS = { from: -Infinity, to: Infinity, limit: 40 }

const epoch = (text: string) => Temporal.Instant.from(text).epochMilliseconds
const series = (rules: string, timeZone = 'Europe/Berlin', startsAt = '2026-03-10T09:00:00'): SeriesTimes => ({
  startsAt,
  timeZone,
  rules,
})

/** Before, or not before, `at` and in the window: what both sides must have of the whole. */
function expectSplit(whole: SeriesTimes, at: number, window: { from: number; to: number }): void {
  const all = expandRecurrence(whole, { ...window, limit: Infinity })
  const { before, after } = splitRecurrence(whole, at)
  const found = (part: SeriesTimes | null) => (part ? expandRecurrence(part, { ...window, limit: Infinity }) : [])
  expect(found(before)).toEqual(all.filter((start) => start < at))
  expect(found(after)).toEqual(all.filter((start) => start >= at))
}

describe('B5: the two parts of a series', () => {
  it('have all its occurrences, before and from the split on', () => {
    const point = fc.record({
      number: fc.nat(39),
      shift: fc.constantFrom(0, 0, 1, -1, 999, -MINUTE, 90 * MINUTE, 5 * DAY),
    })
    fc.assert(
      fc.property(sample({ timeZones: ZONES }), point, ({ series, start }, { number, shift }) => {
        const all = expandRecurrence(series, ALWAYS)
        const at = (all[number % Math.max(1, all.length)] ?? start) + shift
        const to = Math.min(all.at(ALWAYS.limit - 1) ?? Infinity, epoch('2050-01-01T00:00Z'))
        expectSplit(series, at, { from: -Infinity, to })
        const { before, after } = splitRecurrence(series, at)
        expect(before === null).toBe(at <= (all[0] ?? Infinity))
        const isOver = expandRecurrence(series, { from: at, to: Infinity, limit: 1 }).length === 0
        expect(after === null).toBe(isOver)
      }),
      { numRuns: 60 },
    )
  })

  it('have them where clocks change in between', () => {
    const cases = fc.record({
      timeZone: fc.constantFrom(...ZONES.slice(1)),
      change: fc.nat(100),
      minutes: fc.integer({ min: -100, max: 200 }),
      rule: fc.constantFrom(
        'FREQ=DAILY',
        'FREQ=DAILY;BYHOUR=0,2,3',
        'FREQ=DAILY;BYHOUR=1,2;BYMINUTE=10,31,45',
        'FREQ=WEEKLY',
      ),
      end: fc.constantFrom('', ';COUNT=40', ';COUNT=14', ';UNTIL=20991231'),
      left: fc.constantFrom('', 'EXDATE', 'EXDATE;VALUE=DATE'),
    })
    fc.assert(
      fc.property(cases, ({ timeZone, change, minutes, rule, end, left }) => {
        const { since } = zoneOffsets(timeZone, epoch('2010-01-01T00:00Z'), epoch('2030-01-01T00:00Z'))
        const at = since[1 + (change % (since.length - 1))] ?? 0
        const day = (days: number) =>
          Temporal.Instant.fromEpochMilliseconds(at + days * DAY)
            .toZonedDateTimeISO(timeZone)
            .toString()
            .slice(0, 10)
        const date = day(0).replaceAll('-', '')
        const lines = { '': '', EXDATE: `\nEXDATE:${date}T023000`, 'EXDATE;VALUE=DATE': `\nEXDATE;VALUE=DATE:${date}` }
        const ends = end.includes('UNTIL') ? `;UNTIL=${day(30).replaceAll('-', '')}` : end
        const whole = series(`${rule}${ends}${lines[left]}`, timeZone, `${day(-7)}T02:30:00`)
        expectSplit(whole, at + minutes * MINUTE, { from: at - 20 * DAY, to: at + 50 * DAY })
      }),
      { numRuns: 60 },
    )
  })
})

describe('B5: splitting a series', () => {
  it.each([
    ['a COUNT is shared out', 'FREQ=WEEKLY;COUNT=10', 'FREQ=WEEKLY;COUNT=2', 'FREQ=WEEKLY;COUNT=8'],
    [
      'an end stays the later one’s',
      'FREQ=WEEKLY;UNTIL=20260501T220000Z',
      'FREQ=WEEKLY;UNTIL=20260324T075959Z',
      'FREQ=WEEKLY;UNTIL=20260501T220000Z',
    ],
    ['what is endless ends, and stays so', 'FREQ=WEEKLY', 'FREQ=WEEKLY;UNTIL=20260324T075959Z', 'FREQ=WEEKLY'],
  ])('%s', (_, rule, before, after) => {
    expect(splitRecurrence(series(rule), epoch('2026-03-24T08:00Z'))).toEqual({
      before: series(`RRULE:${before}`),
      after: series(`RRULE:${after}`, 'Europe/Berlin', '2026-03-24T09:00:00'),
    })
  })

  it('added and left out dates go where they are', () => {
    const rules = 'FREQ=WEEKLY\nRDATE:20260312T090000,20260402T090000\nEXDATE:20260317T090000,20260331T090000'
    const { before, after } = splitRecurrence(series(rules), epoch('2026-03-24T08:00Z'))
    expect(before?.rules.split('\n').slice(1)).toEqual(['RDATE:20260312T090000', 'EXDATE:20260317T090000'])
    expect(after?.rules.split('\n').slice(1)).toEqual(['RDATE:20260402T090000', 'EXDATE:20260331T090000'])
  })

  it.each(['', ';COUNT=6', ';UNTIL=20261006', ';UNTIL=20261003T153400Z'])(
    'an occurrence that a clock change moves past the next one is in the part of its instant (%s)',
    (end) => {
      // On the 4th of October clocks go from 02:00 to 02:30: what is at 02:10 happens at 02:40, after 02:31.
      const rule = `FREQ=DAILY;BYHOUR=2;BYMINUTE=10,31${end}`
      const whole = series(rule, 'Australia/Lord_Howe', '2026-10-03T02:10:00')
      expectSplit(whole, epoch('2026-10-03T15:33Z'), { from: 0, to: epoch('2026-12-01T00:00Z') })
    },
  )

  it('a series without a rule is split too', () => {
    const dates = series('RDATE:20260312T090000,20260402T090000')
    expect(splitRecurrence(dates, epoch('2026-03-11T00:00Z'))).toEqual({
      before: series('RDATE:20260310T090000'),
      after: series('RDATE:20260312T090000,20260402T090000', 'Europe/Berlin', '2026-03-12T09:00:00'),
    })
  })

  it.each([
    ['at the first', 'FREQ=WEEKLY;COUNT=3', '2026-03-10T08:00Z', 'before'],
    ['before the first', 'FREQ=WEEKLY', '2020-01-01T00:00Z', 'before'],
    ['at the first that is not left out', 'FREQ=WEEKLY\nEXDATE:20260310T090000', '2026-03-17T08:00Z', 'before'],
    ['after the last by COUNT', 'FREQ=WEEKLY;COUNT=3', '2026-03-24T08:00:01Z', 'after'],
    ['after the last by UNTIL', 'FREQ=WEEKLY;UNTIL=20260330', '2026-03-24T08:00:01Z', 'after'],
    [
      'after the last that is not left out',
      'FREQ=WEEKLY;COUNT=3\nEXDATE:20260324T090000',
      '2026-03-18T08:00Z',
      'after',
    ],
  ] as const)('%s there is nothing on one side: %s', (_, rule, at, side) => {
    const parts = splitRecurrence(series(rule), epoch(at))
    expect(parts[side]).toBeNull()
    expect(parts[side === 'before' ? 'after' : 'before']).not.toBeNull()
  })

  it('is possible however long an endless series has gone on', () => {
    const daily = { startsAt: '2010-03-10T10:00:00', timeZone: 'Europe/Berlin', rules: 'RRULE:FREQ=DAILY' }
    const at = Date.UTC(2026, 2, 10, 9)
    const { before, after } = splitRecurrence(daily, at)
    expect(after?.startsAt).toBe('2026-03-10T10:00:00')
    const last = before && expandStored(before, { from: at - 86_400_000, to: Infinity, limit: 5 })
    expect(last).toEqual([at - 86_400_000])
  })
})
