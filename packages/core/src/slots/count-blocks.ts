import { MINUTE } from '../time/zone-offsets.ts'

/** Two interval lists of one person: when they are within their hours, and when they are taken. */
export interface PersonTime {
  open: readonly number[]
  busy: readonly number[]
}

/** Where meetings may start: at `origin` (epoch milliseconds) and at each of the `count` steps of `unit` from it. */
export interface StartWindow {
  origin: number
  /** Milliseconds */
  unit: number
  count: number
}

/**
 * For each start of the window, how many stretches of closed or busy time of any of the people are in its way; a start
 * with none is free for all. What is blocked from 10:00 to 11:00 is in the way of an hour's meeting that starts after
 * 9:00 and before 11:00: each stretch, longer by the duration, adds one where it begins and takes one away where it ends,
 * and a running sum is the answer. Each interval is read once, whatever its length.
 */
export function countBlocks(window: StartWindow, durationMinutes: number, people: readonly PersonTime[]): Int32Array {
  const counts = new Int32Array(window.count + 1)
  const duration = durationMinutes * MINUTE
  for (const { open, busy } of people) {
    for (let i = 0; i < busy.length; i += 2) addBlock(counts, window, duration, busy[i] ?? 0, busy[i + 1] ?? 0)
    let closesAt = -Infinity
    for (let i = 0; i <= open.length; i += 2) {
      addBlock(counts, window, duration, closesAt, open[i] ?? Infinity)
      closesAt = open[i + 1] ?? Infinity
    }
  }
  let blocks = 0
  for (let start = 0; start < counts.length; start++) {
    blocks += counts[start] ?? 0
    counts[start] = blocks
  }
  return counts
}

function addBlock(counts: Int32Array, window: StartWindow, duration: number, from: number, to: number): void {
  const first = Math.max(0, Math.floor((from - duration - window.origin) / window.unit) + 1)
  const end = Math.min(window.count, Math.ceil((to - window.origin) / window.unit))
  // Hours that only touch leave no time between them.
  if (first >= end || from >= to) return
  counts[first] = (counts[first] ?? 0) + 1
  counts[end] = (counts[end] ?? 0) - 1
}
