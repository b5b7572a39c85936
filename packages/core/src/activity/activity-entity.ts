/** What an entry of the activity log is about (B7). */
export const ACTIVITY_ENTITIES = [
  'event',
  'series',
  'availability',
  'reminders',
  'connection',
  'organization',
  'member',
  'invitation',
  'account',
  'session',
  'token',
] as const
export type ActivityEntity = (typeof ACTIVITY_ENTITIES)[number]
