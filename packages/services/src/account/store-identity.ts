import type { GoogleAccount } from '@astralis/calendars/google/google-sign-in'
import { listIdentities, putIdentity } from '@astralis/db/queries/identities'
import { recordActivity } from '../activity/record-activity.ts'
import type { Actor, Runtime } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { databaseConstraint, inOrganization } from '../transaction.ts'

/** Lets the actor sign in with this account, in place of the one before. Throws IDENTITY_TAKEN. */
export async function storeIdentity(
  ctx: Runtime & { actor: Actor; origin: string },
  { id, email }: GoogleAccount,
): Promise<void> {
  const { orgId, userId } = ctx.actor
  const provider = 'GOOGLE'
  try {
    await inOrganization(ctx, orgId, async (tx) => {
      const [previous] = await listIdentities(tx, orgId, userId)
      await putIdentity(tx, { orgId, userId, provider, accountId: id, accountEmail: email, createdAt: ctx.clock() })
      await recordActivity(tx, ctx, [
        {
          action: 'account.google-linked',
          entityId: userId,
          before: previous && { provider, accountEmail: previous.accountEmail },
          after: { provider, accountEmail: email },
        },
      ])
    })
  } catch (error) {
    if (databaseConstraint(error) !== 'identities_account_unique') throw error
    throw new ServiceError('IDENTITY_TAKEN', 'Somebody else signs in with this Google account.')
  }
}
