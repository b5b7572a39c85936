import { createHash } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { revokeToken, type Grant, type Grants } from './grants.ts'

const LIFETIME_S = 3599

export interface OAuthContext {
  grants: Grants
  clientId: string
  clientSecret: string
  now: () => number
  newToken: (prefix: string) => string
}

export interface JsonAnswer {
  status: number
  body: object
}

const refuse = (status: number, error: string, error_description: string): JsonAnswer => ({
  status,
  body: { error, error_description },
})

/** POST /token: RFC 6749, 4.1.3 and 6, with Google's errors. */
export function answerToken(context: OAuthContext, headers: IncomingHttpHeaders, form: URLSearchParams): JsonAnswer {
  if (!isClient(context, headers, form)) return refuse(401, 'invalid_client', 'Unauthorized')
  const grantType = form.get('grant_type')
  if (grantType === 'authorization_code') return exchangeCode(context, form)
  if (grantType === 'refresh_token') return refresh(context, form)
  return refuse(400, 'unsupported_grant_type', `Invalid grant_type: ${grantType ?? ''}`)
}

/** POST /revoke */
export function answerRevoke({ grants }: OAuthContext, token: string | null): JsonAnswer {
  if (token !== null && revokeToken(grants, token)) return { status: 200, body: {} }
  return refuse(400, 'invalid_token', 'Token expired or revoked')
}

function isClient(context: OAuthContext, { authorization }: IncomingHttpHeaders, form: URLSearchParams): boolean {
  const [scheme, encoded = ''] = authorization?.split(' ') ?? []
  if (scheme?.toLowerCase() !== 'basic')
    return form.get('client_id') === context.clientId && form.get('client_secret') === context.clientSecret
  const pair = Buffer.from(encoded, 'base64').toString()
  return [pair, decodeURIComponent(pair)].includes(`${context.clientId}:${context.clientSecret}`)
}

function exchangeCode(context: OAuthContext, form: URLSearchParams): JsonAnswer {
  const { grants, now, newToken } = context
  const code = grants.codes.get(form.get('code') ?? '')
  if (!code || code.expiresAt <= now()) return refuse(400, 'invalid_grant', 'Malformed auth code.')
  if (code.redirectUri !== form.get('redirect_uri')) return refuse(400, 'redirect_uri_mismatch', 'Bad Request')
  const verifier = form.get('code_verifier')
  if (code.challenge !== null && verifier === null) return refuse(400, 'invalid_grant', 'Missing code verifier.')
  if (
    code.challenge !== null &&
    createHash('sha256')
      .update(verifier ?? '')
      .digest('base64url') !== code.challenge
  )
    return refuse(400, 'invalid_grant', 'Invalid code verifier.')
  grants.codes.delete(form.get('code') ?? '')
  const { email, scopes, isOffline, claims } = code
  if (!isOffline) return { status: 200, body: issue(context, { email, scopes }, null, claims) }
  const refreshToken = newToken('1//0')
  grants.refreshTokens.set(refreshToken, { email, scopes })
  return {
    status: 200,
    body: { ...issue(context, { email, scopes }, refreshToken, claims), refresh_token: refreshToken },
  }
}

function refresh(context: OAuthContext, form: URLSearchParams): JsonAnswer {
  const refreshToken = form.get('refresh_token') ?? ''
  if (!refreshToken) return refuse(400, 'invalid_request', 'Missing required parameter: refresh_token')
  const grant = context.grants.refreshTokens.get(refreshToken)
  if (!grant) return refuse(400, 'invalid_grant', 'Token has been expired or revoked.')
  return { status: 200, body: issue(context, grant, refreshToken) }
}

/** A new access token, as Google's answer tells it. */
export function issue(
  { grants, clientId, now, newToken }: OAuthContext,
  grant: Grant,
  refreshToken: string | null,
  moreClaims: Record<string, unknown> = {},
) {
  const { email, scopes } = grant
  const accessToken = newToken('ya29.')
  grants.accessTokens.set(accessToken, { email, scopes, refreshToken, expiresAt: now() + LIFETIME_S * 1000 })
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const iat = Math.floor(now() / 1000)
  const claims = {
    iss: 'https://accounts.google.com',
    aud: clientId,
    azp: clientId,
    sub: createHash('sha256').update(email).digest('hex').slice(0, 21),
    email,
    email_verified: true,
    iat,
    exp: iat + 3600,
    ...moreClaims,
  }
  return {
    access_token: accessToken,
    expires_in: LIFETIME_S,
    scope: scopes.join(' '),
    token_type: 'Bearer',
    // Not signed: whoever gets it from the token endpoint itself need not check that (OpenID Connect Core, 3.1.3.7).
    id_token: scopes.includes('openid') ? `${part({ alg: 'none' })}.${part(claims)}.` : undefined,
  }
}
