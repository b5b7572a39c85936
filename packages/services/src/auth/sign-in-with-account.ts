import { findIdentityByAccount } from '@astralis/db/queries/identities'
import { getUser, lockPassword } from '@astralis/db/queries/users'
import { enterSignInAccount } from '@astralis/db/tenancy'
import { recordActivity } from '../activity/record-activity.ts'
import type { Browser, Runtime } from '../context.ts'
import { inOrganization } from '../transaction.ts'
import { endPrevious, type SessionToken, startSession } from './sessions.ts'

/**
 * Signs in whoever linked the Google account with this id. Its address says nothing: addresses change hands. Null where
 * nobody has linked it, or who did is deactivated.
 */
export async function signInWithAccount(runtime: Runtime & Browser, accountId: string): Promise<SessionToken | null> {
  const identity = await runtime.db.transaction(async (tx) => {
    await enterSignInAccount(tx, accountId)
    return findIdentityByAccount(tx, 'GOOGLE', accountId)
  })
  if (!identity) return null
  const { orgId, userId } = identity
  const session = await inOrganization(runtime, orgId, async (tx) => {
    const known = await lockPassword(tx, orgId, userId)
    if (!known?.isActive) return null
    const actor = { ...(await getUser(tx, orgId, userId)), orgId, userId }
    await recordActivity(tx, { ...runtime, actor }, [{ action: 'session.started', entityId: userId }])
    return startSession(tx, runtime, { orgId, id: userId })
  })
  if (session) await endPrevious(runtime)
  return session
}
