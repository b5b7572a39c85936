import { bound, firstEndingAfter } from '../time/intervals.ts'
import type { PersonTime } from './count-blocks.ts'

/** What keeps a person from a start: their hours, or something that takes their time within them. */
export type Absence = 'closed' | 'busy'

/**
 * Calls `visit` for each of the ascending `starts` from which the person can not attend a meeting of `duration`
 * milliseconds. One walk over starts and intervals together. Hours must not touch each other (`mergeIntervals`).
 */
export function eachAbsence(
  { open, busy }: PersonTime,
  starts: readonly number[],
  duration: number,
  visit: (index: number, absence: Absence) => void,
): void {
  let hours = 0
  let taken = 0
  for (const [index, start] of starts.entries()) {
    while (bound(open, hours + 1) <= start) hours += 2
    while (bound(busy, taken + 1) <= start) taken += 2
    if (start < bound(open, hours) || bound(open, hours + 1) < start + duration) visit(index, 'closed')
    else if (bound(busy, taken) < start + duration) visit(index, 'busy')
  }
}

/** What keeps the person from one start; null when nothing does. */
export function findAbsence({ open, busy }: PersonTime, start: number, duration: number): Absence | null {
  const end = start + duration
  if (!isOpen(open, { startsAt: start, endsAt: end })) return 'closed'
  return bound(busy, firstEndingAfter(busy, start)) < end ? 'busy' : null
}

/** True when the whole time is within the hours. */
export function isOpen(open: readonly number[], { startsAt, endsAt }: { startsAt: number; endsAt: number }): boolean {
  const hours = firstEndingAfter(open, startsAt)
  return bound(open, hours) <= startsAt && endsAt <= bound(open, hours + 1)
}
