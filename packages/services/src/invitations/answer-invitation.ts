import { answerEvent } from '@astralis/core/events/draft-event'
import type { Event } from '@astralis/core/events/event'
import type { TokenAnswerInput } from '@astralis/core/events/event-input'
import { requireParticipant } from '../access.ts'
import { organizationOf } from '../auth/org-token.ts'
import type { ActionContext } from '../context.ts'
import { notFound, ServiceError } from '../errors.ts'
import { changeEvent } from '../events/change-event.ts'
import { inOrganization } from '../transaction.ts'
import { findInvitation } from './find-invitation.ts'
import { type InvitationState, stateOf } from './invitation-state.ts'

/** An answer by the link in an invitation, without an account (F7): as `respondToEvent`, for whom it was sent to. */
export async function answerInvitation(
  runtime: Omit<ActionContext, 'actor'>,
  { token, status }: TokenAnswerInput,
): Promise<{ event: Event }> {
  const orgId = organizationOf(token)
  if (orgId === null) throw notFound('invitation')
  const now = runtime.clock()
  const invitation = await inOrganization(runtime, orgId, (tx) => findInvitation(tx, orgId, token, now))
  requireOpen(stateOf(invitation, now))
  const { email, event: invited, scope } = invitation
  const userId = invited.participants.find((person) => person.email === email)?.userId ?? null
  const actor = { orgId, userId, email, role: 'CLIENT' as const }
  const { event } = await changeEvent(
    { ...runtime, actor },
    {
      id: invited.id,
      scope,
      isEdit: false,
      action: 'event.answered',
      onConflict: 'flag',
      permit: (current) => requireParticipant(actor, current),
      redraft: (current) => answerEvent(current, email, status),
    },
  )
  // Of what else stands in somebody's calendar, and why this time was chosen, a guest learns nothing.
  return { event: { ...event, conflicts: [], suggestion: null } }
}

const CLOSED: Record<Exclude<InvitationState, 'open'>, string> = {
  cancelled: 'This event has been cancelled; there is nothing to answer any more.',
  over: 'This event is over; there is nothing to answer any more.',
  removed: 'You do not take part in this event any more.',
}

function requireOpen(state: InvitationState): void {
  if (state !== 'open') throw new ServiceError('INVITATION_CLOSED', CLOSED[state])
}
