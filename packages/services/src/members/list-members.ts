import * as queries from '@astralis/db/queries/users'
import { reachesAll } from '../access.ts'
import type { ServiceContext } from '../context.ts'
import { inOrganization } from '../transaction.ts'

/** Who is in the caller's organization, by name. Only whoever can reactivate them sees those who are deactivated. */
export async function listMembers(ctx: ServiceContext): Promise<queries.MemberRow[]> {
  const { orgId } = ctx.actor
  return inOrganization(ctx, orgId, (tx) =>
    queries.listMembers(tx, orgId, { onlyActive: !reachesAll(ctx.actor, 'members.update') }),
  )
}
