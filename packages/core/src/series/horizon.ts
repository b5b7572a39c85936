import { expandStored } from '../recurrence/expand-recurrence.ts'
import type { SeriesTimes } from '../recurrence/recurrence.ts'
import { RecurrenceError } from '../recurrence/recurrence-error.ts'
import { MAX_OCCURRENCES } from '../recurrence/recurrence-rule.ts'
import { Temporal } from '../temporal.ts'
import { HORIZON_MONTHS } from './horizon-months.ts'

/** Epoch milliseconds. A series that begins later has as much from its beginning. */
export function horizonOf(now: Temporal.Instant, startsAt: Temporal.Instant = now): number {
  const later = Temporal.Instant.compare(now, startsAt) < 0 ? startsAt : now
  return later.toZonedDateTimeISO('UTC').add({ months: HORIZON_MONTHS }).epochMilliseconds
}

export interface Slots {
  /** Starts before the horizon, ascending; epoch milliseconds. */
  slots: number[]
  /** The first one at or after it; null for none. */
  next: number | null
}

/** The slots of a series from an instant to the horizon. Throws RecurrenceError, also for more than 2,000 of them. */
export function slotsUntil(series: SeriesTimes, from: number, horizon: number): Slots {
  const slots = expandStored(series, { from, to: horizon, limit: MAX_OCCURRENCES + 1 })
  if (slots.length > MAX_OCCURRENCES)
    throw new RecurrenceError(`Expected at most ${MAX_OCCURRENCES} occurrences in ${HORIZON_MONTHS} months.`)
  const [next = null] = expandStored(series, { from: horizon, to: Infinity, limit: 1 })
  return { slots, next }
}
