import fc from 'fast-check'
import { expandRecurrence } from '../expand-recurrence.ts'
import { formatRecurrence, type Recurrence, type SeriesTimes } from '../recurrence.ts'
import {
  FREQUENCIES,
  type Frequency,
  type NumberPart,
  type RecurrenceRule,
  type RuleDay,
  WEEKDAYS,
} from '../recurrence-rule.ts'
import { formatWall } from '../wall-time.ts'

const DAY = 86_400_000

/** Zones whose clocks change: by an hour, by half of one, by night, and once by a whole day. */
export const ZONES = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'America/Santiago',
  'Pacific/Apia',
]

/** A series and what is in it. */
export interface Sample {
  series: SeriesTimes
  start: number
  recurrence: Recurrence
}

const upTo = (max: number, from = 0) => fc.integer({ min: from, max })
const maybe = <T>(chance: number, value: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 100 - chance, arbitrary: fc.constant(undefined) }, { weight: chance, arbitrary: value })
const list = (from: number, to: number, isSigned: boolean, maxLength = 3) =>
  fc.uniqueArray(
    fc.tuple(upTo(to, from), fc.boolean()).map(([size, isNegative]) => (isSigned && isNegative ? -size : size)),
    { minLength: 1, maxLength },
  )

const ruleDay = (frequency: Frequency): fc.Arbitrary<RuleDay> => {
  const weekday = fc.constantFrom(...WEEKDAYS)
  if (frequency === 'DAILY' || frequency === 'WEEKLY') return fc.record({ weekday, position: fc.constant(null) })
  const positions = frequency === 'MONTHLY' ? [1, 2, 3, 4, 5, -1, -2, -5] : [1, 2, 5, 20, 52, 53, -1, -3, -53]
  return fc.record({ weekday, position: fc.constantFrom(null, null, null, ...positions) })
}

/** Parts that RFC 5545 has for the frequency (3.3.10), and now and then one that it forbids. */
const ruleOf = (frequency: Frequency): fc.Arbitrary<Omit<RecurrenceRule, 'until'>> => {
  const only = (frequencies: Frequency[], chance: number) => (frequencies.includes(frequency) ? chance : 2)
  return fc.record({
    frequency: fc.constant(frequency),
    interval: fc.oneof(fc.constant(1), upTo(frequency === 'DAILY' ? 40 : 6, 1)),
    count: maybe(35, upTo(20, 1)).map((count) => count ?? null),
    days: maybe(
      50,
      fc.uniqueArray(ruleDay(frequency), { minLength: 1, maxLength: 5, selector: (day) => JSON.stringify(day) }),
    ).map((days) => days ?? []),
    numbers: fc
      .record({
        BYMONTH: maybe(30, list(1, 12, false)),
        BYWEEKNO: maybe(only(['YEARLY'], 20), list(1, 53, true)),
        BYYEARDAY: maybe(only(['YEARLY'], 15), list(1, 366, true)),
        BYMONTHDAY: maybe(only(['DAILY', 'MONTHLY', 'YEARLY'], 30), list(1, 31, true)),
        BYHOUR: maybe(12, list(0, 23, false)),
        BYMINUTE: maybe(8, list(0, 59, false, 2)),
        BYSECOND: maybe(4, list(0, 59, false, 2)),
        BYSETPOS: maybe(25, list(1, 5, true, 2)),
      })
      .map(withoutHoles),
    weekStart: fc.oneof(fc.constant('MO' as const), fc.constantFrom(...WEEKDAYS)),
  })
}

function withoutHoles(numbers: Partial<Record<NumberPart, number[] | undefined>>): RecurrenceRule['numbers'] {
  return JSON.parse(JSON.stringify(numbers))
}

/** Local times as numbers: from 1995 to 2030. */
const wallTime = fc
  .tuple(upTo(9131 + 35 * 365, 9131), upTo(23), fc.constantFrom(0, 0, 15, 30, 59), fc.constantFrom(0, 0, 0, 1, 59))
  .map(([day, hour, minute, second]) => day * DAY + (hour * 3600 + minute * 60 + second) * 1000)

/** Any series that is accepted. */
export const sample = (options: { timeZones?: readonly string[]; frequencies?: readonly Frequency[] } = {}) => {
  const { timeZones = ['UTC'], frequencies = FREQUENCIES } = options
  return fc
    .record({
      start: wallTime,
      rule: maybe(95, fc.constantFrom(...frequencies).chain(ruleOf)),
      until: maybe(40, upTo(1900 * 24)),
      timeZone: fc.constantFrom(...timeZones),
      extra: maybe(20, fc.array(upTo(800), { minLength: 1, maxLength: 3 })),
      excluded: maybe(30, fc.array(upTo(800), { minLength: 1, maxLength: 5 })),
      excludedDates: maybe(20, fc.array(upTo(800), { minLength: 1, maxLength: 5 })),
    })
    .map(({ start, rule, until, timeZone, extra = [], excluded = [], excludedDates = [] }): Sample => {
      const end = start + (until ?? 0) * (DAY / 24)
      const recurrence: Recurrence = {
        rule: rule ? { ...rule, until: until === undefined || rule.count !== null ? null : end } : null,
        extra: distinct(extra.map((days) => start + days * DAY)),
        excluded: distinct(excluded.map((days) => start + days * DAY)),
        excludedDates: distinct(excludedDates.map((days) => start - (start % DAY) + days * DAY)),
      }
      return {
        series: { startsAt: formatWall(start), timeZone, rules: formatRecurrence(recurrence) },
        start,
        recurrence,
      }
    })
    .filter(({ series }) => isAccepted(series))
}

function distinct(list: readonly number[]): number[] {
  return [...new Set(list)].toSorted((a, b) => a - b)
}

function isAccepted(series: SeriesTimes): boolean {
  try {
    return expandRecurrence(series, { from: 0, to: 0, limit: 0 }).length === 0
  } catch {
    return false
  }
}
