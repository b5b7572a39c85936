import type { PersonTime } from '../slots/count-blocks.ts'
import { intersectIntervals, type Intervals, subtractIntervals } from '../time/intervals.ts'

/**
 * When every one of `people` works and is not busy, as an interval list between `from` and `to` (epoch milliseconds);
 * without people never. Buffers around events are a matter of `find-slots.ts`.
 */
export function freeTogether(people: readonly PersonTime[], from: number, to: number): Intervals {
  if (people.length === 0 || from >= to) return []
  return people.reduce<Intervals>(
    (free, { open, busy }) => subtractIntervals(intersectIntervals(free, open), busy),
    [from, to],
  )
}
