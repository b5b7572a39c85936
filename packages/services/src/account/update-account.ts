import type { UpdateAccountInput } from '@astralis/core/people/account-input'
import { getUser, updateProfile } from '@astralis/db/queries/users'
import { recordActivity } from '../activity/record-activity.ts'
import { presentUser, type SignedInUser } from '../auth/present-user.ts'
import type { ServiceContext } from '../context.ts'
import { inOrganization } from '../transaction.ts'

/** Changes the caller's name and time zone. Their address and role are nothing that they say themselves. */
export async function updateAccount(ctx: ServiceContext, input: UpdateAccountInput): Promise<SignedInUser> {
  const { orgId, userId } = ctx.actor
  return inOrganization(ctx, orgId, async (tx) => {
    const { name, timeZone } = await getUser(tx, orgId, userId)
    const before = { name, timeZone }
    const after = { name: input.name ?? name, timeZone: input.timeZone ?? timeZone }
    if (after.name !== name || after.timeZone !== timeZone) {
      await updateProfile(tx, orgId, userId, after)
      await recordActivity(tx, ctx, [{ action: 'account.updated', entityId: userId, before, after }])
    }
    return presentUser({ ...ctx.actor, ...after })
  })
}
