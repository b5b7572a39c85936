import type { EventSource } from '../events/event.ts'
import type { Span } from '../time/span.ts'
import { type Attendance, type BusyTime, findConflicts, requiredPeople } from './find-conflicts.ts'

/** One event stands in another's way for one person. */
export interface ConflictPair {
  /** The event that waits. */
  eventId: string
  /** The event that has the time. */
  otherEventId: string
  email: string
}

export interface RecheckPlan {
  /** Events whose time is theirs now. */
  resolved: string[]
  /** All that stands in the way of the other checked events, and what the resolved ones add for everybody else. */
  pairs: ConflictPair[]
}

/** An event that asks for time. */
export interface Claim extends Span {
  id: string
  title: string
  source: EventSource
  participants: readonly Attendance[]
}

/**
 * Decides which events in CONFLICT get their time after something gave way: in the given order, each that fits beside
 * what takes time already and beside those resolved before it. `busy` covers everybody and every time in `waiting`.
 */
export function planRechecks(waiting: readonly Claim[], busy: readonly BusyTime[]): RecheckPlan {
  const taken = [...busy]
  const resolved: Claim[] = []
  for (const claim of waiting) {
    if (findConflicts(claim, requiredPeople(claim), ofOthers(claim, taken)).length > 0) continue
    resolved.push(claim)
    taken.push(...sharesOf(claim))
  }
  const isResolved = new Set(resolved.map((claim) => claim.id))
  const blocked = waiting.filter((claim) => !isResolved.has(claim.id))
  const isChecked = new Set(waiting.map((claim) => claim.id))
  const others = busy.filter((time) => time.waits && !isChecked.has(time.eventId))
  return {
    resolved: [...isResolved],
    pairs: [
      ...blocked.flatMap((claim) => pairsOf(claim, ofOthers(claim, taken))),
      ...resolved.flatMap((claim) => pairsWaitingFor(claim, others)),
    ],
  }
}

/** An imported event that is flagged holds its time, and stands in nobody's way less than in its own. */
function ofOthers({ id }: Claim, busy: readonly BusyTime[]): BusyTime[] {
  return busy.filter(({ eventId }) => eventId !== id)
}

/** What stands in the way of `claim`. */
export function pairsOf(claim: Claim, busy: readonly BusyTime[]): ConflictPair[] {
  return findConflicts(claim, requiredPeople(claim), busy).flatMap((conflict) =>
    conflict.participants.map((email) => ({ eventId: claim.id, otherEventId: conflict.eventId, email })),
  )
}

/** Whose way `claim` stands in once it has its time. */
export function pairsWaitingFor(claim: Claim, busy: readonly BusyTime[]): ConflictPair[] {
  const waiting = busy.filter((time) => time.waits).map((time) => ({ ...time, waits: false }))
  return findConflicts(claim, requiredPeople(claim), waiting).flatMap((conflict) =>
    conflict.participants.map((email) => ({ eventId: conflict.eventId, otherEventId: claim.id, email })),
  )
}

/** What an event takes of its people's time. */
export function sharesOf(claim: Claim): BusyTime[] {
  const { id, title, source, startsAt, endsAt } = claim
  return requiredPeople(claim).map((email) => ({ eventId: id, title, source, startsAt, endsAt, email, waits: false }))
}
