import type { JoinInvitationInput } from '@astralis/core/people/member-input'
import type { OpenInvitation } from '@astralis/db/queries/member-invitations'
import { type Guest, openInvitation } from './open-invitation.ts'

export type ShownInvitation = Pick<OpenInvitation, 'organizationName' | 'email' | 'role' | 'invitedBy' | 'expiresAt'>

/** What the page behind the link of an invitation to join shows. Looking uses nothing up: programs follow links, too. */
export async function showInvitation(guest: Guest, { token }: JoinInvitationInput): Promise<ShownInvitation> {
  const { organizationName, email, role, invitedBy, expiresAt } = await openInvitation(guest, token)
  return { organizationName, email, role, invitedBy, expiresAt }
}
