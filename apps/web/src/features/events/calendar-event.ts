import type { Outputs } from '../../lib/trpc.ts'

/** An event as it travels: instants are RFC 3339 strings. */
export type CalendarEvent = Outputs['events']['get']['event']
export type EventConflict = CalendarEvent['conflicts'][number]
export type EventParticipant = CalendarEvent['participants'][number]
export type Member = Outputs['members']['list']['members'][number]
