import { Temporal } from '../temporal.ts'
import type { EventDraft } from './draft-event.ts'

type Told = Pick<EventDraft, 'startsAt' | 'endsAt' | 'allDay' | 'timeZone' | 'location' | 'meetingLink' | 'status'> & {
  participants: readonly { email: string }[]
}

/**
 * The sequence of an event after a change (RFC 5545, 3.8.7.4; RFC 5546, 2.1.4). It rises for what people have to arrange
 * themselves for: time, place, whether it happens, and whether they are still wanted. Other programs ask again then.
 */
export function nextSequence(before: Told, after: Told, current: number): number {
  return isSignificant(before, after) ? current + 1 : current
}

function isSignificant(before: Told, after: Told): boolean {
  return (
    Temporal.Instant.compare(before.startsAt, after.startsAt) !== 0 ||
    Temporal.Instant.compare(before.endsAt, after.endsAt) !== 0 ||
    before.allDay !== after.allDay ||
    before.timeZone !== after.timeZone ||
    before.location !== after.location ||
    before.meetingLink !== after.meetingLink ||
    (before.status === 'CANCELLED') !== (after.status === 'CANCELLED') ||
    before.participants.some(({ email }) => !after.participants.some((person) => person.email === email))
  )
}
