import { seesDetails } from '@astralis/core/events/visibility'
import type { ProviderName } from '@astralis/core/sync/provider-name'
import type { WriteAccess } from '@astralis/core/sync/remote-item'
import { findEvent } from '@astralis/db/queries/events'
import { listPlaces } from '@astralis/db/queries/linked-items'
import type { ServiceContext } from '../context.ts'
import { notFound } from '../errors.ts'
import { inOrganization } from '../transaction.ts'

/** A linked calendar that has an event as well. */
export interface EventLink {
  provider: ProviderName
  /** Null for a calendar of somebody else. */
  calendarName: string | null
  /** What may be changed there from here. */
  writeAccess: WriteAccess
  /** Where it can be seen there; only for whose calendar it is. */
  webLink: string | null
  /** Why it does not go there for now. */
  problem: string | null
}

/** Where else an event is, for whoever sees what it is about. */
export async function listEventLinks(ctx: ServiceContext, { id }: { id: string }): Promise<EventLink[]> {
  const { orgId, userId } = ctx.actor
  return inOrganization(ctx, orgId, async (tx) => {
    const event = await findEvent(tx, orgId, id)
    if (!event) throw notFound('event')
    if (!seesDetails(ctx.actor, event)) return []
    const places = await listPlaces(tx, orgId, event.seriesId ?? event.id)
    return places.map(({ userId: owner, calendarName, webLink, ...place }) => ({
      ...place,
      calendarName: owner === userId ? calendarName : null,
      webLink: owner === userId ? webLink : null,
    }))
  })
}
