import { Temporal } from '@astralis/core/temporal'
import { DAY, MINUTE, offsetAt, zoneOffsets } from '@astralis/core/time/zone-offsets'
import { spanOfDates, type DateRange } from '../calendar/visible-range.ts'

/**
 * Real time on a line, from one midnight to another: an hour is as long as any other, so a day on which the clocks change has
 * 23 or 25 of them. Epoch milliseconds.
 */
export interface Axis {
  from: number
  to: number
  /** What a range is drawn in, in milliseconds. */
  step: number
}

/** Where something is on the axis: fractions of its length. */
export interface Place {
  start: number
  size: number
}

export const HOUR = 60 * MINUTE
const QUARTER = 15 * MINUTE

export function axisOf(days: DateRange, timeZone: string, stepMinutes: number): Axis {
  const { from, to } = spanOfDates(days, timeZone)
  return { from: epochOf(from), to: epochOf(to), step: stepMinutes * MINUTE }
}

/** Null for what lies beside the axis; what reaches over its ends is cut. */
export function placeOn({ from, to }: Axis, start: number, end: number): Place | null {
  const first = Math.max(from, start)
  const last = Math.min(to, end)
  return first < last ? { start: (first - from) / (to - from), size: (last - first) / (to - from) } : null
}

/** The start of the step at a fraction of the axis; the nearest one for what is outside. */
export function stepAt({ from, to, step }: Axis, fraction: number): number {
  const steps = Math.ceil((to - from) / step)
  return from + Math.min(Math.max(Math.floor((fraction * (to - from)) / step), 0), steps - 1) * step
}

/** A full hour of the wall's clock. */
export interface Tick {
  at: number
  /** 0 to 23 */
  hour: number
  /** The clocks go back: the wall shows this hour twice. */
  isRepeated: boolean
}

/** The full hours of `timeZone` on the axis that are divisible by `every`. */
export function hourTicks({ from, to }: Axis, timeZone: string, every: number): Tick[] {
  const offsets = zoneOffsets(timeZone, from, to)
  const walls = new Map<number, number>()
  const ticks: { at: number; wall: number }[] = []
  // Quarters of an hour: no zone is further from the full hours of another.
  for (let at = from; at < to; at += QUARTER) {
    const wall = at + offsetAt(offsets, at)
    if (wall % (every * HOUR) !== 0) continue
    ticks.push({ at, wall })
    walls.set(wall, (walls.get(wall) ?? 0) + 1)
  }
  return ticks.map(({ at, wall }) => ({ at, hour: (wall % DAY) / HOUR, isRepeated: (walls.get(wall) ?? 0) > 1 }))
}

/** An instant as it travels. */
export function wireOf(epoch: number): string {
  return Temporal.Instant.fromEpochMilliseconds(epoch).toString()
}

export function epochOf(instant: string): number {
  return Temporal.Instant.from(instant).epochMilliseconds
}
