/** What one account allowed. */
export interface Grant {
  email: string
  scopes: string[]
}

export interface Code extends Grant {
  redirectUri: string
  challenge: string | null
  isOffline: boolean
  /** What the `id_token` says beside, or other than, the usual. */
  claims: Record<string, unknown>
  expiresAt: number
}

export interface AccessToken extends Grant {
  expiresAt: number
  /** The refresh token it came with or from; it is revoked together with that. */
  refreshToken: string | null
}

/** OAuth 2.0 as it stands: codes that wait, and tokens that are valid. */
export interface Grants {
  codes: Map<string, Code>
  accessTokens: Map<string, AccessToken>
  refreshTokens: Map<string, Grant>
}

export function createGrants(): Grants {
  return { codes: new Map(), accessTokens: new Map(), refreshTokens: new Map() }
}

/** Takes back a token and everything that came with it. False for an unknown one. */
export function revokeToken(grants: Grants, token: string): boolean {
  const refreshToken = grants.refreshTokens.has(token) ? token : grants.accessTokens.get(token)?.refreshToken
  const isKnown = grants.accessTokens.delete(token) || refreshToken !== undefined
  if (refreshToken) {
    grants.refreshTokens.delete(refreshToken)
    for (const [key, value] of grants.accessTokens)
      if (value.refreshToken === refreshToken) grants.accessTokens.delete(key)
  }
  return isKnown
}
