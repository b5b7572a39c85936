import type { LinkGoogleInput } from '@astralis/core/people/account-input'
import { type BegunAttempt, beginAttempt } from '../auth/google-attempt.ts'
import type { GoogleServices } from '../auth/google-services.ts'
import { hashToken } from '../auth/org-token.ts'
import type { ServiceContext } from '../context.ts'
import { requirePassword } from './require-password.ts'
import { type CallerSession, requireSession } from './require-session.ts'

/**
 * Where the caller's browser goes to link a Google account to sign in with. Only who knows the password may, and only this
 * session can end it. Throws PASSWORD_WRONG, PROVIDER_NOT_SET_UP.
 */
export async function linkGoogle(
  ctx: ServiceContext & CallerSession & { google: GoogleServices },
  { password, returnTo }: LinkGoogleInput,
): Promise<BegunAttempt> {
  const linksFor = hashToken(requireSession(ctx))
  await requirePassword(ctx, password, 'password')
  return beginAttempt(ctx, { linksFor, returnTo })
}
