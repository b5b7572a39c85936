import { RecurrenceError } from '../recurrence/recurrence-error.ts'
import { type SeriesDraft, spanOfSlot } from './series.ts'

/** Refuses a series of which an occurrence would still go on when the next begins: its people would be in two places. */
export function requireApart(series: SeriesDraft, slots: readonly number[]): void {
  for (const [index, slot] of slots.entries()) {
    const next = slots[index + 1]
    if (next !== undefined && spanOfSlot(series, slot).endsAt.epochMilliseconds > next)
      throw new RecurrenceError('Each occurrence must end before the next one begins. Make them shorter, or rarer.')
  }
}
