import type { UpdateMemberInput } from '@astralis/core/people/member-input'
import { findMember, listAdmins, lockMembers, type MemberRow, setMember } from '@astralis/db/queries/users'
import { recordActivity } from '../activity/record-activity.ts'
import type { ServiceContext } from '../context.ts'
import { notFound, ServiceError } from '../errors.ts'
import { inOrganization } from '../transaction.ts'
import { endAccess } from './end-access.ts'

/**
 * Changes a member's role, deactivates or reactivates them. Both hold from their next request on. Throws LAST_ADMIN where
 * nobody would be left who may do this, however many are at it at once.
 */
export async function updateMember(ctx: ServiceContext, { id, ...input }: UpdateMemberInput): Promise<MemberRow> {
  const { orgId } = ctx.actor
  return inOrganization(ctx, orgId, async (tx) => {
    await lockMembers(tx, orgId, id)
    const before = await findMember(tx, orgId, id)
    const admins = await listAdmins(tx, orgId)
    // Somebody else may have been faster than the caller.
    if (!admins.includes(ctx.actor.userId)) throw notAdmin()
    if (!before) throw notFound('person')
    const after = { ...before, role: input.role ?? before.role, isActive: input.isActive ?? before.isActive }
    if (after.role === before.role && after.isActive === before.isActive) return before
    const isAdmin = after.role === 'ADMIN' && after.isActive
    if (!isAdmin && admins.every((admin) => admin === id)) throw lastAdmin()

    await setMember(tx, orgId, id, { role: after.role, isActive: after.isActive })
    await recordActivity(tx, ctx, [
      { action: `member.${verbFor(before, after)}`, entityId: id, before: snapshot(before), after: snapshot(after) },
    ])
    if (after.isActive !== before.isActive) await endAccess(tx, ctx, id)
    return after
  })
}

function verbFor(before: MemberRow, after: MemberRow): string {
  if (before.isActive === after.isActive) return 'updated'
  return after.isActive ? 'reactivated' : 'deactivated'
}

function snapshot({ name, email, role, isActive }: MemberRow) {
  return { name, email, role, isActive }
}

function notAdmin(): ServiceError {
  return new ServiceError('NOT_ALLOWED', 'Only an admin of the organization can do this.')
}

function lastAdmin(): ServiceError {
  return new ServiceError(
    'LAST_ADMIN',
    'This is the last active admin of the organization. Make somebody else an admin first.',
  )
}
