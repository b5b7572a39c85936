import type { SignInInput } from '@astralis/core/people/auth-input'
import { enterSignIn } from '@astralis/db/tenancy'
import { findUserByEmail, getUser } from '@astralis/db/queries/users'
import { recordActivity } from '../activity/record-activity.ts'
import type { Runtime } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { inOrganization } from '../transaction.ts'
import { verifyPassword } from './password.ts'
import { presentUser } from './present-user.ts'
import { startSession } from './sessions.ts'
import type { SignedIn } from './sign-up.ts'

/** Signs a member in. An unknown address, a wrong password and a deactivated account answer alike, after like time. */
export async function signIn(runtime: Runtime & { origin: string }, input: SignInInput): Promise<SignedIn> {
  const account = await runtime.db.transaction(async (tx) => {
    await enterSignIn(tx, input.email)
    return findUserByEmail(tx, input.email)
  })
  const isRight = await verifyPassword(account?.passwordHash, input.password)
  if (!account || !isRight || !account.isActive)
    throw new ServiceError('SIGN_IN_FAILED', 'The e-mail address or the password is wrong.')

  const { orgId } = account
  return inOrganization(runtime, orgId, async (tx) => {
    const user = await getUser(tx, orgId, account.id)
    const actor = { ...user, orgId, userId: user.id }
    const session = await startSession(tx, runtime, account)
    await recordActivity(tx, { ...runtime, actor }, [{ action: 'session.started', entityId: user.id }])
    return { user: presentUser(actor), session }
  })
}
