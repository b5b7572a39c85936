import type { SessionInput } from '@astralis/core/people/account-input'
import { deleteOwnSession } from '@astralis/db/queries/sessions'
import { recordActivity } from '../activity/record-activity.ts'
import { hashToken } from '../auth/org-token.ts'
import type { ServiceContext } from '../context.ts'
import { notFound } from '../errors.ts'
import { inOrganization } from '../transaction.ts'
import type { CallerSession } from './require-session.ts'

/**
 * Ends one of the caller's sessions, from its next request on; says whether it is the one that asks. Somebody else's is
 * NOT_FOUND.
 */
export async function revokeSession(
  ctx: ServiceContext & CallerSession,
  { id }: SessionInput,
): Promise<{ isCurrent: boolean }> {
  const { orgId, userId } = ctx.actor
  return inOrganization(ctx, orgId, async (tx) => {
    const ended = await deleteOwnSession(tx, orgId, { userId, id })
    if (ended === null) throw notFound('session')
    await recordActivity(tx, ctx, [{ action: 'session.revoked', entityId: userId }])
    return { isCurrent: ctx.sessionToken !== null && ended === hashToken(ctx.sessionToken) }
  })
}
