import type { ConnectionInput } from '@astralis/core/sync/connection-input'
import type { ServiceContext } from '../context.ts'
import { inOrganization } from '../transaction.ts'
import { requireOwn } from './require-own.ts'
import { unlinkAccount } from './unlink-account.ts'

/** Unlinks an account of the caller's. Doing it twice changes nothing. */
export async function disconnect(ctx: ServiceContext, { id }: ConnectionInput): Promise<void> {
  const { orgId } = ctx.actor
  await inOrganization(ctx, orgId, async (tx) => {
    await requireOwn(tx, ctx.actor, id)
    await unlinkAccount(tx, ctx, id)
  })
}
