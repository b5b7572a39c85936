import type { EventStatus, ShowsAs } from '../events/event.ts'
import type { Temporal } from '../temporal.ts'
import { isBefore } from '../time/instant.ts'

interface Wanted {
  status: EventStatus
  showsAs: ShowsAs
  endsAt: Temporal.Instant
}

/** True for an event that asks for its people's time: busy, not cancelled, and not a past one that stays in the past. */
export function claimsTime(wanted: Wanted, now: Temporal.Instant): boolean {
  return wanted.showsAs === 'BUSY' && wanted.status !== 'CANCELLED' && !staysPast(wanted, now)
}

/**
 * The status that an event gets. An overlap makes a CONFLICT of it, and without one a conflict resolves by itself; a
 * past event that is moved to the future is ahead again.
 */
export function decideStatus(wanted: Wanted, hasConflicts: boolean, now: Temporal.Instant): EventStatus {
  if (wanted.status === 'CANCELLED' || staysPast(wanted, now)) return wanted.status
  if (hasConflicts) return 'CONFLICT'
  return wanted.status === 'CONFIRMED' ? 'CONFIRMED' : 'SCHEDULED'
}

function staysPast(wanted: Wanted, now: Temporal.Instant): boolean {
  return wanted.status === 'COMPLETED' && isBefore(wanted.endsAt, now)
}
