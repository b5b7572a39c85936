import type { CalendarEvent } from '../ical/calendar-event.ts'
import { contentOf } from '../sync/item-draft.ts'
import { Temporal } from '../temporal.ts'
import { draftOccurrence, type OccurrenceDraft } from './draft-series.ts'
import { horizonOf, slotsUntil } from './horizon.ts'
import { ownFieldsOf } from './own-fields.ts'
import type { Series } from './series.ts'

interface Extension {
  now: Temporal.Instant
  newId: () => string
  /** What a linked calendar has of single occurrences, by slot; null for those that do not take place. */
  exceptions?: ReadonlyMap<number, CalendarEvent | null> | undefined
}

/** The occurrences that a series has come to need since the last time, and where it goes on. */
export function planExtension(
  series: Series,
  { now, newId, exceptions = new Map() }: Extension,
): { series: Series; added: OccurrenceDraft[] } {
  const from = series.nextStartsAt?.epochMilliseconds ?? Infinity
  const horizon = horizonOf(now)
  if (from >= horizon) return { series, added: [] }
  const { slots, next } = slotsUntil(series, from, horizon)
  const nextStartsAt = next === null ? null : Temporal.Instant.fromEpochMilliseconds(next)
  const added = slots
    .filter((slot) => exceptions.get(slot) !== null)
    .map((slot) => withException(series, draftOccurrence(series, slot, newId()), exceptions.get(slot)))
  return { series: { ...series, nextStartsAt }, added }
}

function withException(series: Series, usual: OccurrenceDraft, exception: CalendarEvent | null | undefined) {
  if (!exception) return usual
  const occurrence = { ...usual, ...contentOf(exception, series.timeZone) }
  return { ...occurrence, ownFields: ownFieldsOf(series, occurrence) }
}
