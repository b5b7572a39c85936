import type { BusyTime } from '@astralis/core/conflicts/find-conflicts'
import { holdsTime } from '@astralis/core/conflicts/holds-time'
import type { Span } from '@astralis/core/time/span'
import { and, eq, inArray, ne, sql, type SQL } from 'drizzle-orm'
import { unionAll } from 'drizzle-orm/pg-core'
import type { Transaction } from '../client.ts'
import { events } from '../schema/events.ts'
import { participants } from '../schema/participants.ts'
import { longOverlap, shortOverlap } from './overlap.ts'

/**
 * What takes, or waits to take, the time of `emails` in `span`: each person's share in each busy event there that
 * needs them. Imported events always take it; a CONFLICT of ours only waits.
 */
export async function listOverlapping(
  tx: Transaction,
  query: { orgId: string; emails: readonly string[]; span: Span; exceptEventId?: string | undefined },
): Promise<BusyTime[]> {
  const shares = (overlap: SQL | undefined) =>
    tx
      .select({ eventId: participants.eventId, email: participants.email })
      .from(participants)
      .where(
        and(
          eq(participants.orgId, query.orgId),
          sql`${participants.email} = any(${sql.param(query.emails)}::text[])`,
          overlap,
          eq(participants.isOptional, false),
          ne(participants.status, 'declined'),
          query.exceptEventId === undefined ? undefined : ne(participants.eventId, query.exceptEventId),
        ),
      )
  const share = unionAll(
    shares(shortOverlap(participants, query.span)),
    shares(longOverlap(participants, query.span)),
  ).as('share')
  const rows = await tx
    .select({
      eventId: events.id,
      title: events.title,
      source: events.source,
      status: events.status,
      startsAt: events.startsAt,
      endsAt: events.endsAt,
      email: share.email,
    })
    .from(share)
    .innerJoin(events, and(eq(events.orgId, query.orgId), eq(events.id, share.eventId)))
    .where(and(eq(events.showsAs, 'BUSY'), inArray(events.status, ['SCHEDULED', 'CONFIRMED', 'CONFLICT'])))
  return rows.map(({ status, ...row }) => ({ ...row, waits: !holdsTime({ source: row.source, status }) }))
}
