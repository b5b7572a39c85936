import { DAY, MINUTE, type ZoneOffsets } from '../time/zone-offsets.ts'

const DAY_MINUTES = 1440

/** The instants between two, both included, at which a grid may have a start; epoch milliseconds. */
export interface GridWindow {
  first: number
  last: number
  zone: ZoneOffsets
  stepMinutes: number
}

/** Starts of a grid that follow each other by its step: those of one local day between two changes of clocks. */
export interface GridRun {
  /** Epoch milliseconds */
  first: number
  count: number
}

/**
 * The longest unit (milliseconds) of which every start of the grid is a whole number away from `origin`, an instant at or
 * before the window: the step, unless midnight or a change of clocks breaks it.
 */
export function gridUnit({ first, zone, stepMinutes }: GridWindow): { origin: number; unit: number } {
  const { offsets } = zone
  const [offset = 0] = offsets
  const unit = offsets.reduce(
    (common, other) => greatestDivisor(common, Math.abs(other - offset)),
    greatestDivisor(stepMinutes * MINUTE, DAY),
  )
  return { origin: Math.floor((first + offset) / unit) * unit - offset, unit }
}

/**
 * Every instant of the window at which a clock of the zone shows a full minute whose number since midnight is divisible
 * by `stepMinutes`, ascending: an hour that a change repeats comes twice, one that it skips not at all.
 */
export function gridRuns({ first, last, zone: { since, offsets }, stepMinutes }: GridWindow): GridRun[] {
  const step = stepMinutes * MINUTE
  const runs: GridRun[] = []
  for (const [index, offset] of offsets.entries()) {
    const from = Math.max(first, since[index] ?? -Infinity)
    const until = Math.min(last, (since[index + 1] ?? Infinity) - 1)
    for (let midnight = Math.floor((from + offset) / DAY) * DAY - offset; midnight <= until; midnight += DAY) {
      const skipped = Math.max(0, Math.ceil((from - midnight) / step))
      const reached = Math.min(Math.floor((until - midnight) / step), Math.ceil(DAY_MINUTES / stepMinutes) - 1)
      if (skipped <= reached) runs.push({ first: midnight + skipped * step, count: reached - skipped + 1 })
    }
  }
  return runs
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b)
}
