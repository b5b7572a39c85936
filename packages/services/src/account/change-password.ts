import type { ChangePasswordInput } from '@astralis/core/people/account-input'
import { deleteSessionsOf } from '@astralis/db/queries/sessions'
import { replacePassword } from '@astralis/db/queries/users'
import { recordActivity } from '../activity/record-activity.ts'
import { hashPassword } from '../auth/password.ts'
import { type SessionToken, startSession } from '../auth/sessions.ts'
import type { Browser, ServiceContext } from '../context.ts'
import { inOrganization } from '../transaction.ts'
import { passwordWrong, requirePassword } from './require-password.ts'

/**
 * Sets a new password and ends every session of the caller; this browser gets a new one, so that whoever has read the token
 * of any is out. Throws PASSWORD_WRONG.
 */
export async function changePassword(
  ctx: ServiceContext & Browser,
  { currentPassword, newPassword }: ChangePasswordInput,
): Promise<SessionToken> {
  const { orgId, userId } = ctx.actor
  const from = await requirePassword(ctx, currentPassword, 'currentPassword')
  const to = await hashPassword(newPassword)
  return inOrganization(ctx, orgId, async (tx) => {
    const isReplaced = await replacePassword(tx, orgId, userId, { from, to })
    if (!isReplaced) throw passwordWrong('currentPassword')
    await deleteSessionsOf(tx, orgId, { userId })
    await recordActivity(tx, ctx, [{ action: 'account.password-changed', entityId: userId }])
    return startSession(tx, ctx, { orgId, id: userId })
  })
}
