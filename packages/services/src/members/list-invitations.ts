import type { OpenInvitation } from '@astralis/db/queries/member-invitations'
import { listOpenInvitations } from '@astralis/db/queries/member-invitations'
import type { ServiceContext } from '../context.ts'
import { inOrganization } from '../transaction.ts'

export type ListedInvitation = Pick<OpenInvitation, 'id' | 'email' | 'role' | 'expiresAt' | 'createdAt' | 'invitedBy'>

/** Invitations to join that can still be accepted, the latest first. Their links were shown once. */
export async function listInvitations(ctx: ServiceContext): Promise<ListedInvitation[]> {
  const { orgId } = ctx.actor
  const open = await inOrganization(ctx, orgId, (tx) => listOpenInvitations(tx, orgId, ctx.clock()))
  return open.map(({ id, email, role, expiresAt, createdAt, invitedBy }) => ({
    id,
    email,
    role,
    expiresAt,
    createdAt,
    invitedBy,
  }))
}
