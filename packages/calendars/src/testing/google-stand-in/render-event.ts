import { epochOfTime, formatInstant } from './event-time.ts'
import type { EventTime, StoredCalendar, StoredEvent } from './model.ts'

/**
 * The JSON of an event. Of what was deleted Google guarantees the id only, of a cancelled exception also which one it was:
 * nobody may rely on more, so there is no more.
 */
export function renderEvent(calendar: StoredCalendar, event: StoredEvent, timeZone?: string): object {
  const { change: _, ...told } = event
  const kind = 'calendar#event'
  const { id, etag, status, recurringEventId, originalStartTime } = event
  if (status === 'cancelled') return { kind, etag, id, status, recurringEventId, originalStartTime }
  const self = (email: string) => (email === calendar.id ? true : undefined)
  const rezone = (time: EventTime): EventTime =>
    timeZone === undefined || time.date !== undefined
      ? time
      : { ...time, dateTime: formatInstant(epochOfTime(time), timeZone) }
  return {
    kind,
    ...told,
    creator: { ...event.creator, self: self(event.creator.email) },
    organizer: { ...event.organizer, self: self(event.organizer.email) },
    start: rezone(event.start),
    end: rezone(event.end),
    originalStartTime: originalStartTime && rezone(originalStartTime),
    attendees: event.attendees?.map((attendee) => ({ ...attendee, self: self(attendee.email) })),
    reminders: event.reminders ?? { useDefault: true },
  }
}
