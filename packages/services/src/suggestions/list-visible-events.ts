import { findConflicts } from '@astralis/core/conflicts/find-conflicts'
import type { Conflict } from '@astralis/core/events/event'
import { conflictFor } from '@astralis/core/events/visibility'
import { Temporal } from '@astralis/core/temporal'
import { listOverlapping } from '@astralis/db/queries/list-overlapping'
import type { ServiceContext } from '../context.ts'
import { inOrganization } from '../transaction.ts'

/** The events that take the people's time, or wait for it, between two epoch milliseconds; as the caller may see them. */
export async function listVisibleEvents(
  ctx: ServiceContext,
  emails: readonly string[],
  { startsAt, endsAt }: { startsAt: number; endsAt: number },
): Promise<Conflict[]> {
  const { orgId } = ctx.actor
  const span = {
    startsAt: Temporal.Instant.fromEpochMilliseconds(startsAt),
    endsAt: Temporal.Instant.fromEpochMilliseconds(endsAt),
  }
  const times = [{ ...span, emails }]
  const [busy = []] = await inOrganization(ctx, orgId, (tx) => listOverlapping(tx, { orgId, times }))
  const taking = busy.map((time) => ({ ...time, waits: false }))
  return findConflicts(span, emails, taking).map((conflict) => conflictFor(ctx.actor, conflict))
}
