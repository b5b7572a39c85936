import { type TimeRange, toMinutes, type WeeklyRange } from '../time/working-hours.ts'

const DAY_MINUTES = 1440
const WEEK_MINUTES = 7 * DAY_MINUTES

/** Minutes from a common midnight. */
type Span = readonly [start: number, end: number]

/**
 * The index of the first range that shares time with an earlier one of the list; null when none does. The week is a
 * circle: Sunday's overnight hours may meet Monday's. Ranges that only touch do not overlap.
 */
export function findWeeklyOverlap(rules: readonly WeeklyRange[]): number | null {
  const spans = rules.map((rule): Span => {
    const [start, end] = toMinutes(rule)
    const midnight = (rule.dayOfWeek - 1) * DAY_MINUTES
    return [midnight + start, midnight + end]
  })
  return firstMeeting(spans, [-WEEK_MINUTES, 0, WEEK_MINUTES])
}

/** The same for the ranges of one date. */
export function findRangeOverlap(ranges: readonly TimeRange[]): number | null {
  return firstMeeting(ranges.map(toMinutes), [0])
}

/** Compared also as if one of the two were later by each of `turns`. */
function firstMeeting(spans: readonly Span[], turns: readonly number[]): number | null {
  const meets = ([start, end]: Span, [otherStart, otherEnd]: Span) =>
    turns.some((turn) => start < otherEnd + turn && otherStart + turn < end)
  const index = spans.findIndex((span, i) => spans.slice(0, i).some((earlier) => meets(span, earlier)))
  return index === -1 ? null : index
}
