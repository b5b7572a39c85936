import type { Event } from '@astralis/core/events/event'
import type { Acting, Actor } from './context.ts'
import { ServiceError } from './errors.ts'

/** ADMIN and OPERATOR change every event of the organization, a CLIENT those they created. */
export function requireChange(actor: Acting, event: Pick<Event, 'createdBy'>): void {
  if (actor.role !== 'CLIENT' || event.createdBy === actor.userId) return
  throw new ServiceError(
    'NOT_ALLOWED',
    'Only the person who created this event, an operator or an admin can change it.',
  )
}

/** Everybody says for themselves when they can be booked, an ADMIN for all. */
export function requireSelfOrAdmin(actor: Actor, userId: string): void {
  if (actor.role === 'ADMIN' || actor.userId === userId) return
  throw new ServiceError('NOT_ALLOWED', 'Only they themselves, or an admin, can change somebody’s availability.')
}

/** Only a participant answers, and only for themselves. */
export function requireParticipant(actor: Acting, event: Pick<Event, 'participants'>): void {
  if (event.participants.some((participant) => participant.email === actor.email)) return
  throw new ServiceError('NOT_ALLOWED', 'Only a participant of this event can answer its invitation.')
}
