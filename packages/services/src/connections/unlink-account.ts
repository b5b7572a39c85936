import type { Transaction } from '@astralis/db/client'
import { lockConnection, updateConnection } from '@astralis/db/queries/connections'
import { leaveCalendars, listLinkedCalendars } from '@astralis/db/queries/linked-calendars'
import { recordActivity } from '../activity/record-activity.ts'
import type { ServiceContext } from '../context.ts'
import { logConnection } from './log-connection.ts'
import { queueCalendars } from './queue-calendars.ts'

/**
 * Unlinks an account, the caller's or that of somebody who is deactivated. From here on nothing reads or writes there; a
 * job takes leave of the service, and others remove what was imported. Doing it twice changes nothing.
 */
export async function unlinkAccount(tx: Transaction, ctx: ServiceContext, id: string): Promise<void> {
  const { orgId } = ctx.actor
  const connection = await lockConnection(tx, orgId, id)
  if (!connection || connection.status === 'DISCONNECTED') return
  const { status, provider, accountEmail } = connection
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
}
