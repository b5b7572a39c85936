import type { DraftParticipant } from '../events/draft-event.ts'
import type { CalendarEvent } from '../ical/calendar-event.ts'
import { type CalendarOccurrence, occurrenceEvent, seriesEvents, singleEvent } from '../ical/series-events.ts'
import type { OccurrenceDraft } from '../series/draft-series.ts'
import type { Series } from '../series/series.ts'
import type { Temporal } from '../temporal.ts'

/** What people are told of as one: an event, one occurrence of a series, or a series. */
export interface Announced {
  uid: string
  /** An event by which it can be found; of a series, any occurrence. */
  eventId: string
  eventVersion: number
  originalStartsAt: Temporal.Instant | null
  isOn: boolean
  /** Null for a series, which may have no end. */
  endsAt: Temporal.Instant | null
  participants: readonly DraftParticipant[]
  /** Equal for two forms between which nobody would see a difference. */
  visible: string
  calendar: CalendarEvent[]
}

/** A single event, or an occurrence of `series` by itself. */
export function announcedEvent(event: OccurrenceDraft & CalendarOccurrence, series: Series | null): Announced {
  const calendar = series ? occurrenceEvent(series, event) : singleEvent(event)
  return {
    uid: series?.id ?? event.id,
    eventId: event.id,
    eventVersion: event.version,
    originalStartsAt: series ? event.originalStartsAt : null,
    isOn: event.status !== 'CANCELLED',
    endsAt: event.endsAt,
    participants: event.participants,
    visible: visiblePart(calendar),
    calendar: [calendar],
  }
}

/** A whole series. What is different in its single occurrences has been told by itself, and is no part of this. */
export function announcedSeries(series: Series, occurrence: { id: string; version: number }): Announced {
  const [master, ...rest] = seriesEvents(series, [])
  const calendar = master ? [master, ...rest] : []
  return {
    uid: series.id,
    eventId: occurrence.id,
    eventVersion: occurrence.version,
    originalStartsAt: null,
    isOn: series.status !== 'CANCELLED',
    endsAt: null,
    participants: series.participants,
    visible: calendar.map(visiblePart).join('\n'),
    calendar,
  }
}

/** Equal for two that are about the same event, occurrence or series. */
export function subjectKey({ uid, originalStartsAt }: Pick<Announced, 'uid' | 'originalStartsAt'>): string {
  return `${uid} ${originalStartsAt?.toString() ?? ''}`
}

/** What of an event a mail shows, answers and people aside. */
export function visiblePart(event: CalendarEvent): string {
  const { title, description, location, meetingLink, allDay, startsAt, endsAt, timeZone, recurrence } = event
  return JSON.stringify([title, description, location, meetingLink, allDay, startsAt, endsAt, timeZone, recurrence])
}
