import { snapshotEvent } from '@astralis/core/events/describe-change'
import { claimsTime } from '@astralis/core/conflicts/decide-status'
import { requiredPeople } from '@astralis/core/conflicts/find-conflicts'
import { draftEvent } from '@astralis/core/events/draft-event'
import type { CreateEventInput } from '@astralis/core/events/event-input'
import { announceChange } from '@astralis/core/mail/announce-change'
import { announcedSeries } from '@astralis/core/mail/announced'
import { draftSeries } from '@astralis/core/series/draft-series'
import { warnOfLaterStart } from '@astralis/core/series/warn-of-later-start'
import { planSeries } from '@astralis/core/series/plan-series'
import { findEventIdByKey, getEvent, updateEvent } from '@astralis/db/queries/events'
import { listHours } from '@astralis/db/queries/list-hours'
import { putSeries } from '@astralis/db/queries/series'
import { recordActivity } from '../activity/record-activity.ts'
import type { ServiceContext } from '../context.ts'
import { announce } from '../mail/announce.ts'
import { withPeopleLocked } from '../transaction.ts'
import { refuseOverlap } from './check-time.ts'
import { type EventResult, presentEvent, presentOccurrences } from './present-event.ts'
import { requireFew, withRecurrenceProblems } from './recurrence-problems.ts'
import { writeEvents } from './write-events.ts'

/**
 * Books a series (B5): every occurrence up to the horizon is an event of its own, checked like any other; each that
 * overlaps something is stored as CONFLICT, or all is refused. Answers with the first occurrence.
 */
export async function createSeries(
  ctx: ServiceContext,
  input: CreateEventInput,
  recurrence: string,
): Promise<EventResult> {
  const { orgId, userId: createdBy } = ctx.actor
  const { idempotencyKey = null, onConflict } = input
  const now = ctx.clock()
  const draft = draftEvent(input, ctx.actor)
  const { series, occurrences } = withRecurrenceProblems(() => {
    const own = { id: ctx.newId(), source: 'internal' as const, sequence: 0, createdBy, createdAt: now, updatedAt: now }
    return planSeries({ ...draftSeries(draft, recurrence), ...own }, { now, newId: ctx.newId })
  })
  const plan = {
    changed: [],
    added: occurrences.map((one, nth) => (nth === 0 ? { ...one, suggestion: draft.suggestion } : one)),
    removed: [],
  }
  requireFew(plan)
  const people = draft.participants.map(({ email }) => email)
  const locked = idempotencyKey === null ? people : [...people, `${createdBy} ${idempotencyKey}`]

  return withPeopleLocked(ctx, orgId, locked, async (tx) => {
    const earlier = idempotencyKey && (await findEventIdByKey(tx, { orgId, createdBy, idempotencyKey }))
    if (earlier) return presentEvent(ctx, await getEvent(tx, orgId, earlier), [])

    await putSeries(tx, orgId, series)
    const bookings = await writeEvents(tx, ctx, plan, {
      now,
      permit: (planned) => {
        if (onConflict === 'reject')
          refuseOverlap(
            ctx.actor,
            planned.flatMap(({ conflicts }) => conflicts),
          )
      },
    })
    const id = plan.added[0]?.id ?? ''
    if (idempotencyKey) await updateEvent(tx, orgId, id, { idempotencyKey })
    const first = await getEvent(tx, orgId, id)
    const told = { before: null, after: announcedSeries(series, first) }
    await announce(tx, ctx, announceChange(told, { actorEmail: ctx.actor.email, now }))
    const after = { ...snapshotEvent(first), occurrences: bookings.length }
    await recordActivity(tx, ctx, [{ action: 'series.created', entityId: series.id, after }])
    const concerned = claimsTime(first, now) ? requiredPeople(first) : []
    const result = presentEvent(ctx, first, await listHours(tx, orgId, concerned, first))
    return presentOccurrences(
      ctx,
      { ...result, warnings: [...warnOfLaterStart(draft, first), ...result.warnings] },
      bookings,
    )
  })
}
