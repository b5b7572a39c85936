import {
  acceptInvitationInput,
  inviteMemberInput,
  joinInvitationInput,
  transferMeetingsInput,
  updateMemberInput,
  withdrawInvitationInput,
} from '@astralis/core/people/member-input'
import { acceptInvitation } from '@astralis/services/members/accept-invitation'
import { inviteMember } from '@astralis/services/members/invite-member'
import { listInvitations } from '@astralis/services/members/list-invitations'
import { listMembers } from '@astralis/services/members/list-members'
import { showInvitation } from '@astralis/services/members/show-invitation'
import { transferMeetings } from '@astralis/services/members/transfer-meetings'
import { updateMember } from '@astralis/services/members/update-member'
import { withdrawInvitation } from '@astralis/services/members/withdraw-invitation'
import { memberProcedure, publicProcedure, router } from '../trpc.ts'

export const membersRouter = router({
  list: memberProcedure.query(async ({ ctx }) => ({ members: await listMembers(ctx.service) })),
  invite: memberProcedure.input(inviteMemberInput).mutation(async ({ ctx, input }) => ({
    invitation: await inviteMember({ ...ctx.service, seal: ctx.calendars.seal, publicUrl: ctx.publicUrl }, input),
  })),
  invitations: memberProcedure.query(async ({ ctx }) => ({ invitations: await listInvitations(ctx.service) })),
  withdrawInvitation: memberProcedure.input(withdrawInvitationInput).mutation(async ({ ctx, input }) => {
    await withdrawInvitation(ctx.service, input)
    return {}
  }),
  invitation: publicProcedure
    .input(joinInvitationInput)
    .query(async ({ ctx, input }) => ({ invitation: await showInvitation(ctx, input) })),
  acceptInvitation: publicProcedure.input(acceptInvitationInput).mutation(async ({ ctx, input }) => {
    const { user, session } = await acceptInvitation(ctx, input)
    ctx.setSession(session)
    return { user, usesOutbox: ctx.usesOutbox }
  }),
  update: memberProcedure
    .input(updateMemberInput)
    .mutation(async ({ ctx, input }) => ({ member: await updateMember(ctx.service, input) })),
  transfer: memberProcedure
    .input(transferMeetingsInput)
    .mutation(async ({ ctx, input }) => ({ meetings: await transferMeetings(ctx.service, input) })),
})
