/** What a person allowed us, by OAuth 2.0 (RFC 6749). */
export interface TokenSet {
  accessToken: string
  /** Null where the service gave none (again). */
  refreshToken: string | null
  expiresInSeconds: number
  /** What was granted in fact: the person may have left some out. */
  scopes: string[]
}

export interface AuthorizationRequest {
  state: string
  /** RFC 7636: PKCE. */
  codeVerifier: string
  /** The account to suggest, when a known connection is renewed. */
  loginHint: string | null
}

/** How people allow us to use their calendars. Rejects with a ProviderError. */
export interface Authorization {
  /** Where the browser goes to ask for consent; always one that yields a refresh token. */
  authorizationUrl(request: AuthorizationRequest): string
  /** `consent-needed` for a code that is not valid (any more). */
  exchange(code: string, codeVerifier: string): Promise<TokenSet>
  /** `consent-needed` where the refresh token is not valid any more. */
  refresh(refreshToken: string): Promise<TokenSet>
  /** A token that is not valid any more is a success. */
  revoke(token: string): Promise<void>
  /** Whether these scopes suffice to read calendars and to write events. */
  suffices(scopes: readonly string[]): boolean
}
