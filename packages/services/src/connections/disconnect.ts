import type { ConnectionInput } from '@astralis/core/sync/connection-input'
import { updateConnection } from '@astralis/db/queries/connections'
import { leaveCalendars, listLinkedCalendars } from '@astralis/db/queries/linked-calendars'
import { recordActivity } from '../activity/record-activity.ts'
import type { ServiceContext } from '../context.ts'
import { inOrganization } from '../transaction.ts'
import { logConnection } from './log-connection.ts'
import { queueCalendars } from './queue-calendars.ts'
import { lockOwn } from './require-own.ts'

/**
 * Unlinks an account. From here on nothing reads or writes there; a job takes leave of the service, and others remove what
 * was imported. Doing it twice changes nothing.
 */
export async function disconnect(ctx: ServiceContext, { id }: ConnectionInput): Promise<void> {
  const { orgId } = ctx.actor
  await inOrganization(ctx, orgId, async (tx) => {
    const { status, provider, accountEmail } = await lockOwn(tx, ctx.actor, id)
    if (status === 'DISCONNECTED') return
    const solved = { problem: null, problemDetail: null, problemSince: null }
    await updateConnection(tx, orgId, id, { ...solved, status: 'DISCONNECTED', updatedAt: ctx.clock() })
    const calendars = await listLinkedCalendars(tx, orgId, [id])
    const ids = calendars.map((calendar) => calendar.id)
    await leaveCalendars(tx, orgId, ids)
    await queueCalendars(tx, ctx, 'calendars.release', orgId, ids)
    await ctx.enqueue(tx, 'connections.close', [{ payload: { orgId, id }, key: id }])
    await logConnection(tx, ctx, { orgId, connectionId: id, outcome: 'disconnected' })
    const before = { provider, accountEmail, status }
    await recordActivity(tx, ctx, [{ action: 'connection.disconnected', entityId: id, before }])
  })
}
