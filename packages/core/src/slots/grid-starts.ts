import { DAY, MINUTE, zoneOffsets } from '../time/zone-offsets.ts'

const DAY_MINUTES = 1440

export interface Grid {
  stepMinutes: number
  timeZone: string
}

/**
 * The longest unit (milliseconds) of which every start of the grid is a whole number away from `origin`, an instant at or
 * before the window: the step, unless midnight or a change of clocks breaks it.
 */
export function gridUnit(window: { first: number; last: number }, grid: Grid): { origin: number; unit: number } {
  const { offsets } = zoneOffsets(grid.timeZone, window.first, window.last)
  const [offset = 0] = offsets
  const step = grid.stepMinutes * MINUTE
  const unit = offsets.reduce(
    (common, other) => greatestDivisor(common, Math.abs(other - offset)),
    greatestDivisor(step, DAY),
  )
  return { origin: Math.floor((window.first + offset) / unit) * unit - offset, unit }
}

/**
 * Calls `visit` with every instant of the window, both ends included, at which a clock of the zone shows a full minute
 * whose number since midnight is divisible by `stepMinutes`: an hour that a change repeats comes twice, one that it
 * skips not at all. Ends early when `visit` answers false. Epoch milliseconds.
 */
export function eachGridStart(
  window: { first: number; last: number },
  grid: Grid,
  visit: (startsAt: number) => boolean,
): void {
  const { since, offsets } = zoneOffsets(grid.timeZone, window.first, window.last)
  for (const [index, offset] of offsets.entries()) {
    const from = Math.max(window.first, since[index] ?? -Infinity)
    const until = Math.min(window.last, (since[index + 1] ?? Infinity) - 1)
    for (let day = Math.floor((from + offset) / DAY); day * DAY - offset <= until; day++) {
      const midnight = day * DAY - offset
      const minutesIn = Math.max(0, Math.ceil((from - midnight) / MINUTE))
      let minute = Math.ceil(minutesIn / grid.stepMinutes) * grid.stepMinutes
      for (; minute < DAY_MINUTES; minute += grid.stepMinutes) {
        const startsAt = midnight + minute * MINUTE
        if (startsAt > until) break
        if (!visit(startsAt)) return
      }
    }
  }
}

/** How many such instants there are. */
export function countGridStarts(window: { first: number; last: number }, grid: Grid): number {
  let count = 0
  eachGridStart(window, grid, () => ++count > 0)
  return count
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b)
}
