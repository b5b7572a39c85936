import { claimsTime, decideStatus } from '@astralis/core/conflicts/decide-status'
import { snapshotEvent } from '@astralis/core/events/describe-change'
import { draftEvent } from '@astralis/core/events/draft-event'
import type { CreateEventInput } from '@astralis/core/events/event-input'
import type { Transaction } from '@astralis/db/client'
import { insertParticipants } from '@astralis/db/queries/event-details'
import { findEventIdByKey, getEvent, insertEvent } from '@astralis/db/queries/events'
import { recordActivity } from '../activity/record-activity.ts'
import type { ServiceContext } from '../context.ts'
import { inOrganization } from '../transaction.ts'
import { checkTime, refuseOverlap, settleConflicts } from './check-time.ts'
import { type EventResult, presentEvent } from './present-event.ts'

/**
 * Books an event (B1). An overlap with what a required participant already has is stored as CONFLICT, or refused with
 * EVENT_OVERLAPS where the input says so (C1). A repeated idempotency key answers with the first call's event.
 */
export async function createEvent(ctx: ServiceContext, input: CreateEventInput): Promise<EventResult> {
  const { orgId, userId: createdBy } = ctx.actor
  const { idempotencyKey = null } = input
  const draft = { id: ctx.newId(), source: 'internal' as const, ...draftEvent(input, ctx.actor) }
  const people = draft.participants.map(({ email }) => email)
  // Two calls with one key wait for each other, whomever they book.
  const locked = idempotencyKey === null ? people : [...people, `${createdBy} ${idempotencyKey}`]

  const book = async (tx: Transaction): Promise<EventResult> => {
    const earlier = idempotencyKey && (await findEventIdByKey(tx, { orgId, createdBy, idempotencyKey }))
    if (earlier) return presentEvent(ctx, await getEvent(tx, orgId, earlier))

    const now = ctx.clock()
    const time = await checkTime(tx, orgId, draft, claimsTime(draft, now))
    if (input.onConflict === 'reject') refuseOverlap(ctx.actor, time.conflicts)
    const status = decideStatus(draft, time.conflicts.length > 0, now)

    const { participants, ...fields } = draft
    const booked = { ...draft, status }
    const times = { createdAt: now, updatedAt: now }
    // Sent together, in one round trip; the connection runs them in this order.
    const [, , , , event] = await Promise.all([
      insertEvent(tx, { ...fields, status, orgId, createdBy, idempotencyKey, ...times }),
      insertParticipants(tx, orgId, draft.id, participants),
      settleConflicts(tx, orgId, booked, time),
      recordActivity(tx, ctx, [{ action: 'event.created', entityId: draft.id, after: snapshotEvent(booked) }]),
      getEvent(tx, orgId, draft.id),
    ])
    return presentEvent(ctx, event)
  }
  return inOrganization(ctx, orgId, book, locked)
}
