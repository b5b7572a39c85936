import { splitRecurrence } from '../recurrence/split-recurrence.ts'
import type { Series } from './series.ts'

/**
 * A series in two, so that what begins at `at` (epoch milliseconds) or later can become something else; null where
 * nothing comes before.
 */
export function splitSeries(series: Series, at: number, id: string): { before: Series; after: Series } | null {
  const { before, after } = splitRecurrence(series, at)
  if (!before || !after) return null
  return {
    before: { ...series, ...before, sequence: series.sequence + 1, nextStartsAt: null },
    after: { ...series, ...after, id, sequence: 0, splitFrom: series.id },
  }
}
