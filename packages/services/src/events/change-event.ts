import type { Booking } from '@astralis/core/conflicts/plan-bookings'
import { requiredPeople } from '@astralis/core/conflicts/find-conflicts'
import { claimsTime } from '@astralis/core/conflicts/decide-status'
import { describeChange } from '@astralis/core/events/describe-change'
import type { EventDraft } from '@astralis/core/events/draft-event'
import type { Event, Scope } from '@astralis/core/events/event'
import type { UpdateEventInput } from '@astralis/core/events/event-input'
import type { WriteAccess } from '@astralis/core/sync/remote-item'
import type { OccurrenceDraft } from '@astralis/core/series/draft-series'
import { planAnnouncements } from '@astralis/core/mail/plan-announcements'
import { planChange } from '@astralis/core/series/plan-change'
import { spanProblem } from '@astralis/core/time/span'
import { listHours } from '@astralis/db/queries/list-hours'
import { getEvent } from '@astralis/db/queries/events'
import { deleteSeries, putSeries } from '@astralis/db/queries/series'
import { recordActivity } from '../activity/record-activity.ts'
import type { ActionContext } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { announce } from '../mail/announce.ts'
import { inOrganization } from '../transaction.ts'
import { refuseOverlap } from './check-time.ts'
import { joinWithPrevious } from './join-with-previous.ts'
import { lockEvent } from './lock-event.ts'
import { type EventResult, presentEvent, presentOccurrences } from './present-event.ts'
import { requireFew, withRecurrenceProblems } from './recurrence-problems.ts'
import { writeEvents } from './write-events.ts'

interface Change {
  id: string
  scope?: Scope | undefined
  action: `event.${string}`
  /** False for somebody's answer: versions stay. */
  isEdit?: boolean
  onConflict: UpdateEventInput['onConflict']
  /** RRULE, RDATE and EXDATE lines; null for no repetition, undefined for what it is. */
  recurrence?: string | null | undefined
  /** People who may join by it, so that they are locked too. */
  newPeople?: readonly string[] | undefined
  /** Throws when the caller may not, or not any more. */
  permit: (event: Event, writeAccess: WriteAccess) => void
  redraft: (event: Event) => EventDraft
}

/**
 * Every change of an event, and of the occurrences of its series that the scope covers (B5): their times are checked
 * anew, and what they give up goes to the events that wait for it (C3).
 */
export async function changeEvent(ctx: ActionContext, change: Change): Promise<EventResult> {
  const { orgId, email: actorEmail } = ctx.actor
  const { scope = 'this' } = change

  return inOrganization(ctx, orgId, async (tx) => {
    const locked = await lockEvent(tx, ctx, change)
    const { event, waiting } = locked
    change.permit(event, locked.writeAccess)
    const now = ctx.clock()
    const context = { ...locked, scope, now, newId: ctx.newId }
    const wanted = change.redraft(event)
    requireSpan(wanted)
    const plan = withRecurrenceProblems(() =>
      planChange(context, { wanted, recurrence: change.recurrence, isEdit: change.isEdit ?? true }),
    )
    requireFew(plan)

    for (const series of plan.written) await putSeries(tx, orgId, { ...series, updatedAt: now })
    const bookings = await writeEvents(tx, ctx, plan, {
      now,
      waiting,
      permit: (planned) => refuseIfAsked(ctx, change, planned),
    })
    if (plan.dropped) await deleteSeries(tx, orgId, plan.dropped)
    const joined = await joinWithPrevious(tx, orgId, plan.written.at(-1))
    await announce(tx, ctx, planAnnouncements({ ...locked, plan, joined, actorEmail, now }))

    const changed = await getEvent(tx, orgId, presentedOf(plan.changed, event, bookings))
    const reach = scope === 'this' ? {} : { scope, occurrences: plan.changed.length }
    await recordActivity(tx, ctx, [
      { action: change.action, entityId: event.id, ...describeChange(event, changed, reach) },
    ])
    const concerned = claimsTime(changed, now) ? requiredPeople(changed) : []
    const result = presentEvent(ctx, changed, await listHours(tx, orgId, concerned, changed), locked.writeAccess)
    return scope === 'this' && plan.written.length === 0 ? result : presentOccurrences(ctx, result, bookings)
  })
}

/** The event that was changed, or the first of those that have taken its place. */
function presentedOf(
  changed: readonly { before: Event }[],
  event: Event,
  bookings: readonly Booking<OccurrenceDraft>[],
): string {
  const isKept = changed.some(({ before }) => before.id === event.id)
  return isKept ? event.id : (bookings[0]?.event.id ?? event.id)
}

function refuseIfAsked(
  { actor }: ActionContext,
  { onConflict }: Change,
  bookings: readonly Booking<OccurrenceDraft>[],
): void {
  if (onConflict === 'reject')
    refuseOverlap(
      actor,
      bookings.flatMap(({ conflicts }) => conflicts),
    )
}

function requireSpan(draft: EventDraft): void {
  const problem = spanProblem(draft)
  if (problem) throw new ServiceError('INVALID_INPUT', problem, { fields: { endsAt: problem } })
}
