import type { Temporal } from '@astralis/core/temporal'
import { sql } from 'drizzle-orm'
import type { Transaction } from '../client.ts'

/** A single event, or a series by one of its occurrences. */
export interface Meeting {
  eventId: string
  isSeries: boolean
}

/**
 * What somebody created or organizes that is made here and not over: single events, and series with an occurrence to
 * come, the next ones first.
 */
export async function listMeetingsOf(
  tx: Transaction,
  orgId: string,
  { id, email, now }: { id: string; email: string; now: Temporal.Instant },
): Promise<Meeting[]> {
  const organizer = JSON.stringify([{ email, isOrganizer: true }])
  const rows = await tx.execute<{ eventId: string; isSeries: boolean }>(sql`
    with coming as (
      select e.id, e.series_id, e.starts_at, e.status <> 'CANCELLED' as is_on,
        e.created_by = ${id} or exists (select from participants p
          where p.org_id = e.org_id and p.event_id = e.id and p.email = ${email} and p.is_organizer) as is_own
      from events e
      where e.org_id = ${orgId} and e.source = 'internal' and e.status <> 'COMPLETED'
        and e.ends_at > ${now.toString()}::timestamptz
    ), repeating as (
      select distinct on (s.id) e.id, e.starts_at
      from series s join events e on e.org_id = s.org_id and e.series_id = s.id
      where s.org_id = ${orgId} and s.source = 'internal' and s.status <> 'CANCELLED'
        and (s.next_starts_at is not null or exists (select from coming where series_id = s.id and is_on))
        and (s.created_by = ${id} or s.participants @> ${organizer}::jsonb
          or exists (select from coming where series_id = s.id and is_own))
      order by s.id, e.starts_at desc
    )
    select id as "eventId", is_series as "isSeries" from (
      select id, starts_at, false as is_series from coming where series_id is null and is_on and is_own
      union all
      select id, starts_at, true from repeating) as meetings
    order by starts_at, id`)
  return [...rows]
}

/**
 * Forgets that an item is in calendars that somebody has unlinked: nothing is written there any more, and what is known in
 * no calendar goes to that of its new organizer.
 */
export async function forgetUnlinked(
  tx: Transaction,
  orgId: string,
  { userId, ownId }: { userId: string; ownId: string },
): Promise<void> {
  await tx.execute(sql`
    delete from links using calendars c, connections n
    where links.org_id = ${orgId} and links.own_id = ${ownId} and c.org_id = ${orgId} and c.id = links.calendar_id
      and n.org_id = ${orgId} and n.id = c.connection_id and n.user_id = ${userId} and n.status = 'DISCONNECTED'`)
}

/** Makes events, and a series, somebody else's. A key to repeat a creation by is of whoever created them, and goes. */
export async function setCreator(
  tx: Transaction,
  orgId: string,
  { createdBy, eventIds, seriesIds }: { createdBy: string; eventIds: readonly string[]; seriesIds: readonly string[] },
): Promise<void> {
  await tx.execute(sql`
    with mine as (update series set created_by = ${createdBy}
      where org_id = ${orgId} and id = any(${sql.param(seriesIds)}::uuid[]))
    update events set created_by = ${createdBy}, idempotency_key = null
    where org_id = ${orgId} and id = any(${sql.param(eventIds)}::uuid[])`)
}
