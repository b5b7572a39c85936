import type { AuthorizationUrlInput } from '@astralis/core/sync/connection-input'
import { insertAuthorization } from '@astralis/db/queries/connections'
import { hashToken, newOrgToken } from '../auth/org-token.ts'
import { ServiceError } from '../errors.ts'
import { inOrganization } from '../transaction.ts'
import type { ConnectionContext } from './calendar-services.ts'
import { requireOwn } from './require-own.ts'
import { verifierPlace } from './sealed-places.ts'

/** How long somebody may take to allow us what we ask for. */
const MINUTES = 10

/**
 * Where the caller's browser goes to link an account, or to renew one. The way back is open for ten minutes, once, and to
 * the same session only.
 */
export async function authorizationUrl(
  ctx: ConnectionContext,
  { provider, id, returnTo }: AuthorizationUrlInput,
  sessionToken: string | null,
): Promise<string> {
  const { orgId, userId } = ctx.actor
  const authorization = ctx.calendars.authorizations[provider]
  if (!authorization) {
    throw new ServiceError(
      'PROVIDER_NOT_SET_UP',
      'Whoever runs this installation has not set it up for Google Calendar yet (GOOGLE_CALENDAR_CLIENT_ID).',
    )
  }
  if (sessionToken === null) throw new ServiceError('NOT_SIGNED_IN', 'Sign in with a browser to connect a calendar.')
  const state = newOrgToken(orgId, ctx.newSecret)
  const stateHash = hashToken(state)
  // 256 bits as base64url: 43 characters, as RFC 7636 recommends (4.1).
  const codeVerifier = ctx.newSecret()
  const loginHint = await inOrganization(ctx, orgId, async (tx) => {
    const known = id === undefined ? null : await requireOwn(tx, ctx.actor, id)
    const now = ctx.clock()
    const row = {
      orgId,
      stateHash,
      userId,
      sessionId: hashToken(sessionToken),
      provider,
      codeVerifier: ctx.calendars.seal.seal(codeVerifier, verifierPlace({ orgId, stateHash, provider })),
      returnTo,
      expiresAt: now.add({ minutes: MINUTES }),
    }
    await insertAuthorization(tx, row, now)
    return known?.accountEmail ?? null
  })
  return authorization.authorizationUrl({ state, codeVerifier, loginHint })
}
