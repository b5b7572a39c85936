import { mergeIntervals } from '../time/intervals.ts'
import { MINUTE, zoneOffsets } from '../time/zone-offsets.ts'
import { eachAbsence } from './attendance.ts'
import { countBlocks, type PersonTime, type StartWindow } from './count-blocks.ts'
import { type GridRun, gridRuns, gridUnit } from './grid-starts.ts'

export interface Attendee extends PersonTime {
  id: string
  required: boolean
}

/** Instants in epoch milliseconds. `notBefore` is the earliest start, for a minimum notice. */
export interface SlotRequest {
  from: number
  to: number
  durationMinutes: number
  stepMinutes: number
  gridTimeZone: string
  attendees: readonly Attendee[]
  notBefore?: number | undefined
  limit?: number | undefined
}

export interface Slot {
  startsAt: number
  endsAt: number
  /** Optional attendees who can not come. */
  absent: string[]
}

const MAX_DAYS = 3660

/**
 * Every start of the grid from which all required attendees are open and not busy for the whole duration, earliest
 * first. The grid are the times at which the wall-clock minutes since midnight in `gridTimeZone` are divisible by
 * `stepMinutes`; a slot lies within the range. Throws RangeError for numbers that are none, a step or a duration below
 * one minute, a range of more than ten years, and an unknown zone.
 */
export function findSlots(request: SlotRequest): Slot[] {
  const starts = findStarts(request)
  const { attendees, durationMinutes } = request
  const duration = durationMinutes * MINUTE
  const slots = starts.map((startsAt): Slot => ({ startsAt, endsAt: startsAt + duration, absent: [] }))
  for (const { id, required, open, busy } of attendees)
    if (!required)
      eachAbsence({ open: mergeIntervals([...open]), busy }, starts, duration, (index) => slots[index]?.absent.push(id))
  return slots
}

/** The same, as starts only. */
export function findStarts(request: SlotRequest): number[] {
  const { durationMinutes, limit = Infinity } = request
  const starts: number[] = []
  const plan = planStarts(request)
  if (plan === null || limit <= 0) return starts
  const required = request.attendees.filter((attendee) => attendee.required)
  const blocks = countBlocks(plan, durationMinutes, required)
  const stride = plan.step / plan.unit
  for (const { first, count } of plan.runs) {
    const from = (first - plan.origin) / plan.unit
    for (let index = 0; index < count; index++)
      if (blocks[from + index * stride] === 0 && starts.push(first + index * plan.step) >= limit) return starts
  }
  return starts
}

/** Every start of the grid, a run a day, and the units in which they can be counted. `step` in milliseconds. */
export interface StartPlan extends StartWindow {
  runs: GridRun[]
  step: number
}

/** When a slot may start, whoever is busy. Null for never. */
export function planStarts(request: Omit<SlotRequest, 'attendees'>): StartPlan | null {
  checkNumbers(request)
  const { from, to, durationMinutes, stepMinutes, gridTimeZone, notBefore = from } = request
  const first = Math.max(from, notBefore)
  const last = to - durationMinutes * MINUTE
  if (first > last) return null
  // Of the whole range, as the people's hours are, so that one table does for both.
  const window = { first, last, stepMinutes, zone: zoneOffsets(gridTimeZone, from, to) }
  const { origin, unit } = gridUnit(window)
  const count = Math.floor((last - origin) / unit) + 1
  return { origin, unit, count, runs: gridRuns(window), step: stepMinutes * MINUTE }
}

function checkNumbers({ from, to, durationMinutes, stepMinutes, notBefore = 0 }: Omit<SlotRequest, 'attendees'>): void {
  if (![from, to, notBefore].every(Number.isFinite)) throw new RangeError('Expected instants in epoch milliseconds.')
  if (!(Number.isInteger(durationMinutes) && durationMinutes >= 1))
    throw new RangeError('Expected a duration of whole minutes, at least one.')
  if (!(Number.isInteger(stepMinutes) && stepMinutes >= 1))
    throw new RangeError('Expected a step of whole minutes, at least one.')
  if (to - from > MAX_DAYS * 24 * 60 * MINUTE) throw new RangeError(`Expected a range of at most ${MAX_DAYS} days.`)
}
