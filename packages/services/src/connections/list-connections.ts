import { listConnections as listRows } from '@astralis/db/queries/connections'
import { countWaitingChanges, listLinkedCalendars } from '@astralis/db/queries/linked-calendars'
import type { ConnectionContext } from './calendar-services.ts'
import { inOrganization, sentTogether } from '../transaction.ts'
import { type Connection, presentConnection } from './present-connection.ts'

/** The accounts that the caller has linked; those of others are nobody else's to see. */
export async function listConnections(
  ctx: ConnectionContext,
): Promise<{ connections: Connection[]; canLink: boolean }> {
  const { orgId, userId } = ctx.actor
  const connections = await inOrganization(ctx, orgId, async (tx) => {
    const rows = await listRows(tx, orgId, userId)
    const ids = rows.map(({ id }) => id)
    const [calendars, waiting] = await sentTogether([
      listLinkedCalendars(tx, orgId, ids),
      countWaitingChanges(tx, orgId, ids),
    ])
    const byConnection = Map.groupBy(calendars, ({ connectionId }) => connectionId)
    return rows.map((row) =>
      presentConnection(row, {
        calendars: byConnection.get(row.id) ?? [],
        pendingChanges: waiting.get(row.id) ?? 0,
      }),
    )
  })
  return { connections, canLink: Object.values(ctx.calendars.authorizations).some((known) => known !== null) }
}
