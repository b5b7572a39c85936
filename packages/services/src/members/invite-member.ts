import type { InviteMemberInput } from '@astralis/core/people/member-input'
import type { Role } from '@astralis/core/people/role'
import type { Temporal } from '@astralis/core/temporal'
import { replaceInvitation } from '@astralis/db/queries/member-invitations'
import { findMemberByEmail } from '@astralis/db/queries/users'
import { recordActivity } from '../activity/record-activity.ts'
import { hashToken, newOrgToken } from '../auth/org-token.ts'
import { joinTokenPlace } from '../connections/sealed-places.ts'
import type { TokenSeal } from '../connections/token-seal.ts'
import type { ServiceContext } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { takeAttempts } from '../limits/rate-limit.ts'
import { inOrganization } from '../transaction.ts'
import { joinUrl } from './join-url.ts'

/** What inviting needs beside the rest: the worker finds the link sealed. */
export interface InvitingContext extends ServiceContext {
  seal: TokenSeal
  /** Where people reach the product, without a slash at its end. */
  publicUrl: string
}

export interface NewInvitation {
  id: string
  email: string
  role: Role
  expiresAt: Temporal.Instant
  link: string
}

const VALID_HOURS = 7 * 24

/**
 * Invites an address to join, and mails it the link. Inviting it again replaces the link. Whether it has an account in
 * another organization is not said here: only whoever has the link learns it. Throws EMAIL_TAKEN for a member.
 */
export async function inviteMember(ctx: InvitingContext, { email, role }: InviteMemberInput): Promise<NewInvitation> {
  const { orgId, userId: invitedBy } = ctx.actor
  await takeAttempts(ctx, [{ limit: 'invite.organization', of: orgId }])
  const [id, createdAt, token] = [ctx.newId(), ctx.clock(), newOrgToken(orgId, ctx.newSecret)]
  const expiresAt = createdAt.add({ hours: VALID_HOURS })
  const sealedToken = ctx.seal.seal(token, joinTokenPlace({ orgId, id }))
  const invitation = {
    orgId,
    id,
    email,
    role,
    invitedBy,
    tokenHash: hashToken(token),
    sealedToken,
    expiresAt,
    createdAt,
  }
  await inOrganization(ctx, orgId, async (tx) => {
    await replaceInvitation(tx, invitation)
    // Asked after writing, which waits for whoever is just accepting an invitation to this address.
    const member = await findMemberByEmail(tx, orgId, email)
    if (member) throw emailTaken(member)
    await ctx.enqueue(tx, 'invitations.deliver', [{ payload: { orgId, id }, key: id }])
    const after = { email, role, expiresAt: expiresAt.toString() }
    await recordActivity(tx, ctx, [{ action: 'invitation.created', entityId: id, after }])
  })
  return { id, email, role, expiresAt, link: joinUrl(ctx.publicUrl, token) }
}

function emailTaken({ isActive }: { isActive: boolean }): ServiceError {
  const message = isActive
    ? 'This person is a member of the organization already.'
    : 'This person was a member of the organization and is deactivated. Reactivate them instead.'
  return new ServiceError('EMAIL_TAKEN', message, { fields: { email: message } })
}
