import { newOrgToken, organizationOf } from '../auth/org-token.ts'

/** By which people and scanners of leaked secrets know what it is. */
const PREFIX = 'astralis_'

export function newApiToken(orgId: string, newSecret: () => string): string {
  return PREFIX + newOrgToken(orgId, newSecret)
}

/** Null for what is no API token. */
export function organizationOfApiToken(token: string): string | null {
  return token.startsWith(PREFIX) ? organizationOf(token.slice(PREFIX.length)) : null
}
