import { Temporal } from '../temporal.ts'
import { draftOccurrence, type OccurrenceDraft } from './draft-series.ts'
import { horizonOf, slotsUntil } from './horizon.ts'
import type { Series } from './series.ts'

/** The occurrences that a series has come to need since the last time, and where it goes on. */
export function planExtension(
  series: Series,
  { now, newId }: { now: Temporal.Instant; newId: () => string },
): { series: Series; added: OccurrenceDraft[] } {
  const from = series.nextStartsAt?.epochMilliseconds ?? Infinity
  const horizon = horizonOf(now)
  if (from >= horizon) return { series, added: [] }
  const { slots, next } = slotsUntil(series, from, horizon)
  const nextStartsAt = next === null ? null : Temporal.Instant.fromEpochMilliseconds(next)
  return { series: { ...series, nextStartsAt }, added: slots.map((slot) => draftOccurrence(series, slot, newId())) }
}
