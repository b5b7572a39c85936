import { createHash } from 'node:crypto'

/*
 * A token is `<organization>.<256 random bits>`. The organization in front lets the look-up enter the tenant before it
 * reads anything; only the SHA-256 of the whole is stored.
 */

export function newOrgToken(orgId: string, newSecret: () => string): string {
  return `${orgId}.${newSecret()}`
}

const TOKEN = /^([0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12})\.[\w-]{43}$/

/** Null for what is no token. */
export function organizationOf(token: string): string | null {
  return TOKEN.exec(token)?.[1] ?? null
}

export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
