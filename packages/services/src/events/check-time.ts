import { type BusyTime, findConflicts, requiredPeople } from '@astralis/core/conflicts/find-conflicts'
import { type Claim, pairsOf, pairsWaitingFor } from '@astralis/core/conflicts/plan-rechecks'
import type { Conflict, EventStatus } from '@astralis/core/events/event'
import { conflictFor } from '@astralis/core/events/visibility'
import type { Transaction } from '@astralis/db/client'
import { insertConflicts } from '@astralis/db/queries/event-details'
import { listOverlapping } from '@astralis/db/queries/list-overlapping'
import type { Acting } from '../context.ts'
import { ServiceError } from '../errors.ts'

export interface TimeCheck {
  conflicts: Conflict[]
  /** Everything that takes the time of the people concerned, or waits for it. */
  busy: BusyTime[]
}

const NOTHING: TimeCheck = { conflicts: [], busy: [] }

/** What stands in the way of an event. Its people must be locked, or the answer is stale before it is used. */
export async function checkTime(tx: Transaction, orgId: string, claim: Claim, claims: boolean): Promise<TimeCheck> {
  const emails = requiredPeople(claim)
  if (!claims || emails.length === 0) return NOTHING
  const { startsAt, endsAt, id } = claim
  const [busy = []] = await listOverlapping(tx, { orgId, times: [{ startsAt, endsAt, emails }], exceptEventIds: [id] })
  return { busy, conflicts: findConflicts(claim, emails, busy) }
}

/** For callers who would rather have no event than one in CONFLICT. */
export function refuseOverlap(actor: Acting, conflicts: Conflict[]): void {
  if (conflicts.length === 0) return
  throw new ServiceError(
    'EVENT_OVERLAPS',
    'Someone is busy at this time. Choose another time, or keep it as a conflict.',
    {
      conflicts: conflicts.map((conflict) => conflictFor(actor, conflict)),
    },
  )
}

/** Writes down what stands in the event's way, or in whose way it stands now that it has its time. */
export async function settleConflicts(
  tx: Transaction,
  orgId: string,
  claim: Claim & { status: EventStatus },
  { busy }: TimeCheck,
): Promise<void> {
  const pairs = claim.status === 'CONFLICT' ? pairsOf(claim, busy) : pairsWaitingFor(claim, busy)
  await insertConflicts(tx, orgId, pairs)
}
