import { deleteIdentity } from '@astralis/db/queries/identities'
import { recordActivity } from '../activity/record-activity.ts'
import type { ServiceContext } from '../context.ts'
import { notFound } from '../errors.ts'
import { inOrganization } from '../transaction.ts'

/** Takes the link to a Google account away: it signs nobody in any more. Everybody has a password beside it. */
export async function unlinkGoogle(ctx: ServiceContext): Promise<void> {
  const { orgId, userId } = ctx.actor
  await inOrganization(ctx, orgId, async (tx) => {
    const removed = await deleteIdentity(tx, orgId, { userId, provider: 'GOOGLE' })
    if (!removed) throw notFound('link to a Google account')
    const before = { provider: removed.provider, accountEmail: removed.accountEmail }
    await recordActivity(tx, ctx, [{ action: 'account.google-unlinked', entityId: userId, before }])
  })
}
