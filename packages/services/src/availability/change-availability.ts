import type { Availability } from '@astralis/core/availability/availability'
import type { Transaction } from '@astralis/db/client'
import { recordActivity } from '../activity/record-activity.ts'
import { requireSelfOrAdmin } from '../access.ts'
import type { ServiceContext } from '../context.ts'
import { withPeopleLocked } from '../transaction.ts'
import { requireMember } from './get-availability.ts'
import { loadAvailability } from './load-availability.ts'

/** A change of somebody's availability, the caller's own by default; answers with the whole of it afterwards. */
export async function changeAvailability(
  ctx: ServiceContext,
  userId: string = ctx.actor.userId,
  change: (tx: Transaction, userId: string, before: Availability) => Promise<void>,
): Promise<Availability> {
  const { orgId } = ctx.actor
  requireSelfOrAdmin(ctx.actor, userId)

  // Two changes of one person's availability wait for each other: each keeps what it does not name.
  return withPeopleLocked(ctx, orgId, [`availability ${userId}`], async (tx) => {
    const member = await requireMember(tx, orgId, userId)
    const before = await loadAvailability(tx, orgId, member)
    await change(tx, userId, before)
    const after = await loadAvailability(tx, orgId, member)
    await recordActivity(tx, ctx, [
      { action: 'availability.changed', entityId: userId, before: { ...before }, after: { ...after } },
    ])
    return after
  })
}
