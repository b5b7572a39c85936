import { requiredPeople } from '@astralis/core/conflicts/find-conflicts'
import { claimsTime, decideStatus } from '@astralis/core/conflicts/decide-status'
import { describeChange } from '@astralis/core/events/describe-change'
import { type EventDraft, splitParticipants } from '@astralis/core/events/draft-event'
import type { Event } from '@astralis/core/events/event'
import type { UpdateEventInput } from '@astralis/core/events/event-input'
import { spanProblem } from '@astralis/core/time/span'
import { listHours } from '@astralis/db/queries/list-hours'
import { deleteConflicts, deleteParticipants, insertParticipants } from '@astralis/db/queries/event-details'
import { getEvent, updateEvent } from '@astralis/db/queries/events'
import { recordActivity } from '../activity/record-activity.ts'
import type { ServiceContext } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { inOrganization } from '../transaction.ts'
import { checkTime, refuseOverlap, settleConflicts } from './check-time.ts'
import { lockEvent } from './lock-event.ts'
import { type EventResult, presentEvent } from './present-event.ts'
import { recheckWaiting } from './recheck-waiting.ts'

interface Change {
  id: string
  action: `event.${string}`
  onConflict: UpdateEventInput['onConflict']
  /** People who may join by it, so that they are locked too. */
  newPeople?: readonly string[] | undefined
  /** Throws when the caller may not, or not any more. */
  permit: (event: Event) => void
  redraft: (event: Event) => EventDraft & { version: number }
}

/** Every change of an event: its time is checked anew, and what it gives up goes to the events that wait for it (C3). */
export async function changeEvent(ctx: ServiceContext, change: Change): Promise<EventResult> {
  const { orgId } = ctx.actor

  return inOrganization(ctx, orgId, async (tx) => {
    const { event, waiting } = await lockEvent(tx, ctx, change.id, change.newPeople)
    change.permit(event)
    const { participants, ...fields } = change.redraft(event)
    const draft = { ...fields, id: event.id, source: event.source, participants }
    requireSpan(draft)

    const now = ctx.clock()
    const time = await checkTime(tx, orgId, draft, claimsTime(draft, now))
    if (change.onConflict === 'reject') refuseOverlap(ctx.actor, time.conflicts)
    const status = decideStatus(draft, time.conflicts.length > 0, now)

    // People leave before the time moves and join after it: the database checks each row as it is written.
    const people = splitParticipants(event.participants, participants)
    await deleteParticipants(tx, orgId, event.id, people.leaving)
    await updateEvent(tx, orgId, event.id, { ...fields, status, updatedAt: now })
    await insertParticipants(tx, orgId, event.id, people.joining)
    await deleteConflicts(tx, orgId, [event.id])
    await settleConflicts(tx, orgId, { ...draft, status }, time)
    await recheckWaiting(tx, ctx, waiting)

    const changed = await getEvent(tx, orgId, event.id)
    await recordActivity(tx, ctx, [{ action: change.action, entityId: event.id, ...describeChange(event, changed) }])
    const concerned = claimsTime(changed, now) ? requiredPeople(changed) : []
    return presentEvent(ctx, changed, await listHours(tx, orgId, concerned, changed))
  })
}

function requireSpan(draft: EventDraft): void {
  const problem = spanProblem(draft)
  if (problem) throw new ServiceError('INVALID_INPUT', problem, { fields: { endsAt: problem } })
}
