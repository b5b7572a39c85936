import type { Conflict, EventStatus, ShowsAs } from '../events/event.ts'
import { Temporal } from '../temporal.ts'
import { isBefore } from '../time/instant.ts'
import { claimsTime, decideStatus } from './decide-status.ts'
import { holdsTime } from './holds-time.ts'
import { type BusyTime, findConflicts, requiredPeople } from './find-conflicts.ts'
import { type Claim, type ConflictPair, pairsOf, pairsWaitingFor, sharesOf } from './plan-rechecks.ts'

/** An event that is about to be written. */
export interface Wanted extends Claim {
  status: EventStatus
  showsAs: ShowsAs
}

export interface Booking<T extends Wanted> {
  event: T
  status: EventStatus
  conflicts: Conflict[]
  pairs: ConflictPair[]
}

/**
 * Decides on events that are written together: each gets its time, or a CONFLICT where something else has it, be it one
 * of them that comes earlier. `busyOf` has what takes, or waits for, the time of each event's people then, without the
 * events themselves.
 */
export function planBookings<T extends Wanted>(
  events: readonly T[],
  busyOf: (event: T) => readonly BusyTime[],
  now: Temporal.Instant,
): Booking<T>[] {
  const bookings: Booking<T>[] = []
  let running: T[] = []
  for (const event of events.toSorted(byStart)) {
    running = running.filter((other) => isBefore(event.startsAt, other.endsAt))
    const busy = [...busyOf(event), ...running.flatMap(sharesOf)]
    const claims = claimsTime(event, now)
    const conflicts = claims ? findConflicts(event, requiredPeople(event), busy) : []
    const status = decideStatus(event, conflicts.length > 0, now)
    const pairs = claims ? (status === 'CONFLICT' ? pairsOf(event, busy) : pairsWaitingFor(event, busy)) : []
    bookings.push({ event, status, conflicts, pairs })
    if (claims && holdsTime({ source: event.source, status })) running.push(event)
  }
  return bookings
}

function byStart(a: Claim, b: Claim): number {
  return Temporal.Instant.compare(a.startsAt, b.startsAt) || (a.id < b.id ? -1 : 1)
}
