import type { Grants } from './grants.ts'
import { IDENTITY, SCOPES } from './scopes.ts'

const CODE_LIFETIME_MS = 600_000

/** What a browser brings to the authorization endpoint, checked. */
export interface ConsentRequest {
  redirectUri: string
  state: string | null
  scopes: string[]
  challenge: string | null
  isOffline: boolean
  /** `prompt=consent`: a refresh token even if there was one before. */
  isForced: boolean
  loginHint: string | null
  nonce: string | null
}

/** Shown to the person, as Google does: nobody is sent on to an address that may not be the client's. */
export class ConsentError extends Error {
  override name = 'ConsentError'
  readonly status: number

  constructor(status: number, error: string, message: string) {
    super(`Error ${status}: ${error}. ${message}`)
    this.status = status
  }
}

interface Client {
  clientId: string
  /** Null: any https address, and any of this machine. */
  redirectUris: readonly string[] | null
}

export function readConsentRequest({ clientId, redirectUris }: Client, query: URLSearchParams): ConsentRequest {
  const redirectUri = query.get('redirect_uri') ?? ''
  if (query.get('client_id') !== clientId)
    throw new ConsentError(401, 'invalid_client', 'The OAuth client was not found.')
  const isRegistered = redirectUris
    ? redirectUris.includes(redirectUri)
    : /^(https:\/\/|http:\/\/(localhost|127\.0\.0\.1)([:/]|$))/.test(redirectUri)
  if (!isRegistered) throw new ConsentError(400, 'redirect_uri_mismatch', 'This address is not registered.')
  if (query.get('response_type') !== 'code')
    throw new ConsentError(400, 'unsupported_response_type', 'Expected response_type=code.')
  const scopes = (query.get('scope') ?? '').split(' ').filter(Boolean)
  if (scopes.length === 0) throw new ConsentError(400, 'invalid_request', 'Missing required parameter: scope')
  const unknown = scopes.filter((scope) => SCOPES[scope] === undefined)
  if (unknown.length > 0) throw new ConsentError(400, 'invalid_scope', `Unknown: ${unknown.join(', ')}`)
  const challenge = query.get('code_challenge')
  if (challenge !== null && query.get('code_challenge_method') !== 'S256')
    throw new ConsentError(400, 'invalid_request', 'Expected code_challenge_method=S256.')
  return {
    redirectUri,
    state: query.get('state'),
    scopes,
    challenge,
    isOffline: query.get('access_type') === 'offline',
    isForced: (query.get('prompt') ?? '').split(' ').includes('consent'),
    loginHint: query.get('login_hint'),
    nonce: query.get('nonce'),
  }
}

export interface Decision {
  email: string
  /** What was left ticked. */
  scopes: string[]
  /** What the `id_token` is to say otherwise. */
  claims?: Record<string, unknown>
}

/** Where the browser goes next: with a code, or with `access_denied` (null, or nothing ticked). */
export function decide(
  context: { grants: Grants; now: () => number; newToken: (prefix: string) => string },
  request: ConsentRequest,
  decision: Decision | null,
): string {
  const target = new URL(request.redirectUri)
  if (request.state !== null) target.searchParams.set('state', request.state)
  const scopes = request.scopes.filter((scope) => IDENTITY.has(scope) || decision?.scopes.includes(scope))
  if (!decision || scopes.length === 0) {
    target.searchParams.set('error', 'access_denied')
    return target.href
  }
  const { grants, now, newToken } = context
  const email = decision.email.toLowerCase()
  const hasOne = [...grants.refreshTokens.values()].some((grant) => grant.email === email)
  const code = newToken('4/0')
  grants.codes.set(code, {
    email,
    scopes,
    redirectUri: request.redirectUri,
    challenge: request.challenge,
    claims: { ...(request.nonce !== null && { nonce: request.nonce }), ...decision.claims },
    isOffline: request.isOffline && (request.isForced || !hasOne),
    expiresAt: now() + CODE_LIFETIME_MS,
  })
  target.searchParams.set('code', code)
  target.searchParams.set('scope', scopes.join(' '))
  return target.href
}
