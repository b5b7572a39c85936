import type { Transaction } from '@astralis/db/client'
import { deleteApiTokensOf } from '@astralis/db/queries/api-tokens'
import { listConnections } from '@astralis/db/queries/connections'
import { deleteSessionsOf } from '@astralis/db/queries/sessions'
import { unlinkAccount } from '../connections/unlink-account.ts'
import type { ServiceContext } from '../context.ts'

/**
 * Takes away what acts for a member who is deactivated: sessions, API tokens, linked calendar accounts. Also before they
 * come back, so that nothing that began in the very moment of the deactivation begins to work then.
 */
export async function endAccess(tx: Transaction, ctx: ServiceContext, userId: string): Promise<void> {
  const { orgId } = ctx.actor
  await deleteSessionsOf(tx, orgId, { userId })
  await deleteApiTokensOf(tx, orgId, userId)
  for (const { id } of await listConnections(tx, orgId, userId)) await unlinkAccount(tx, ctx, id)
}
