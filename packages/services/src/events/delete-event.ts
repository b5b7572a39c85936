import { snapshotEvent } from '@astralis/core/events/describe-change'
import type { EventVersionInput } from '@astralis/core/events/event-input'
import { planAnnouncements } from '@astralis/core/mail/plan-announcements'
import { planDelete } from '@astralis/core/series/plan-delete'
import { deleteSeries, putSeries } from '@astralis/db/queries/series'
import { recordActivity } from '../activity/record-activity.ts'
import type { ServiceContext } from '../context.ts'
import { announce } from '../mail/announce.ts'
import { inOrganization } from '../transaction.ts'
import { lockEvent } from './lock-event.ts'
import { requireEditable } from './require-editable.ts'
import { writeEvents } from './write-events.ts'

/** Removes the event for good, or more of its series (B5); the activity log keeps what it was. */
export async function deleteEvent(ctx: ServiceContext, input: EventVersionInput): Promise<void> {
  const { orgId, email: actorEmail } = ctx.actor
  const { scope = 'this' } = input
  await inOrganization(ctx, orgId, async (tx) => {
    const locked = await lockEvent(tx, ctx, input)
    const { event, waiting } = locked
    requireEditable(ctx.actor, event, input.version, locked.writeAccess)
    const now = ctx.clock()
    const plan = planDelete({ ...locked, scope, now, newId: ctx.newId })
    for (const series of plan.written) await putSeries(tx, orgId, { ...series, updatedAt: now })
    await writeEvents(tx, ctx, plan, { now, waiting })
    if (plan.dropped) await deleteSeries(tx, orgId, plan.dropped)
    await announce(tx, ctx, planAnnouncements({ ...locked, plan, joined: null, actorEmail, now }))
    const before = { ...snapshotEvent(event), ...(scope !== 'this' && { scope, occurrences: plan.removed.length }) }
    await recordActivity(tx, ctx, [{ action: 'event.deleted', entityId: event.id, before }])
  })
}
