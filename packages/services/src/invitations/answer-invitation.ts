import { answerEvent } from '@astralis/core/events/draft-event'
import type { TokenAnswerInput } from '@astralis/core/events/event-input'
import { requireParticipant } from '../access.ts'
import { hashToken } from '../auth/org-token.ts'
import type { ActionContext, Caller } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { changeEvent } from '../events/change-event.ts'
import { limitGuesses } from '../limits/limit-guesses.ts'
import { takeAttempts } from '../limits/rate-limit.ts'
import type { SeenEvent } from '../events/seen-event.ts'
import { type InvitationState, stateOf } from './invitation-state.ts'
import { lookUpInvitation } from './look-up-invitation.ts'

/** An answer by the link in an invitation, without an account (F7): as `respondToEvent`, for whom it was sent to. */
export async function answerInvitation(
  runtime: Omit<ActionContext, 'actor'> & Caller,
  { token, status }: TokenAnswerInput,
): Promise<{ event: SeenEvent }> {
  const now = runtime.clock()
  const { orgId, found } = await limitGuesses(runtime, () => lookUpInvitation(runtime, token, now))
  await takeAttempts(runtime, [{ limit: 'rsvp.link', of: hashToken(token) }])
  requireOpen(stateOf(found, now))
  const { email, event: invited, scope } = found
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
