import type { BusyTime } from '@astralis/core/conflicts/find-conflicts'
import { holdsTime } from '@astralis/core/conflicts/holds-time'
import type { EventSource, EventStatus } from '@astralis/core/events/event'
import { Temporal } from '@astralis/core/temporal'
import type { Span } from '@astralis/core/time/span'
import { sql } from 'drizzle-orm'
import type { Transaction } from '../client.ts'

interface OverlapQuery {
  orgId: string
  emails: readonly string[]
  span: Span
  exceptEventId?: string | undefined
}

interface OverlapRow extends Record<string, unknown> {
  eventId: string
  title: string
  source: EventSource
  status: EventStatus
  startsAt: string
  endsAt: string
  email: string
}

/**
 * What takes, or waits to take, the time of `emails` in `span`: each person's share in each busy event there that
 * needs them. Imported events always take it; a CONFLICT of ours only waits.
 *
 * Written as text because every booking runs it: building it from parts took a third of a millisecond. Person by person,
 * and the event of each share with a LIMIT, because the planner's other ideas read all shares or events of the
 * organization, which it prefers while its statistics are young.
 */
export async function listOverlapping(tx: Transaction, query: OverlapQuery): Promise<BusyTime[]> {
  const { orgId, exceptEventId = null } = query
  const emails = sql.param(query.emails)
  const from = query.span.startsAt.toString()
  const to = query.span.endsAt.toString()
  const rows = await tx.execute<OverlapRow>(sql`
    select event.id as "eventId", event.title, event.source, event.status,
      event.starts_at as "startsAt", event.ends_at as "endsAt", person.email
    from unnest(${emails}::text[]) as person(email)
    cross join lateral (
      select event_id from participants
      where org_id = ${orgId} and email = person.email and not spans_days
        and starts_at > ${from}::timestamptz - interval '24 hours' and starts_at < ${to} and ends_at > ${from}
        and not is_optional and status <> 'declined'
      union all
      select event_id from participants
      where org_id = ${orgId} and email = person.email and spans_days
        and starts_at < ${to} and ends_at > ${from}
        and not is_optional and status <> 'declined'
    ) as share
    cross join lateral (select * from events where org_id = ${orgId} and id = share.event_id limit 1) as event
    where event.id is distinct from ${exceptEventId}::uuid
      and event.shows_as = 'BUSY' and event.status in ('SCHEDULED', 'CONFIRMED', 'CONFLICT')`)
  return rows.map(({ status, startsAt, endsAt, ...row }) => ({
    ...row,
    startsAt: Temporal.Instant.from(startsAt),
    endsAt: Temporal.Instant.from(endsAt),
    waits: !holdsTime({ source: row.source, status }),
  }))
}
