import type { ConnectionInput } from '@astralis/core/sync/connection-input'
import { listLinkedCalendars, requestPulls } from '@astralis/db/queries/linked-calendars'
import type { ServiceContext } from '../context.ts'
import { inOrganization } from '../transaction.ts'
import { queueCalendars } from './queue-calendars.ts'
import { requireOwn } from './require-own.ts'
import { requireWorking } from './require-working.ts'

/** Reads all chosen calendars of an account, and sends what waits, as soon as a worker is free. */
export async function syncNow(ctx: ServiceContext, { id }: ConnectionInput): Promise<void> {
  const { orgId } = ctx.actor
  await inOrganization(ctx, orgId, async (tx) => {
    requireWorking(await requireOwn(tx, ctx.actor, id))
    const calendars = await listLinkedCalendars(tx, orgId, [id])
    const chosen = calendars.filter(({ isSelected }) => isSelected).map((calendar) => calendar.id)
    await requestPulls(tx, orgId, chosen, ctx.clock())
    await queueCalendars(tx, ctx, 'calendars.sync', orgId, chosen)
  })
}
