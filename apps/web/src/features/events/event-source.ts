import type { EventSource } from '@astralis/core/events/event'

/** What people call the calendars that events may come from; null for this one. */
export const SOURCE_NAMES: Record<EventSource, string | null> = {
  internal: null,
  google: 'Google Calendar',
  microsoft: 'Outlook',
  apple: 'Apple Calendar',
}
