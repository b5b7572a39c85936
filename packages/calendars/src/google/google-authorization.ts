import { setTimeout } from 'node:timers/promises'
import {
  ArcticFetchError,
  CodeChallengeMethod,
  OAuth2Client,
  OAuth2RequestError,
  type OAuth2Tokens,
  UnexpectedErrorResponseBodyError,
  UnexpectedResponseError,
} from 'arctic'
import type { Authorization, TokenSet } from '../authorization.ts'
import { ProviderError, type ProviderErrorKind } from '../provider-error.ts'

export interface GoogleAuthorizationSettings {
  clientId: string
  clientSecret: string
  /** Where Google sends the browser back to, exactly as registered there. */
  redirectUrl: string
  authorizeUrl: string
  tokenUrl: string
  revokeUrl: string
  timeoutMs: number
}

const API = 'https://www.googleapis.com/auth'
const WHOLE = `${API}/calendar`
const EVENTS = `${API}/calendar.events`
const CALENDARS = `${API}/calendar.calendarlist.readonly`
/** The address tells whose account it is. */
const SCOPES = ['openid', 'email', EVENTS, CALENDARS]

/** Consent by Google's OAuth 2.0 for web servers, with PKCE (RFC 7636). */
export function createGoogleAuthorization(settings: GoogleAuthorizationSettings): Authorization {
  const { clientId, clientSecret, redirectUrl, authorizeUrl, tokenUrl, revokeUrl, timeoutMs } = settings
  const client = new OAuth2Client(clientId, clientSecret, redirectUrl)
  return {
    authorizationUrl({ state, codeVerifier, loginHint }) {
      const { S256 } = CodeChallengeMethod
      const url = client.createAuthorizationURLWithPKCE(authorizeUrl, state, S256, codeVerifier, SCOPES)
      // Without a prompt, Google gives a refresh token only once.
      url.searchParams.set('access_type', 'offline')
      url.searchParams.set('prompt', 'consent')
      if (loginHint !== null) url.searchParams.set('login_hint', loginHint)
      return url.href
    },
    async exchange(code, codeVerifier) {
      return readTokens(await within(timeoutMs, client.validateAuthorizationCode(tokenUrl, code, codeVerifier)))
    },
    async refresh(refreshToken) {
      return readTokens(await within(timeoutMs, client.refreshAccessToken(tokenUrl, refreshToken, [])))
    },
    async revoke(token) {
      try {
        await within(timeoutMs, client.revokeToken(revokeUrl, token))
      } catch (error) {
        // `invalid_token`: there is nothing to revoke any more.
        if (!(error instanceof ProviderError) || error.kind !== 'consent-needed') throw error
      }
    },
    suffices(scopes) {
      return scopes.includes(WHOLE) || (scopes.includes(EVENTS) && scopes.includes(CALENDARS))
    },
  }
}

/** arctic takes no signal: what does not answer in time is left to itself. */
async function within<T>(timeoutMs: number, call: Promise<T>): Promise<T> {
  const answered = new AbortController()
  const timeout = setTimeout(timeoutMs, undefined, { signal: answered.signal }).then(() => {
    throw new ProviderError('unavailable', 'Google did not answer in time.')
  })
  try {
    return await Promise.race([call, timeout])
  } catch (error) {
    throw toProviderError(error)
  } finally {
    answered.abort()
  }
}

/** Without `scope`, everything was granted that was asked for (RFC 6749, 5.1). */
function readTokens(tokens: OAuth2Tokens): TokenSet {
  try {
    return {
      accessToken: tokens.accessToken(),
      refreshToken: tokens.hasRefreshToken() ? tokens.refreshToken() : null,
      expiresInSeconds: tokens.accessTokenExpiresInSeconds(),
      scopes: tokens.hasScopes() ? tokens.scopes() : SCOPES,
    }
  } catch {
    throw new ProviderError('unavailable', 'Google answered without an access token.')
  }
}

/** Errors of RFC 6749, 5.2 and of Google's own, in words for whoever runs the product. */
const ERRORS: ReadonlyMap<string, [ProviderErrorKind, string]> = new Map([
  ['invalid_grant', ['consent-needed', 'What the person allowed is not valid any more.']],
  ['invalid_token', ['consent-needed', 'The token is not valid any more.']],
  ['access_denied', ['consent-needed', 'The person did not allow it.']],
  [
    'invalid_client',
    ['invalid', 'Google does not know GOOGLE_CALENDAR_CLIENT_ID, or GOOGLE_CALENDAR_CLIENT_SECRET is not its secret.'],
  ],
  [
    'unauthorized_client',
    ['invalid', 'GOOGLE_CALENDAR_CLIENT_ID has to be an OAuth client of the type "Web application".'],
  ],
  [
    'redirect_uri_mismatch',
    ['invalid', 'The address that Google leads back to is not registered with GOOGLE_CALENDAR_CLIENT_ID.'],
  ],
  ['rate_limit_exceeded', ['rate-limited', 'Google gets too many requests for tokens.']],
  ['temporarily_unavailable', ['unavailable', 'Google can not give tokens now.']],
  ['server_error', ['unavailable', 'Google can not give tokens now.']],
  ['internal_failure', ['unavailable', 'Google can not give tokens now.']],
])

function toProviderError(error: unknown): unknown {
  if (error instanceof OAuth2RequestError) {
    const code = /^\w{1,60}$/.test(error.code) ? ` (${error.code})` : ''
    const unknown = ['invalid', `Google does not accept this request for a token.${code}`] as const
    const [kind, message] = ERRORS.get(error.code) ?? unknown
    return new ProviderError(kind, message)
  }
  if (error instanceof ArcticFetchError)
    return new ProviderError('unavailable', 'Google can not be reached for tokens.')
  if (error instanceof UnexpectedErrorResponseBodyError || error instanceof UnexpectedResponseError) {
    return fromStatus(error.status)
  }
  return error
}

/** Answers that OAuth does not have. A body that breaks off in the middle comes with the status 200. */
function fromStatus(status: number): ProviderError {
  if (status === 429) return new ProviderError('rate-limited', 'Google gets too many requests for tokens. (429)')
  if (status >= 500 || status < 300)
    return new ProviderError('unavailable', `Google can not give tokens now. (${status})`)
  return new ProviderError('invalid', `What answers at Google's address for tokens is no such service. (${status})`)
}
