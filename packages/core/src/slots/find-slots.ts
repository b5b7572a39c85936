import { mergeIntervals } from '../time/intervals.ts'
import { MINUTE } from '../time/zone-offsets.ts'
import { eachAbsence } from './attendance.ts'
import { countBlocks, type PersonTime, type StartWindow } from './count-blocks.ts'
import { eachGridStart, gridUnit } from './grid-starts.ts'

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
  const window = startWindow(request)
  if (window === null) return []
  const { durationMinutes, limit = Infinity } = request
  const required = request.attendees.filter((attendee) => attendee.required)
  const blocks = countBlocks(window, durationMinutes, required)
  const starts: number[] = []
  if (limit <= 0) return starts
  eachGridStart(window, toGrid(request), (startsAt) => {
    if (blocks[(startsAt - window.origin) / window.unit] === 0) starts.push(startsAt)
    return starts.length < limit
  })
  return starts
}

/**
 * When a slot may start: from `first` to `last`, both included, at some of the steps of a unit from an origin at which
 * each start of the grid lies. Null for never.
 */
export function startWindow(
  request: Omit<SlotRequest, 'attendees'>,
): (StartWindow & { first: number; last: number }) | null {
  checkNumbers(request)
  const first = Math.max(request.from, request.notBefore ?? -Infinity)
  const last = request.to - request.durationMinutes * MINUTE
  if (first > last) return null
  const { origin, unit } = gridUnit({ first, last }, toGrid(request))
  return { first, last, origin, unit, count: Math.floor((last - origin) / unit) + 1 }
}

function toGrid({ stepMinutes, gridTimeZone }: Pick<SlotRequest, 'stepMinutes' | 'gridTimeZone'>) {
  return { stepMinutes, timeZone: gridTimeZone }
}

function checkNumbers({ from, to, durationMinutes, stepMinutes, notBefore = 0 }: Omit<SlotRequest, 'attendees'>): void {
  if (![from, to, notBefore].every(Number.isFinite)) throw new RangeError('Expected instants in epoch milliseconds.')
  if (!(Number.isInteger(durationMinutes) && durationMinutes >= 1))
    throw new RangeError('Expected a duration of whole minutes, at least one.')
  if (!(Number.isInteger(stepMinutes) && stepMinutes >= 1))
    throw new RangeError('Expected a step of whole minutes, at least one.')
  if (to - from > MAX_DAYS * 24 * 60 * MINUTE) throw new RangeError(`Expected a range of at most ${MAX_DAYS} days.`)
}
