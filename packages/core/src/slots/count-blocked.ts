import { bound } from '../time/intervals.ts'
import { MINUTE } from '../time/zone-offsets.ts'

/** Two interval lists of one person: when they are within their hours, and when they are taken. */
export interface PersonTime {
  open: readonly number[]
  busy: readonly number[]
}

/** The minutes at which a meeting may start: `origin` (epoch milliseconds) and the `minutes` after it. */
export interface StartWindow {
  origin: number
  minutes: number
  durationMinutes: number
}

/**
 * For each minute of the window, how many of the people can not attend a meeting that starts there. A person who is
 * taken from 10:00 to 11:00 can not start an hour's meeting after 9:00 and before 11:00: each stretch of blocked time,
 * longer by the duration, adds one where it begins and takes one away where it ends, and a running sum is the answer.
 * Each interval is read once, whatever its length.
 */
export function countBlocked(window: StartWindow, people: readonly PersonTime[]): Int32Array {
  const counts = new Int32Array(window.minutes + 1)
  for (const person of people) markBlocked(counts, window, person)
  let blocked = 0
  for (let minute = 0; minute < counts.length; minute++) {
    blocked += counts[minute] ?? 0
    counts[minute] = blocked
  }
  return counts
}

/** Goes through closed and busy stretches in the order of their starts, and marks what none before has marked. */
function markBlocked(counts: Int32Array, { origin, minutes, durationMinutes }: StartWindow, person: PersonTime): void {
  const { open, busy } = person
  let marked = 0
  let closed = 0
  let taken = 0
  while (closed <= open.length || taken < busy.length) {
    const closedFrom = closed > open.length ? Infinity : closed === 0 ? -Infinity : bound(open, closed - 1)
    const busyFrom = bound(busy, taken)
    const isClosed = closedFrom <= busyFrom
    const from = isClosed ? closedFrom : busyFrom
    const to = isClosed ? bound(open, closed) : bound(busy, taken + 1)
    if (isClosed) closed += 2
    else taken += 2
    // Hours that only touch leave no time between them.
    if (from >= to) continue
    const first = Math.max(marked, Math.floor((from - origin) / MINUTE) - durationMinutes + 1)
    const end = Math.min(minutes, Math.ceil((to - origin) / MINUTE))
    if (first >= end) continue
    counts[first] = (counts[first] ?? 0) + 1
    counts[end] = (counts[end] ?? 0) - 1
    marked = end
  }
}
