import type { WithdrawInvitationInput } from '@astralis/core/people/member-input'
import { deleteInvitation } from '@astralis/db/queries/member-invitations'
import { recordActivity } from '../activity/record-activity.ts'
import type { ServiceContext } from '../context.ts'
import { notFound } from '../errors.ts'
import { inOrganization } from '../transaction.ts'

/** Withdraws an invitation to join: its link opens nothing any more, and a mail that waits is not sent. */
export async function withdrawInvitation(ctx: ServiceContext, { id }: WithdrawInvitationInput): Promise<void> {
  const { orgId } = ctx.actor
  await inOrganization(ctx, orgId, async (tx) => {
    const before = await deleteInvitation(tx, orgId, id)
    if (!before) throw notFound('invitation')
    await recordActivity(tx, ctx, [{ action: 'invitation.withdrawn', entityId: id, before }])
  })
}
