import { snapshotEvent } from '@astralis/core/events/describe-change'
import type { EventVersionInput } from '@astralis/core/events/event-input'
import { deleteEvent as deleteRow } from '@astralis/db/queries/events'
import { recordActivity } from '../activity/record-activity.ts'
import type { ServiceContext } from '../context.ts'
import { inOrganization } from '../transaction.ts'
import { lockEvent } from './lock-event.ts'
import { recheckWaiting } from './recheck-waiting.ts'
import { requireEditable } from './require-editable.ts'

/** Removes the event for good; the activity log keeps what it was. */
export async function deleteEvent(ctx: ServiceContext, input: EventVersionInput): Promise<void> {
  const { orgId } = ctx.actor
  await inOrganization(ctx, orgId, async (tx) => {
    const { event, waiting } = await lockEvent(tx, ctx, input.id)
    requireEditable(ctx.actor, event, input.version)
    await deleteRow(tx, orgId, event.id)
    await recheckWaiting(tx, ctx, waiting)
    await recordActivity(tx, ctx, [{ action: 'event.deleted', entityId: event.id, before: snapshotEvent(event) }])
  })
}
