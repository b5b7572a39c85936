import { RecurrenceError } from '../recurrence/recurrence-error.ts'
import { Temporal } from '../temporal.ts'
import { draftOccurrence, type OccurrenceDraft } from './draft-series.ts'
import { horizonOf, slotsUntil } from './horizon.ts'
import { requireApart } from './require-apart.ts'
import { type Series, startOf } from './series.ts'

/** A new series with its occurrences up to the horizon. Throws RecurrenceError. */
export function planSeries(
  draft: Omit<Series, 'nextStartsAt' | 'splitFrom'>,
  { now, newId }: { now: Temporal.Instant; newId: () => string },
): { series: Series; occurrences: OccurrenceDraft[] } {
  const { slots, next } = slotsUntil(draft, 0, horizonOf(now, startOf(draft)))
  requireApart(draft, slots)
  if (slots.length === 0) throw new RecurrenceError('This rule has no occurrence.')
  const nextStartsAt = next === null ? null : Temporal.Instant.fromEpochMilliseconds(next)
  const series: Series = { ...draft, nextStartsAt, splitFrom: null }
  return { series, occurrences: slots.map((slot) => draftOccurrence(series, slot, newId())) }
}
