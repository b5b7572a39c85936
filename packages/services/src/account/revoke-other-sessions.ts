import { deleteSessionsOf } from '@astralis/db/queries/sessions'
import { recordActivity } from '../activity/record-activity.ts'
import { hashToken } from '../auth/org-token.ts'
import type { ServiceContext } from '../context.ts'
import { inOrganization } from '../transaction.ts'
import { type CallerSession, requireSession } from './require-session.ts'

/** Ends all of the caller's sessions but the one that asks; returns how many they were. */
export async function revokeOtherSessions(ctx: ServiceContext & CallerSession): Promise<number> {
  const { orgId, userId } = ctx.actor
  const except = hashToken(requireSession(ctx))
  return inOrganization(ctx, orgId, async (tx) => {
    const ended = await deleteSessionsOf(tx, orgId, { userId, except })
    if (ended > 0)
      await recordActivity(tx, ctx, [{ action: 'session.ended', entityId: userId, after: { sessions: ended } }])
    return ended
  })
}
