import { claimsTime, decideStatus } from '@astralis/core/conflicts/decide-status'
import { snapshotEvent } from '@astralis/core/events/describe-change'
import { bookedEvent, draftEvent } from '@astralis/core/events/draft-event'
import type { CreateEventInput } from '@astralis/core/events/event-input'
import { announceChange } from '@astralis/core/mail/announce-change'
import { announcedEvent } from '@astralis/core/mail/announced'
import type { OccurrenceDraft } from '@astralis/core/series/draft-series'
import { insertParticipants } from '@astralis/db/queries/event-details'
import { findEventIdByKey, getEvent, insertEvent } from '@astralis/db/queries/events'
import { listHours } from '@astralis/db/queries/list-hours'
import { keepPlans } from '@astralis/db/tenancy'
import { recordActivity } from '../activity/record-activity.ts'
import type { ServiceContext } from '../context.ts'
import { announce } from '../mail/announce.ts'
import { putReminders } from '../reminders/put-reminders.ts'
import { requestPush } from '../sync/request-push.ts'
import { sentTogether, withPeopleLocked } from '../transaction.ts'
import { checkTime, refuseOverlap, settleConflicts } from './check-time.ts'
import { createSeries } from './create-series.ts'
import { type EventResult, presentEvent } from './present-event.ts'

/**
 * Books an event (B1), or a series where it has a recurrence (B5). An overlap with what a required participant already has is stored as CONFLICT, or refused with
 * EVENT_OVERLAPS where the input says so (C1). A repeated idempotency key answers with the first call's event.
 */
export async function createEvent(ctx: ServiceContext, input: CreateEventInput): Promise<EventResult> {
  if (input.recurrence !== undefined && input.recurrence !== null) return createSeries(ctx, input, input.recurrence)
  const { orgId, userId: createdBy, email: actorEmail } = ctx.actor
  const { idempotencyKey = null } = input
  const draft: OccurrenceDraft = { ...draftEvent(input, ctx.actor), ...newEvent(ctx.newId(), createdBy) }
  const people = draft.participants.map(({ email }) => email)
  // Two calls with one key wait for each other, whomever they book.
  const locked = idempotencyKey === null ? people : [...people, `${createdBy} ${idempotencyKey}`]

  return withPeopleLocked(ctx, orgId, locked, async (tx) => {
    const earlier = idempotencyKey && (await findEventIdByKey(tx, { orgId, createdBy, idempotencyKey }))
    if (earlier) return presentEvent(ctx, await getEvent(tx, orgId, earlier), [])

    const now = ctx.clock()
    const time = await checkTime(tx, orgId, draft, claimsTime(draft, now))
    if (input.onConflict === 'reject') refuseOverlap(ctx.actor, time.conflicts)
    const status = decideStatus(draft, time.conflicts.length > 0, now)

    const { participants, ...fields } = draft
    const booked = {
      ...draft,
      status,
      createdBy,
      createdAt: now,
      updatedAt: now,
      conflicts: time.conflicts,
      recurrence: null,
    }
    const [hours] = await sentTogether([
      listHours(tx, orgId, people, draft),
      keepPlans(tx, true),
      insertEvent(tx, { ...fields, orgId, status, createdBy, idempotencyKey, createdAt: now, updatedAt: now }),
      insertParticipants(tx, orgId, [{ eventIds: [draft.id], people: participants }]),
      settleConflicts(tx, orgId, booked, time),
      putReminders(tx, [booked], { ...ctx, orgId, now, knownIds: [] }),
      requestPush(tx, { enqueue: ctx.enqueue, orgId, now, present: [draft], absent: [] }),
      announce(tx, ctx, announceChange({ before: null, after: announcedEvent(draft, null) }, { actorEmail, now })),
      recordActivity(tx, ctx, [{ action: 'event.created', entityId: draft.id, after: snapshotEvent(booked) }]),
    ])
    const members = hours.flatMap((week) => week.members)
    return presentEvent(ctx, bookedEvent(booked, members), claimsTime(booked, now) ? hours : [])
  })
}

function newEvent(id: string, createdBy: string) {
  const notOfSeries = { seriesId: null, originalStartsAt: null, ownFields: [] }
  return { id, createdBy, source: 'internal' as const, version: 1, sequence: 0, ...notOfSeries }
}
