import type { EventSource, EventStatus } from '@astralis/core/events/event'
import type { TeamEvent } from '@astralis/core/team/team-person'
import { Temporal } from '@astralis/core/temporal'
import type { Span } from '@astralis/core/time/span'
import { sql } from 'drizzle-orm'
import type { Transaction } from '../client.ts'

interface TeamQuery {
  orgId: string
  span: Span
  emails: readonly string[]
  viewerEmail: string
}

interface TeamRow extends Record<string, unknown> {
  id: string
  title: string
  status: EventStatus
  source: EventSource
  createdBy: string | null
  startsAt: string
  endsAt: string
  emails: string[]
  isViewers: boolean
}

/**
 * The busy events that overlap `span` and take, or took, the time of any of `emails`: of those whom they need and who have
 * not declined. One row an event, however many people share it; in no order. Person by person, as `list-overlapping.ts`
 * has it; the viewer's shares are looked at too, because of what they take part in they see all.
 */
export async function listTeamEvents(tx: Transaction, query: TeamQuery): Promise<TeamEvent[]> {
  const { orgId, emails, viewerEmail } = query
  const from = query.span.startsAt.toString()
  const to = query.span.endsAt.toString()
  const shares = sql`select event_id, not is_optional and status <> 'declined' as takes_time from participants
    where org_id = ${orgId} and email = asked.email`
  const rows = await tx.execute<TeamRow>(sql`
    select event.id, event.title, event.status, event.source, event.created_by as "createdBy",
      event.starts_at as "startsAt", event.ends_at as "endsAt", share.emails, share."isViewers"
    from (
      select event_id, bool_or(asked.email = ${viewerEmail}) as "isViewers",
        array_agg(asked.email) filter (where takes_time and asked.is_shown) as emails
      from (
        select email, email = any(${sql.param(emails)}::text[]) as is_shown
        from unnest(${sql.param([...new Set([...emails, viewerEmail])])}::text[]) as people(email)
      ) as asked
      cross join lateral (
        ${shares} and not spans_days
          and starts_at > ${from}::timestamptz - interval '24 hours' and starts_at < ${to} and ends_at > ${from}
        union all
        ${shares} and spans_days and starts_at < ${to} and ends_at > ${from}
      ) as one
      group by event_id
    ) as share
    cross join lateral (select * from events where org_id = ${orgId} and id = share.event_id limit 1) as event
    where share.emails is not null and event.shows_as = 'BUSY' and event.status <> 'CANCELLED'`)
  return rows.map(({ startsAt, endsAt, ...event }) => ({
    ...event,
    startsAt: Temporal.Instant.from(startsAt),
    endsAt: Temporal.Instant.from(endsAt),
  }))
}
