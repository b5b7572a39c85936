import type { EventSource } from '@astralis/core/events/event'
import type { ProviderName } from '@astralis/core/sync/provider-name'

/** What people call the calendars of each service. */
export const PLACE_NAMES: Record<ProviderName, string> = {
  GOOGLE: 'Google Calendar',
  MICROSOFT: 'Outlook',
  APPLE: 'Apple Calendar',
}

/** The calendars that events may come from; null for this one. */
export const SOURCE_NAMES: Record<EventSource, string | null> = {
  internal: null,
  google: PLACE_NAMES.GOOGLE,
  microsoft: PLACE_NAMES.MICROSOFT,
  apple: PLACE_NAMES.APPLE,
}
