import type { Browser } from '../context.ts'
import { ServiceError } from '../errors.ts'

export type CallerSession = Pick<Browser, 'sessionToken'>

/** The token of the session that asks. The table of access lets nobody without one this far. */
export function requireSession({ sessionToken }: CallerSession): string {
  if (sessionToken === null) throw new ServiceError('NOT_SIGNED_IN', 'Sign in with a browser first.')
  return sessionToken
}
