/** What an account may do with a calendar, from least to most. */
export const ACCESS_ROLES = ['freeBusyReader', 'reader', 'writer', 'owner'] as const
export type AccessRole = (typeof ACCESS_ROLES)[number]
