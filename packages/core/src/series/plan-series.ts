import { RecurrenceError } from '../recurrence/recurrence-error.ts'
import { parseWall, wallToEpoch } from '../recurrence/wall-time.ts'
import { Temporal } from '../temporal.ts'
import { draftOccurrence, type OccurrenceDraft } from './draft-series.ts'
import { horizonOf, slotsUntil } from './horizon.ts'
import { requireApart } from './require-apart.ts'
import type { Series } from './series.ts'

/** A new series with its occurrences up to the horizon. Throws RecurrenceError. */
export function planSeries(
  draft: Omit<Series, 'nextStartsAt' | 'splitFrom'>,
  { now, newId }: { now: Temporal.Instant; newId: () => string },
): { series: Series; occurrences: OccurrenceDraft[] } {
  const [start = 0] = wallToEpoch(draft.timeZone, [parseWall(draft.startsAt)])
  const { slots, next } = slotsUntil(draft, 0, horizonOf(now, Temporal.Instant.fromEpochMilliseconds(start)))
  requireApart(draft, slots)
  if (slots.length === 0) throw new RecurrenceError('This rule has no occurrence.')
  const nextStartsAt = next === null ? null : Temporal.Instant.fromEpochMilliseconds(next)
  const series: Series = { ...draft, nextStartsAt, splitFrom: null }
  return { series, occurrences: slots.map((slot) => draftOccurrence(series, slot, newId())) }
}
