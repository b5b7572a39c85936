import type { Event } from '@astralis/core/events/event'
import { eventFor } from '@astralis/core/events/visibility'
import { findEvent } from '@astralis/db/queries/events'
import type { ServiceContext } from '../context.ts'
import { notFound } from '../errors.ts'
import { inOrganization } from '../transaction.ts'

/** One event as the caller may see it. */
export async function getEvent(ctx: ServiceContext, { id }: { id: string }): Promise<Event> {
  const { orgId } = ctx.actor
  const event = await inOrganization(ctx, orgId, (tx) => findEvent(tx, orgId, id))
  if (!event) throw notFound('event')
  return eventFor(ctx.actor, event)
}
