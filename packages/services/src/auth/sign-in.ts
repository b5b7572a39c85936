import type { SignInInput } from '@astralis/core/people/auth-input'
import { enterSignIn } from '@astralis/db/tenancy'
import { findUserByEmail, getUser, lockPassword } from '@astralis/db/queries/users'
import { recordActivity } from '../activity/record-activity.ts'
import type { Browser, Runtime } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { type Attempt, giveBackAttempts, takeAttempts } from '../limits/rate-limit.ts'
import { inOrganization } from '../transaction.ts'
import { verifyPassword } from './password.ts'
import { presentUser } from './present-user.ts'
import { endPrevious, startSession } from './sessions.ts'
import type { SignedIn } from './sign-up.ts'

/**
 * Signs a member in. An unknown address, a wrong password and a deactivated account answer alike, after like time, and
 * count alike: after too many of them RATE_LIMITED is thrown before anything is looked up.
 */
export async function signIn(runtime: Runtime & Browser, input: SignInInput): Promise<SignedIn> {
  const attempts = attemptsOf(input.email, runtime.address)
  await takeAttempts(runtime, attempts)
  const account = await runtime.db.transaction(async (tx) => {
    await enterSignIn(tx, input.email)
    return findUserByEmail(tx, input.email)
  })
  const isRight = await verifyPassword(account?.passwordHash, input.password)
  if (!account || !isRight || !account.isActive) throw signInFailed()

  const { orgId } = account
  const signedIn = await inOrganization(runtime, orgId, async (tx) => {
    const known = await lockPassword(tx, orgId, account.id)
    // Whoever changes the password meanwhile ends all sessions; this one would not be among them.
    if (!known?.isActive || known.passwordHash !== account.passwordHash) throw signInFailed()
    const user = await getUser(tx, orgId, account.id)
    const actor = { ...user, orgId, userId: user.id }
    const session = await startSession(tx, runtime, account)
    await recordActivity(tx, { ...runtime, actor }, [{ action: 'session.started', entityId: user.id }])
    return { user: presentUser(actor), session }
  })
  await giveBackAttempts(runtime, attempts)
  await endPrevious(runtime)
  return signedIn
}

function attemptsOf(email: string, address: string): Attempt[] {
  return [
    { limit: 'sign-in.account-and-address', of: `${email} ${address}` },
    { limit: 'sign-in.account', of: email },
    { limit: 'sign-in.address', of: address },
  ]
}

function signInFailed(): ServiceError {
  return new ServiceError('SIGN_IN_FAILED', 'The e-mail address or the password is wrong.')
}
