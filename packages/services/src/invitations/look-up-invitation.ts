import type { Temporal } from '@astralis/core/temporal'
import { organizationOf } from '../auth/org-token.ts'
import type { Runtime } from '../context.ts'
import { notFound } from '../errors.ts'
import { inOrganization } from '../transaction.ts'
import { findInvitation, type FoundInvitation } from './find-invitation.ts'

/** What the link of an invitation leads to, and in which organization. Throws NOT_FOUND. */
export async function lookUpInvitation(
  runtime: Runtime,
  token: string,
  now: Temporal.Instant,
): Promise<{ orgId: string; found: FoundInvitation }> {
  const orgId = organizationOf(token)
  if (orgId === null) throw notFound('invitation')
  return { orgId, found: await inOrganization(runtime, orgId, (tx) => findInvitation(tx, orgId, token, now)) }
}
