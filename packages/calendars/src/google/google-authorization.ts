import { CodeChallengeMethod, OAuth2Client, type OAuth2Tokens } from 'arctic'
import type { Authorization, TokenSet } from '../authorization.ts'
import { ProviderError } from '../provider-error.ts'
import { askForTokens } from './ask-for-tokens.ts'

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
      return readTokens(await askForTokens(timeoutMs, client.validateAuthorizationCode(tokenUrl, code, codeVerifier)))
    },
    async refresh(refreshToken) {
      return readTokens(await askForTokens(timeoutMs, client.refreshAccessToken(tokenUrl, refreshToken, [])))
    },
    async revoke(token) {
      try {
        await askForTokens(timeoutMs, client.revokeToken(revokeUrl, token))
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
