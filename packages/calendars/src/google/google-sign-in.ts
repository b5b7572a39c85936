import { decodeIdToken, CodeChallengeMethod, OAuth2Client } from 'arctic'
import { z } from 'zod'
import { ProviderError } from '../provider-error.ts'
import type { GoogleAuthorizationSettings } from './google-authorization.ts'
import { askForTokens } from './ask-for-tokens.ts'

export interface GoogleSignInSettings extends Omit<GoogleAuthorizationSettings, 'revokeUrl'> {
  /** Epoch milliseconds */
  clock: () => number
}

/** Whose account it is. */
export interface GoogleAccount {
  /** Google's own name for it, which never changes (`sub`). The address may. */
  id: string
  email: string
  isEmailVerified: boolean
}

/** What ties the answer to the browser that asked. */
export interface SignInSecrets {
  /** RFC 7636: PKCE. */
  codeVerifier: string
  nonce: string
}

/** How people prove that a Google account is theirs. Rejects with a ProviderError. */
export interface GoogleSignIn {
  /** Where the browser goes to choose an account. */
  authorizationUrl(request: SignInSecrets & { state: string }): string
  /** `consent-needed` for a code that is not valid (any more). */
  identify(code: string, secrets: SignInSecrets): Promise<GoogleAccount>
}

const SCOPES = ['openid', 'email', 'profile']
/** Google writes it both ways. */
const ISSUERS = ['https://accounts.google.com', 'accounts.google.com']

/** OpenID Connect Core 1.0, 2: of what Google puts in, what is checked or used. Text is cut off by nobody but us. */
const claimsSchema = z.object({
  iss: z.string(),
  aud: z.union([z.string(), z.array(z.string())]),
  azp: z.string().optional(),
  sub: z.string().min(1).max(255),
  exp: z.number(),
  nonce: z.string(),
  email: z.string().min(1).max(320),
  email_verified: z.union([z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')]).default(false),
})

/**
 * Signing in by OpenID Connect at Google, with PKCE and a nonce. The signature of the `id_token` is not checked: it comes
 * from Google's token endpoint directly, so TLS vouches for it (OpenID Connect Core 1.0, 3.1.3.7, 6). Issuer, audience,
 * expiry and nonce are checked all the same.
 */
export function createGoogleSignIn(settings: GoogleSignInSettings): GoogleSignIn {
  const { clientId, clientSecret, redirectUrl, authorizeUrl, tokenUrl, timeoutMs, clock } = settings
  const client = new OAuth2Client(clientId, clientSecret, redirectUrl)
  return {
    authorizationUrl({ state, codeVerifier, nonce }) {
      const { S256 } = CodeChallengeMethod
      const url = client.createAuthorizationURLWithPKCE(authorizeUrl, state, S256, codeVerifier, SCOPES)
      url.searchParams.set('nonce', nonce)
      url.searchParams.set('prompt', 'select_account')
      return url.href
    },
    async identify(code, { codeVerifier, nonce }) {
      const asked = client.validateAuthorizationCode(tokenUrl, code, codeVerifier)
      const claims = readClaims((await askForTokens(timeoutMs, asked)).data)
      const isForUs = claims.aud === clientId || (Array.isArray(claims.aud) && claims.aud.includes(clientId))
      if (!ISSUERS.includes(claims.iss) || !isForUs || (claims.azp ?? clientId) !== clientId)
        throw new ProviderError('invalid', 'Google vouched for somebody to another product.')
      if (claims.exp * 1000 <= clock()) throw new ProviderError('consent-needed', 'Google’s answer is too old.')
      if (claims.nonce !== nonce) throw new ProviderError('invalid', 'Google’s answer is to another question.')
      return { id: claims.sub, email: claims.email.toLowerCase(), isEmailVerified: claims.email_verified }
    },
  }
}

function readClaims(answer: object): z.output<typeof claimsSchema> {
  const idToken = 'id_token' in answer ? answer.id_token : undefined
  if (typeof idToken !== 'string') throw new ProviderError('invalid', 'Google did not say whose account it is.')
  try {
    return claimsSchema.parse(decodeIdToken(idToken))
  } catch {
    throw new ProviderError('invalid', 'Google did not say whose account it is in a form that is known.')
  }
}
