import type { CalendarEvent } from '../ical/calendar-event.ts'
import { isException, occurrenceEvent, seriesEvents, singleEvent } from '../ical/series-events.ts'
import type { Event } from '../events/event.ts'
import { formatRecurrence } from '../recurrence/recurrence.ts'
import { epochToWall, formatWall } from '../recurrence/wall-time.ts'
import { draftOccurrence, type OccurrenceDraft } from '../series/draft-series.ts'
import type { Series } from '../series/series.ts'

/** What `formsOf` reads: of an item as it is stored, or as it is about to be. */
export interface StoredItem {
  event: OccurrenceDraft | null
  series: Series | null
  occurrences: readonly OccurrenceDraft[]
}

/** An event, or a series with its occurrences, as it is stored here; nothing of it where it is not (yet, or any more). */
export interface LocalItem extends StoredItem {
  event: Event | null
  occurrences: readonly Event[]
}

/** The forms in which it is compared with a linked calendar. Null: cancelled, or not there. */
export interface ItemForms {
  main: CalendarEvent | null
  /** By slot (epoch milliseconds): occurrences that are not as their series has them. */
  exceptions: Map<number, CalendarEvent | null>
}

export function formsOf(item: StoredItem): ItemForms {
  const { event, series, occurrences } = shownItem(item)
  if (!series) return { main: event && isOn(event) ? singleEvent(event) : null, exceptions: new Map() }
  const exceptions = new Map<number, CalendarEvent | null>()
  for (const one of occurrences) {
    if (!isOn(one)) exceptions.set(slotOf(one), null)
    else if (isException(series, one)) exceptions.set(slotOf(one), occurrenceEvent(series, one))
  }
  const [master = null] = seriesEvents(series, [])
  return { main: isOn(series) ? master : null, exceptions }
}

/**
 * As other calendars are to see it: a series that was cancelled, and of which somebody has taken single occurrences back, is
 * a series of just these.
 */
export function shownItem(item: StoredItem): StoredItem {
  const { series, occurrences } = item
  if (!series || isOn(series)) return item
  // What was over before is no reason to have the series again.
  const left = occurrences.filter((one) => isOn(one) && one.status !== 'COMPLETED')
  if (left.length === 0) return item
  const slots = left.map((one) => epochToWall(series.timeZone, slotOf(one)))
  const rules = formatRecurrence({ rule: null, extra: slots, excluded: [], excludedDates: [] })
  const startsAt = formatWall(Math.min(...slots))
  return { event: null, series: { ...series, status: 'SCHEDULED', startsAt, rules }, occurrences: left }
}

/** An occurrence that is as its series has it. */
export function usualForm(series: Series, slot: number): CalendarEvent {
  return occurrenceEvent(series, { ...draftOccurrence(series, slot, series.id), sequence: series.sequence })
}

function isOn({ status }: { status: string }): boolean {
  return status !== 'CANCELLED'
}

/** Epoch milliseconds. */
export function slotOf({ originalStartsAt, startsAt }: Pick<Event, 'originalStartsAt' | 'startsAt'>): number {
  return (originalStartsAt ?? startsAt).epochMilliseconds
}

/** Whether the slot (epoch milliseconds) has an event. */
export function hasOccurrence({ occurrences }: StoredItem, slot: number): boolean {
  return occurrences.some(({ originalStartsAt }) => originalStartsAt?.epochMilliseconds === slot)
}
