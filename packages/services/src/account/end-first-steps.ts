import { endFirstSteps as end } from '@astralis/db/queries/first-steps'
import { recordActivity } from '../activity/record-activity.ts'
import type { ServiceContext } from '../context.ts'
import { inOrganization } from '../transaction.ts'

/** Puts the first steps of the caller away, in all of their browsers. Doing so again changes nothing. */
export async function endFirstSteps(ctx: ServiceContext): Promise<void> {
  const { orgId, userId } = ctx.actor
  await inOrganization(ctx, orgId, async (tx) => {
    if (!(await end(tx, orgId, userId))) return
    await recordActivity(tx, ctx, [{ action: 'account.first-steps-ended', entityId: userId }])
  })
}
