import { Temporal } from '@astralis/core/temporal'
import type { FoundInvitation } from './find-invitation.ts'

/** `open` can be answered; `removed` takes place without the recipient. */
export type InvitationState = 'open' | 'cancelled' | 'over' | 'removed'

export function stateOf({ event, email }: FoundInvitation, now: Temporal.Instant): InvitationState {
  if (!event.participants.some((person) => person.email === email)) return 'removed'
  if (event.status === 'CANCELLED') return 'cancelled'
  return Temporal.Instant.compare(event.endsAt, now) <= 0 ? 'over' : 'open'
}
