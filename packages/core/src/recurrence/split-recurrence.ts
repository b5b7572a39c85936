import { DAY } from '../time/zone-offsets.ts'
import { expandStored, expandRule } from './expand-recurrence.ts'
import { findNext } from './find-next.ts'
import { formatRecurrence, parseRecurrence, type Recurrence, type SeriesTimes } from './recurrence.ts'
import type { RecurrenceRule } from './recurrence-rule.ts'
import { epochOf, epochToWall, formatWall, parseWall } from './wall-time.ts'

/** A series in two; null for a part without an occurrence. */
export interface SplitSeries {
  before: SeriesTimes | null
  after: SeriesTimes | null
}

/**
 * Splits a series at an instant (epoch milliseconds): what starts before it, and what starts then or later. Together
 * they have the occurrences of the whole. A COUNT is shared out, every other rule gets an UNTIL. Throws RecurrenceError.
 */
export function splitRecurrence(series: SeriesTimes, at: number): SplitSeries {
  const { timeZone } = series
  const { rule, extra, excluded, excludedDates } = parseRecurrence(series)
  const start = parseWall(series.startsAt)
  const isBefore = (wall: number) => epochOf(timeZone, wall) < at
  const isAfter = (wall: number) => !isBefore(wall)
  const { before, after, late } = rule ? splitRule(rule, { start, at, timeZone }) : WITHOUT_RULE
  const dates = rule ? extra : [start, ...extra]
  return {
    before: toSeries(timeZone, before, {
      extra: dates.filter(isBefore),
      excluded: [...excluded.filter(isBefore), ...late],
      excludedDates: excludedDates.filter(isBefore),
    }),
    after: toSeries(timeZone, after, {
      extra: [...dates.filter(isAfter), ...late],
      excluded: excluded.filter(isAfter),
      excludedDates: excludedDates.filter((date) => isAfter(date + DAY - 1000)),
    }),
  }
}

interface RuleFrom {
  start: number
  rule: RecurrenceRule
}

interface SplitRule {
  before: RuleFrom | null
  after: RuleFrom | null
  /** Starts that a clock change moves beyond the split, past some that follow them on the wall. */
  late: number[]
}

const WITHOUT_RULE: SplitRule = { before: null, after: null, late: [] }

/** A clock change moves no start by more than a day. */
const MARGIN = 2 * DAY

function splitRule(
  rule: RecurrenceRule,
  { start, at, timeZone }: { start: number; at: number; timeZone: string },
): SplitRule {
  const cut = epochToWall(timeZone, at)
  const isBefore = (wall: number) => epochOf(timeZone, wall) < at
  const near = [...expandRule(rule, start, cut - MARGIN, cut + MARGIN)]
  const last = near.findLast(isBefore) ?? cut - MARGIN
  const isLate = (wall: number) => wall < last && !isBefore(wall) && epochOf(timeZone, wall) <= (rule.until ?? Infinity)
  const late = near.filter(isLate)
  const next = findNext(rule, start, last + 1000)
  if (rule.count === null) {
    const end = Math.ceil(at / 1000) * 1000 - 1000
    return {
      before: { start, rule: { ...rule, until: Math.min(end, rule.until ?? Infinity) } },
      // The rule itself has this start, so all that it takes from its start stays the same.
      after: next === null ? null : { start: next, rule },
      late,
    }
  }
  const count = [...expandRule(rule, start, start, last)].length
  return {
    before: count > 0 ? { start, rule: { ...rule, count } } : null,
    after: next === null ? null : { start: next, rule: { ...rule, count: rule.count - count } },
    late,
  }
}

function toSeries(timeZone: string, own: RuleFrom | null, others: Omit<Recurrence, 'rule'>): SeriesTimes | null {
  const extra = others.extra.toSorted((a, b) => a - b)
  // Without a rule the start is an occurrence.
  const start = own?.start ?? extra[0]
  if (start === undefined) return null
  const rules = formatRecurrence({ ...others, rule: own?.rule ?? null, extra })
  const series = { startsAt: formatWall(start), timeZone, rules }
  const isEmpty = expandStored(series, { from: -Infinity, to: Infinity, limit: 1 }).length === 0
  return isEmpty ? null : series
}
