import type { Event, ParticipantStatus } from '@astralis/core/events/event'
import type { InvitationInput } from '@astralis/core/events/event-input'
import type { Temporal } from '@astralis/core/temporal'
import type { Caller, Runtime } from '../context.ts'
import { limitGuesses } from '../limits/limit-guesses.ts'
import type { FoundInvitation } from './find-invitation.ts'
import { type InvitationState, stateOf } from './invitation-state.ts'
import { lookUpInvitation } from './look-up-invitation.ts'

/** What the page of an invitation shows to whoever has its link. */
export interface Invitation extends Pick<
  Event,
  | 'title'
  | 'description'
  | 'startsAt'
  | 'endsAt'
  | 'allDay'
  | 'timeZone'
  | 'location'
  | 'meetingLink'
  | 'recurrence'
  | 'originalStartsAt'
> {
  state: InvitationState
  scope: FoundInvitation['scope']
  organizer: string
  email: string
  answer: ParticipantStatus
}

/** Looking never answers: programs that scan mail follow its links. */
export async function getInvitation(runtime: Runtime & Caller, { token }: InvitationInput): Promise<Invitation> {
  const now: Temporal.Instant = runtime.clock()
  const { found } = await limitGuesses(runtime, () => lookUpInvitation(runtime, token, now))
  const { event, email, scope } = found
  const state = stateOf(found, now)
  const { title, startsAt, endsAt, allDay, timeZone, recurrence, originalStartsAt } = event
  // Who is not wanted any more is told so, and nothing that has changed since.
  const { description, location, meetingLink } =
    state === 'removed' ? { description: null, location: null, meetingLink: null } : event
  const organizer = event.participants.find(({ isOrganizer }) => isOrganizer)
  return {
    state,
    scope,
    title,
    description,
    startsAt,
    endsAt,
    allDay,
    timeZone,
    location,
    meetingLink,
    recurrence,
    originalStartsAt,
    organizer: organizer?.name ?? organizer?.email ?? '',
    email,
    answer: event.participants.find((person) => person.email === email)?.status ?? 'pending',
  }
}
