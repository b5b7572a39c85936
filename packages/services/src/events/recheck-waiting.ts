import { planRechecks } from '@astralis/core/conflicts/plan-rechecks'
import { requiredPeople } from '@astralis/core/conflicts/find-conflicts'
import { describeChange } from '@astralis/core/events/describe-change'
import type { Event } from '@astralis/core/events/event'
import type { Transaction } from '@astralis/db/client'
import { deleteConflicts, insertConflicts } from '@astralis/db/queries/event-details'
import { setStatus } from '@astralis/db/queries/events'
import { listOverlapping } from '@astralis/db/queries/list-overlapping'
import { type ActivitySource, recordActivity } from '../activity/record-activity.ts'

/**
 * Gives time that has become free to the events that wait for it, oldest first (C3). The people of `events` must be
 * locked. What has been cancelled or is past no longer waits.
 */
export async function recheckWaiting(tx: Transaction, source: ActivitySource, events: readonly Event[]): Promise<void> {
  const waiting = events.filter((event) => event.status === 'CONFLICT')
  if (waiting.length === 0) return
  const { orgId } = source.actor
  const times = waiting.map((event) => ({ ...event, emails: requiredPeople(event) }))
  const busy = (await listOverlapping(tx, { orgId, times })).flat()

  const plan = planRechecks(waiting, busy)

  await setStatus(tx, orgId, plan.resolved, 'SCHEDULED')
  await deleteConflicts(
    tx,
    orgId,
    waiting.map(({ id }) => id),
  )
  await insertConflicts(tx, orgId, plan.pairs)
  await recordActivity(
    tx,
    source,
    waiting
      .filter(({ id }) => plan.resolved.includes(id))
      .map((event) => ({
        action: 'event.resolved',
        entityId: event.id,
        ...describeChange(event, { ...event, status: 'SCHEDULED' }),
      })),
  )
}
