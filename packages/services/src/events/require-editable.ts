import type { Event } from '@astralis/core/events/event'
import type { WriteAccess } from '@astralis/core/sync/remote-item'
import { reachesEvent, requireChange } from '../access.ts'
import type { Acting, Actor } from '../context.ts'
import { ServiceError } from '../errors.ts'

/** The linked calendar has the last word on what comes from it. */
export function readOnly(): ServiceError {
  return new ServiceError(
    'EVENT_READ_ONLY',
    'This event comes from a linked calendar, and your account can not change it there. Ask its organizer.',
  )
}

/** Whether `requireEditable` lets an edit through that has seen the event as it is. */
export function isEditable(
  actor: Acting,
  event: Pick<Event, 'source' | 'createdBy'>,
  writeAccess: WriteAccess,
): boolean {
  // Of what comes from a linked calendar, that calendar says who may change it.
  return event.source === 'internal' ? reachesEvent(actor, event) : writeAccess === 'all'
}

/** Lets an edit through when the caller may make it and has seen the event as it is now. */
export function requireEditable(actor: Actor, event: Event, version: number, writeAccess: WriteAccess): void {
  if (event.source === 'internal') requireChange(actor, event)
  if (!isEditable(actor, event, writeAccess)) throw readOnly()
  if (event.version === version) return
  throw new ServiceError(
    'VERSION_MISMATCH',
    'This event was changed in the meantime. Look at it again, then repeat your change.',
  )
}
