import { findApiToken } from '@astralis/db/queries/api-tokens'
import { hashToken } from '../auth/org-token.ts'
import type { Actor, Runtime } from '../context.ts'
import { organizationOfApiToken } from './api-token.ts'

/** Who acts with this token and what it is called; null for one that is unknown, expired, revoked or malformed (H4). */
export async function authenticateApiToken(
  { db, clock }: Runtime,
  token: string,
): Promise<{ actor: Actor; tokenName: string } | null> {
  const orgId = organizationOfApiToken(token)
  const found = orgId === null ? null : await findApiToken(db, orgId, hashToken(token), clock())
  if (orgId === null || !found) return null
  const { tokenName, ...user } = found
  return { actor: { ...user, orgId }, tokenName }
}
