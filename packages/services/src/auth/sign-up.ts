import type { SignUpInput } from '@astralis/core/people/auth-input'
import { insertOrganization, insertUser } from '@astralis/db/queries/users'
import { recordActivity } from '../activity/record-activity.ts'
import type { Browser, Runtime } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { takeAttempts } from '../limits/rate-limit.ts'
import { databaseConstraint, inOrganization } from '../transaction.ts'
import { hashPassword } from './password.ts'
import { presentUser, type SignedInUser } from './present-user.ts'
import { endPrevious, type SessionToken, startSession } from './sessions.ts'

export interface SignedIn {
  user: SignedInUser
  session: SessionToken
}

/** Founds an organization with its first member, an ADMIN, and signs them in (H1). */
export async function signUp(runtime: Runtime & Browser, input: SignUpInput): Promise<SignedIn> {
  await takeAttempts(runtime, [{ limit: 'sign-up.address', of: runtime.address }])
  const { email, name, timeZone, organizationName } = input
  const passwordHash = await hashPassword(input.password)
  const orgId = runtime.newId()
  const user = { orgId, id: runtime.newId(), email, name, role: 'ADMIN' as const, timeZone }
  const actor = { ...user, userId: user.id, organizationName }
  try {
    const signedUp = await inOrganization(runtime, orgId, async (tx) => {
      const createdAt = runtime.clock()
      await insertOrganization(tx, { id: orgId, name: organizationName, createdAt })
      await insertUser(tx, { ...user, passwordHash, isNew: true, createdAt })
      await recordActivity(tx, { ...runtime, actor }, [
        { action: 'organization.created', entityId: orgId, after: { name: organizationName } },
      ])
      return { user: presentUser(actor), session: await startSession(tx, runtime, user) }
    })
    await endPrevious(runtime)
    return signedUp
  } catch (error) {
    if (databaseConstraint(error) !== 'users_email_unique') throw error
    throw new ServiceError('EMAIL_TAKEN', 'There is an account with this e-mail address. Sign in instead.', {
      fields: { email: 'There is an account with this e-mail address. Sign in instead.' },
    })
  }
}
