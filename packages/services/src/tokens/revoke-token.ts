import type { TokenInput } from '@astralis/core/people/token-input'
import { deleteApiToken } from '@astralis/db/queries/api-tokens'
import { reachesAll } from '../access.ts'
import { recordActivity } from '../activity/record-activity.ts'
import type { ServiceContext } from '../context.ts'
import { notFound } from '../errors.ts'
import { inOrganization } from '../transaction.ts'

/** Ends an API token at once: the caller's own, for an ADMIN any of the organization. Throws NOT_FOUND for any other. */
export async function revokeToken(ctx: ServiceContext, { id }: TokenInput): Promise<void> {
  const { orgId, userId } = ctx.actor
  const owner = reachesAll(ctx.actor, 'tokens.revoke') ? undefined : userId
  await inOrganization(ctx, orgId, async (tx) => {
    const before = await deleteApiToken(tx, orgId, id, owner)
    if (!before) throw notFound('API token')
    await recordActivity(tx, ctx, [{ action: 'token.revoked', entityId: id, before }])
  })
}
