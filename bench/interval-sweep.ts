/** A stretch of time in epoch milliseconds, as most programs hold it. */
export interface Stretch {
  start: number
  end: number
}

export interface SweepPerson {
  open: readonly Stretch[]
  busy: readonly Stretch[]
}

export interface SweepQuestion {
  durationMinutes: number
  stepMinutes: number
}

const MINUTE = 60_000

/**
 * The yardstick and the oracle of the slot engine: what anybody would write first. Of each person, busy time is sorted,
 * merged and taken off the hours; what remains is intersected with what remains of the others. Its grid is that of UTC,
 * so it gives the same starts in every zone whose offset is a multiple of the step.
 */
export function sweepStarts(people: readonly SweepPerson[], { durationMinutes, stepMinutes }: SweepQuestion): number[] {
  let common: Stretch[] | undefined
  for (const { open, busy } of people) {
    const free = subtract(open, merge(busy))
    common = common ? intersect(common, free) : free
  }
  const duration = durationMinutes * MINUTE
  const step = stepMinutes * MINUTE
  const starts: number[] = []
  for (const { start, end } of common ?? [])
    for (let at = Math.ceil(start / step) * step; at + duration <= end; at += step) starts.push(at)
  return starts
}

function merge(list: readonly Stretch[]): Stretch[] {
  const sorted = list.toSorted((a, b) => a.start - b.start)
  const merged: Stretch[] = []
  for (const { start, end } of sorted) {
    const last = merged.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else merged.push({ start, end })
  }
  return merged
}

function subtract(open: readonly Stretch[], busy: readonly Stretch[]): Stretch[] {
  const free: Stretch[] = []
  let next = 0
  for (const { start, end } of open) {
    let from = start
    while (next < busy.length && (busy[next]?.end ?? 0) <= start) next++
    for (let index = next; index < busy.length; index++) {
      const taken = busy[index]
      if (!taken || taken.start >= end) break
      if (taken.start > from) free.push({ start: from, end: taken.start })
      from = Math.max(from, taken.end)
    }
    if (from < end) free.push({ start: from, end })
  }
  return free
}

function intersect(some: readonly Stretch[], others: readonly Stretch[]): Stretch[] {
  const common: Stretch[] = []
  let index = 0
  for (const { start, end } of some) {
    while (index < others.length && (others[index]?.end ?? 0) <= start) index++
    for (let at = index; at < others.length; at++) {
      const other = others[at]
      if (!other || other.start >= end) break
      common.push({ start: Math.max(start, other.start), end: Math.min(end, other.end) })
    }
  }
  return common
}
