import * as queries from '@astralis/db/queries/users'
import type { ServiceContext } from '../context.ts'
import { inOrganization } from '../transaction.ts'

/** Everybody in the caller's organization, by name. */
export async function listMembers(ctx: ServiceContext) {
  const { orgId } = ctx.actor
  return inOrganization(ctx, orgId, (tx) => queries.listMembers(tx, orgId))
}
