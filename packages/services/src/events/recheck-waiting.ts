import { planRechecks } from '@astralis/core/conflicts/plan-rechecks'
import { requiredPeople } from '@astralis/core/conflicts/find-conflicts'
import type { Event } from '@astralis/core/events/event'
import { spanOf } from '@astralis/core/time/span'
import type { Transaction } from '@astralis/db/client'
import { deleteConflicts, insertConflicts } from '@astralis/db/queries/event-details'
import { setStatus } from '@astralis/db/queries/events'
import { listOverlapping } from '@astralis/db/queries/list-overlapping'
import { recordActivity } from '../activity/record-activity.ts'
import type { ServiceContext } from '../context.ts'

/**
 * Gives time that has become free to the events that wait for it, oldest first (C3). The people of `events` must be
 * locked. What has been cancelled or is past no longer waits.
 */
export async function recheckWaiting(tx: Transaction, ctx: ServiceContext, events: readonly Event[]): Promise<void> {
  const waiting = events.filter((event) => event.status === 'CONFLICT')
  const span = spanOf(waiting)
  if (!span) return
  const { orgId } = ctx.actor
  const busy = await listOverlapping(tx, { orgId, emails: [...new Set(waiting.flatMap(requiredPeople))], span })

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
    ctx,
    plan.resolved.map((entityId) => ({
      action: 'event.resolved',
      entityId,
      before: { status: 'CONFLICT' },
      after: { status: 'SCHEDULED' },
    })),
  )
}
