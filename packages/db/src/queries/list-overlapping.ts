import type { BusyTime } from '@astralis/core/conflicts/find-conflicts'
import { holdsTime } from '@astralis/core/conflicts/holds-time'
import type { EventSource, EventStatus } from '@astralis/core/events/event'
import { Temporal } from '@astralis/core/temporal'
import type { Span } from '@astralis/core/time/span'
import { sql } from 'drizzle-orm'
import type { Transaction } from '../client.ts'

/** A stretch of time, and whose it would take. */
export interface AskedTime extends Span {
  emails: readonly string[]
}

interface OverlapQuery {
  orgId: string
  times: readonly AskedTime[]
  /** Events that are about to change themselves. */
  exceptEventIds?: readonly string[]
  exceptSeriesId?: string | undefined
}

interface OverlapRow extends Record<string, unknown> {
  eventId: string
  title: string
  source: EventSource
  status: EventStatus
  startsAt: string
  endsAt: string
  email: string
  /** Which of the asked times. */
  nth: number
}

/**
 * What takes, or waits to take, the time of its people in each of `times`: each person's share in each busy event there
 * that needs them. Imported events always take it; a CONFLICT of ours only waits. A list for each time, in their order.
 *
 * Written as text because every booking runs it: building it from parts took a third of a millisecond. Person by person,
 * and the event of each share with a LIMIT, because the planner's other ideas read all shares or events of the
 * organization, which it prefers while its statistics are young.
 */
export async function listOverlapping(tx: Transaction, query: OverlapQuery): Promise<BusyTime[][]> {
  const { orgId, times, exceptEventIds = [], exceptSeriesId = null } = query
  const shares = times.flatMap(({ startsAt, endsAt, emails }, nth) =>
    emails.map((email) => ({ nth, email, starts_at: startsAt.toString(), ends_at: endsAt.toString() })),
  )
  const rows = await tx.execute<OverlapRow>(sql`
    select event.id as "eventId", event.title, event.source, event.status,
      event.starts_at as "startsAt", event.ends_at as "endsAt", asked.email, asked.nth
    from jsonb_to_recordset(${JSON.stringify(shares)}::jsonb)
      as asked(nth int, email text, starts_at timestamptz, ends_at timestamptz)
    cross join lateral (
      select event_id from participants
      where org_id = ${orgId} and email = asked.email and not spans_days
        and starts_at > asked.starts_at - interval '24 hours' and starts_at < asked.ends_at and ends_at > asked.starts_at
        and not is_optional and status <> 'declined'
      union all
      select event_id from participants
      where org_id = ${orgId} and email = asked.email and spans_days
        and starts_at < asked.ends_at and ends_at > asked.starts_at
        and not is_optional and status <> 'declined'
    ) as share
    cross join lateral (select * from events where org_id = ${orgId} and id = share.event_id limit 1) as event
    where event.id <> all(${sql.param(exceptEventIds)}::uuid[]) and coalesce(event.series_id <> ${exceptSeriesId}::uuid, true)
      and event.shows_as = 'BUSY' and event.status in ('SCHEDULED', 'CONFIRMED', 'CONFLICT')`)
  const lists = times.map((): BusyTime[] => [])
  for (const { status, startsAt, endsAt, nth, ...row } of rows)
    lists[nth]?.push({
      ...row,
      startsAt: Temporal.Instant.from(startsAt),
      endsAt: Temporal.Instant.from(endsAt),
      waits: !holdsTime({ source: row.source, status }),
    })
  return lists
}
