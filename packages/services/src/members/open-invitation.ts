import { findOpenInvitation, type OpenInvitation } from '@astralis/db/queries/member-invitations'
import { hashToken, organizationOf } from '../auth/org-token.ts'
import type { Caller, Runtime } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { limitGuesses } from '../limits/limit-guesses.ts'
import { inOrganization } from '../transaction.ts'

/** Somebody without an account, by the address that their request came from. */
export type Guest = Runtime & Pick<Caller, 'address'>

/** The invitation behind a link. Throws NOT_FOUND, or RATE_LIMITED after too many that led nowhere. */
export async function openInvitation(guest: Guest, token: string): Promise<OpenInvitation & { orgId: string }> {
  return limitGuesses(guest, async () => {
    const orgId = organizationOf(token)
    if (orgId === null) throw linkIsNotValid()
    const now = guest.clock()
    const found = await inOrganization(guest, orgId, (tx) => findOpenInvitation(tx, orgId, hashToken(token), now))
    if (!found) throw linkIsNotValid()
    return { ...found, orgId }
  })
}

/** One answer, whatever became of the invitation. */
export function linkIsNotValid(): ServiceError {
  return new ServiceError(
    'NOT_FOUND',
    'This invitation is not valid: it was used, withdrawn or replaced by a later one, or it is older than seven days. Ask whoever invited you for a new one.',
  )
}
