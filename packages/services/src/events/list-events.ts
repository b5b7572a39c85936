import type { Event } from '@astralis/core/events/event'
import type { ListEventsInput } from '@astralis/core/events/event-input'
import { eventFor } from '@astralis/core/events/visibility'
import * as queries from '@astralis/db/queries/events'
import type { ServiceContext } from '../context.ts'
import { inOrganization } from '../transaction.ts'

/** The organization's events that overlap the range, earliest first, as the caller may see them. */
export async function listEvents(ctx: ServiceContext, input: ListEventsInput): Promise<Event[]> {
  const { orgId } = ctx.actor
  const { from, to, userIds, statuses } = input
  const span = { startsAt: from, endsAt: to }
  const events = await inOrganization(ctx, orgId, (tx) => queries.listEvents(tx, { orgId, span, userIds, statuses }))
  return events.map((event) => eventFor(ctx.actor, event))
}
