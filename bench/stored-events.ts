import postgres from 'postgres'
import type { Team } from './team.ts'

/** A prime: multiplying by anything then shuffles the members, so each slot has other people together. */
export const MEMBERS = 401
/** Another prime: so many of them have meetings in the quiet weeks. */
const QUIET_MEMBERS = 23
/** Monday of the week to list, and the end of that week. */
export const WEEK = { from: '2026-03-02T00:00:00Z', to: '2026-03-09T00:00:00Z' }
export const EVENTS_PER_WEEK = 100

/**
 * Stores `size` events, a multiple of 100, of one organization, four people in each, and none overlapping another one
 * of the same person that blocks. A thousand fill the ten quiet weeks around the week to list, a hundred in each; all
 * others go into the weeks before and after those, 1,900 in each, four in five of them into the past. In every hundred
 * there is one of three days and one in conflict with its neighbour. Rows lie in the order of booking, which is up to
 * sixty days ahead. The activity log stays empty.
 */
export async function storeEvents(databaseUrl: string, { orgId, members }: Team, size: number): Promise<void> {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} })
  // The rows are valid by construction; a check of each foreign key would take longer than everything else.
  await sql`set session_replication_role = replica`
  await sql`set work_mem = '256MB'`
  await sql`create temp table people as
    select * from unnest(${members.map(({ id }) => id)}::uuid[], ${members.map(({ email }) => email)}::text[])
      with ordinality as people(id, email, number)`
  await sql`create temp table plan as
    with weeks as (
      select n, case when n < 1000 then n / 100 - 5
                     when (n - 1000) / 1900 % 5 < 4 then (n - 1000) / 9500 - (n - 1000) / 1900 - 6
                     else 5 + (n - 1000) / 9500 end as week,
        case when n < 1000 then n % 100 else (n - 1000) % 1900 end as number,
        case when n < 1000 then ${QUIET_MEMBERS}::int else ${MEMBERS}::int end as members
      from generate_series(0, ${size}::int - 1) as n
    ), slots as (
      select *, number % 100 = 50 as is_long, number % 100 = 99 as waits,
        (number - (number % 100 = 99)::int) % 80 as slot, (number - (number % 100 = 99)::int) / 80 as place
      from weeks
    ), times as (
      select *, ${WEEK.from}::timestamptz + week * interval '1 week' + slot / 16 * interval '1 day'
        + interval '8 hours' + slot % 16 * interval '30 minutes' as starts_at
      from slots
    )
    select gen_random_uuid() as id, n, starts_at, members, place, slot,
      starts_at + case when is_long then interval '3 days' else interval '30 minutes' end as ends_at,
      (case when is_long then 'FREE' else 'BUSY' end)::shows_as as shows_as,
      (case when week < 0 then 'COMPLETED' when waits then 'CONFLICT' else 'SCHEDULED' end)::event_status as status,
      1 + (abs(week) * 80 + slot) % (members - 1) as factor, waits,
      starts_at - hashint4(n)::bigint % 30 * interval '1 day' - interval '31 days' as booked_at
    from times`
  await sql`create temp table shares as
    select plan.id as event_id, plan.n, seat, people.id as user_id, people.email,
      plan.starts_at, plan.ends_at, plan.booked_at, plan.shows_as = 'BUSY' and plan.status = 'SCHEDULED' as event_blocks,
      plan.shows_as = 'BUSY' and plan.status in ('SCHEDULED', 'CONFLICT') as event_takes_time
    from plan cross join generate_series(0, 3) as seat
      join people on people.number = 1 + ((place * 4 + seat) * factor + slot) % members`
  await sql`analyze plan, shares`
  await sql`insert into events (org_id, id, title, starts_at, ends_at, all_day, time_zone, shows_as, status, source,
      created_by, created_at, updated_at)
    select ${orgId}, plan.id, 'Meeting ' || n, plan.starts_at, plan.ends_at, false, 'Europe/Berlin', shows_as, status,
      'internal', shares.user_id, plan.booked_at, plan.booked_at
    from plan join shares using (n) where shares.seat = 0 order by plan.booked_at, n`
  await sql`insert into participants (org_id, event_id, email, name, status, is_optional, is_organizer, starts_at,
      ends_at, event_blocks, event_takes_time)
    select ${orgId}, event_id, email, case when seat = 0 then email end,
      (array['accepted', 'accepted', 'pending', 'tentative']::participant_status[])[seat + 1], false, seat = 0,
      starts_at, ends_at, event_blocks, event_takes_time
    from shares order by booked_at, n, seat`
  await sql`insert into event_conflicts (org_id, event_id, other_event_id, email)
    select ${orgId}, plan.id, other.id, shares.email
    from plan join plan as other on other.n = plan.n - 1 join shares on shares.n = plan.n
    where plan.waits`
  await sql`vacuum analyze`
  await sql.end()
}
