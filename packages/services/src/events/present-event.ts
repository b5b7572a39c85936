import type { Conflict, Event } from '@astralis/core/events/event'
import { eventFor } from '@astralis/core/events/visibility'
import type { SharedHours } from '@astralis/core/slots/person'
import { warnAbout } from '@astralis/core/events/warn-about'
import type { Warning } from '@astralis/core/wire/warning'
import type { ServiceContext } from '../context.ts'

/** What a change of an event answers with. */
export interface EventResult {
  event: Event
  conflicts: Conflict[]
  warnings: Warning[]
}

/** `hours` are those of the people whose time it takes. */
export function presentEvent(
  ctx: Pick<ServiceContext, 'actor' | 'clock'>,
  stored: Event,
  hours: readonly SharedHours[],
): EventResult {
  const event = eventFor(ctx.actor, stored)
  return { event, conflicts: event.conflicts, warnings: warnAbout(event, ctx.clock(), hours) }
}
