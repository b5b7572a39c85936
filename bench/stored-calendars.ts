import postgres from 'postgres'
import type { Team } from './team.ts'

/** The Monday from which on the calendars are read. What lies before it counts as over, whatever the year is by now. */
export const MONDAY = '2040-01-02T00:00:00Z'
/** Meetings of each person in each week: 52 in four weeks. */
const SLOTS_PER_WEEK = 13

/**
 * Stores `size` events of one organization, four people in each; everybody has thirteen half hours a week. More events
 * therefore mean more people or more weeks, and never more events of a person in a week. Four weeks in five lie before
 * `MONDAY`. Of forty events one is cancelled, one FREE, one in CONFLICT and one imported, every fifth of those a weekend
 * long; of forty shares one is optional and one declined. The number of members is a prime, so that multiplying by
 * anything shuffles them and each slot has other people together. Rows lie in the order of booking, which is one to
 * sixty days ahead: a person's events are scattered over the table. The activity log stays empty.
 */
export async function storeCalendars(databaseUrl: string, { orgId, members }: Team, size: number): Promise<void> {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} })
  // The rows are valid by construction; a check of each foreign key would take longer than everything else.
  await sql`set session_replication_role = replica`
  await sql`set work_mem = '512MB'`
  await sql`create temp table people as
    select * from unnest(${members.map(({ id }) => id)}::uuid[], ${members.map(({ email }) => email)}::text[])
      with ordinality as people(id, email, number)`
  const places = Math.floor(members.length / 4)
  await sql`create temp table plan as
    with slots as (
      select n, n % ${places}::int as place, n / ${places}::int % ${SLOTS_PER_WEEK}::int as slot,
        n / ${places * SLOTS_PER_WEEK}::int as number, hashint4(n)::bigint & 1023 as kind
      from generate_series(0, ${size}::int - 1) as n
    ), weeks as (
      select *, case when number % 5 = 0 then number / 5 else number / 5 - number end as week
      from slots
    ), times as (
      select *, ${MONDAY}::timestamptz + week * interval '1 week' + case
          when kind % 200 = 3 then interval '4 days 18 hours'
          else slot % 5 * interval '1 day' + interval '8 hours' + slot / 5 * interval '195 minutes' end as starts_at
      from weeks
    )
    select gen_random_uuid() as id, n, place, slot, week, starts_at,
      starts_at + case when kind % 200 = 3 then interval '60 hours' else interval '30 minutes' end as ends_at,
      (case when kind % 40 = 1 then 'FREE' else 'BUSY' end)::shows_as as shows_as,
      (case when kind % 40 = 0 then 'CANCELLED' when week < 0 then 'COMPLETED' when kind % 40 = 2 then 'CONFLICT'
        else 'SCHEDULED' end)::event_status as status,
      (case when kind % 40 = 3 then 'google' else 'internal' end)::event_source as source,
      1 + (abs(week) * ${SLOTS_PER_WEEK}::int + slot) % (${members.length}::int - 1) as factor,
      starts_at - (1 + hashint4(n + 1)::bigint & 63) * interval '1 day' as booked_at
    from times order by booked_at, n`
  await sql`analyze plan, people`
  await sql`insert into events (org_id, id, title, starts_at, ends_at, all_day, time_zone, shows_as, status, source,
      created_by, created_at, updated_at)
    select ${orgId}, plan.id, 'Meeting ' || n, starts_at, ends_at, false, 'Europe/Berlin', shows_as, status, source,
      people.id, booked_at, booked_at
    from plan join people on people.number = 1 + (place * 4 * factor + slot) % ${members.length}::int`
  await sql`insert into participants (org_id, event_id, email, name, status, is_optional, is_organizer, starts_at,
      ends_at, event_blocks, event_takes_time)
    select ${orgId}, plan.id, people.email, case when seat = 0 then email end,
      (case when seat = 3 and n % 10 = 0 then 'declined' else 'accepted' end)::participant_status,
      seat = 2 and n % 10 = 0, seat = 0, starts_at, ends_at,
      shows_as = 'BUSY' and status = 'SCHEDULED' and source = 'internal',
      shows_as = 'BUSY' and status in ('SCHEDULED', 'CONFLICT')
    from plan cross join generate_series(0, 3) as seat
      join people on people.number = 1 + ((place * 4 + seat) * factor + slot) % ${members.length}::int`
  // Autovacuum does this within a minute, which would be in the middle of a round.
  await sql`vacuum analyze`
  await sql.end()
}
