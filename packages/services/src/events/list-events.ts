import type { ListEventsInput } from '@astralis/core/events/event-input'
import * as queries from '@astralis/db/queries/events'
import type { ServiceContext } from '../context.ts'
import { inOrganization } from '../transaction.ts'
import { seeEvents, type SeenEvent } from './seen-event.ts'

/** The organization's events that overlap the range, earliest first, as the caller may see them. */
export async function listEvents(ctx: ServiceContext, input: ListEventsInput): Promise<SeenEvent[]> {
  const { orgId } = ctx.actor
  const { from, to, userIds, statuses } = input
  const span = { startsAt: from, endsAt: to }
  return inOrganization(ctx, orgId, async (tx) => {
    const events = await queries.listEvents(tx, { orgId, span, userIds, statuses })
    return seeEvents(tx, ctx.actor, events)
  })
}
