import type { BusyTime } from '@astralis/core/conflicts/find-conflicts'
import { holdsTime } from '@astralis/core/conflicts/holds-time'
import type { Span } from '@astralis/core/time/span'
import { and, eq, inArray, ne, type SQL, sql } from 'drizzle-orm'
import { unionAll } from 'drizzle-orm/pg-core'
import { anyOf } from '../any-of.ts'
import type { Transaction } from '../client.ts'
import { events } from '../schema/events.ts'
import { participants } from '../schema/participants.ts'
import { longOverlap, shortOverlap } from './overlap.ts'

interface OverlapQuery {
  orgId: string
  emails: readonly string[]
  span: Span
  exceptEventId?: string | undefined
}

/**
 * What takes, or waits to take, the time of `emails` in `span`: each person's share in each busy event there that
 * needs them. Imported events always take it; a CONFLICT of ours only waits.
 */
export async function listOverlapping(tx: Transaction, query: OverlapQuery): Promise<BusyTime[]> {
  const share = unionAll(
    selectShares(tx, query, shortOverlap(participants, query.span)),
    selectShares(tx, query, longOverlap(participants, query.span)),
  ).as('share')
  // LIMIT keeps the planner from reading the organization's events first, which it does while its statistics are young.
  const event = tx
    .select()
    .from(events)
    .where(and(eq(events.orgId, query.orgId), eq(events.id, share.eventId)))
    .limit(1)
    .as('event')
  const rows = await tx
    .select({
      eventId: event.id,
      title: event.title,
      source: event.source,
      status: event.status,
      startsAt: event.startsAt,
      endsAt: event.endsAt,
      email: share.email,
    })
    .from(share)
    .innerJoinLateral(event, sql`true`)
    .where(and(eq(event.showsAs, 'BUSY'), inArray(event.status, ['SCHEDULED', 'CONFIRMED', 'CONFLICT'])))
  return rows.map(({ status, ...row }) => ({ ...row, waits: !holdsTime({ source: row.source, status }) }))
}

function selectShares(tx: Transaction, query: OverlapQuery, overlap: SQL | undefined) {
  return tx
    .select({ eventId: participants.eventId, email: participants.email })
    .from(participants)
    .where(
      and(
        eq(participants.orgId, query.orgId),
        anyOf(participants.email, query.emails),
        overlap,
        eq(participants.isOptional, false),
        ne(participants.status, 'declined'),
        query.exceptEventId === undefined ? undefined : ne(participants.eventId, query.exceptEventId),
      ),
    )
}
