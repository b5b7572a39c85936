import { isProcedureName, type ProcedureName, reachOf, ruleOf } from '@astralis/core/access/access-table'
import type { Event } from '@astralis/core/events/event'
import type { Acting, Actor } from './context.ts'
import { ServiceError } from './errors.ts'

/**
 * Throws NOT_ALLOWED where the table of access has no such procedure, or refuses it to the actor; `hasSession` says whether
 * they are signed in with a browser rather than with an API token.
 */
export function requireAllowed(actor: Actor, name: string, hasSession: boolean): void {
  if (!isProcedureName(name))
    throw new ServiceError('NOT_ALLOWED', `Nobody has said who may call ${name}, so nobody may.`)
  if (reachOf(actor.role, name) === 'none')
    throw new ServiceError('NOT_ALLOWED', 'Only an admin of the organization can do this.')
  if (ruleOf(name).needsSession && !hasSession)
    throw new ServiceError(
      'NOT_ALLOWED',
      'This needs somebody who is signed in with a browser; an API token is not enough.',
    )
}

/** Whether the actor's role goes as far with this procedure as the whole organization. */
export function reachesAll({ role }: Pick<Acting, 'role'>, name: ProcedureName): boolean {
  return reachOf(role, name) === 'all'
}

/** ADMIN and OPERATOR change every event of the organization, a CLIENT those they created. */
export function reachesEvent(actor: Acting, { createdBy }: Pick<Event, 'createdBy'>): boolean {
  return reachesAll(actor, 'events.update') || (createdBy !== null && createdBy === actor.userId)
}

/** Throws NOT_ALLOWED where the actor may not change an event of the organization. */
export function requireChange(actor: Acting, event: Pick<Event, 'createdBy'>): void {
  if (reachesEvent(actor, event)) return
  throw new ServiceError(
    'NOT_ALLOWED',
    'Only the person who created this event, an operator or an admin can change it.',
  )
}

/** Everybody says for themselves when they can be booked, an ADMIN for all. */
export function requireSelfOrAdmin(actor: Actor, userId: string): void {
  if (reachesAll(actor, 'availability.set') || actor.userId === userId) return
  throw new ServiceError('NOT_ALLOWED', 'Only they themselves, or an admin, can change somebody’s availability.')
}

/** Only a participant answers, and only for themselves. */
export function requireParticipant(actor: Acting, event: Pick<Event, 'participants'>): void {
  if (event.participants.some((participant) => participant.email === actor.email)) return
  throw new ServiceError('NOT_ALLOWED', 'Only a participant of this event can answer its invitation.')
}
