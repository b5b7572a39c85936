import type { Event } from '@astralis/core/events/event'
import { requireChange } from '../access.ts'
import type { Actor } from '../context.ts'
import { ServiceError } from '../errors.ts'

/** Lets an edit through when the caller may make it and has seen the event as it is now. */
export function requireEditable(actor: Actor, event: Event, version: number): void {
  requireChange(actor, event)
  if (event.version === version) return
  throw new ServiceError(
    'VERSION_MISMATCH',
    'This event was changed in the meantime. Look at it again, then repeat your change.',
  )
}
