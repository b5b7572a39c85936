import type { CalendarEvent } from '../events/calendar-event.ts'

/** What the grid shows of an event. */
export type GridEvent = Pick<
  CalendarEvent,
  | 'id'
  | 'title'
  | 'startsAt'
  | 'endsAt'
  | 'allDay'
  | 'timeZone'
  | 'status'
  | 'showsAs'
  | 'location'
  | 'recurrence'
  | 'source'
  | 'mayChange'
>
