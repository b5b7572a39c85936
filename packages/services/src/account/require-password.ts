import { lockPassword } from '@astralis/db/queries/users'
import { verifyPassword } from '../auth/password.ts'
import type { ServiceContext } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { type Attempt, giveBackAttempts, takeAttempts } from '../limits/rate-limit.ts'
import { inOrganization } from '../transaction.ts'

/**
 * That it is the caller who sits at this browser, by the password that they say again; returns its hash. Throws
 * PASSWORD_WRONG, which names `field`, and RATE_LIMITED after too many of these.
 */
export async function requirePassword(ctx: ServiceContext, password: string, field: string): Promise<string> {
  const { orgId, userId } = ctx.actor
  const attempts: Attempt[] = [{ limit: 'password.account', of: userId }]
  await takeAttempts(ctx, attempts)
  const known = await inOrganization(ctx, orgId, (tx) => lockPassword(tx, orgId, userId))
  if (!(await verifyPassword(known?.passwordHash, password)) || !known) throw passwordWrong(field)
  await giveBackAttempts(ctx, attempts)
  return known.passwordHash
}

export function passwordWrong(field: string): ServiceError {
  const message = 'This is not your present password.'
  return new ServiceError('PASSWORD_WRONG', message, { fields: { [field]: message } })
}
