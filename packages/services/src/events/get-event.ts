import { findEvent } from '@astralis/db/queries/events'
import type { ServiceContext } from '../context.ts'
import { notFound } from '../errors.ts'
import { inOrganization } from '../transaction.ts'
import { seeEvents, type SeenEvent } from './seen-event.ts'

/** One event as the caller may see it. */
export async function getEvent(ctx: ServiceContext, { id }: { id: string }): Promise<SeenEvent> {
  const { orgId } = ctx.actor
  return inOrganization(ctx, orgId, async (tx) => {
    const event = await findEvent(tx, orgId, id)
    const [seen] = event ? await seeEvents(tx, ctx.actor, [event]) : []
    if (!seen) throw notFound('event')
    return seen
  })
}
