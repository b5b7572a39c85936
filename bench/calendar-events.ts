import postgres from 'postgres'
import type { Team } from './team.ts'

const SLOTS_PER_DAY = 20

/**
 * Stores `size` events of one organization on the days from `first` on, spread evenly over `days` days and all members;
 * nobody has two at once. One in ten is marked as a conflict.
 */
export async function storeCalendar(
  databaseUrl: string,
  { orgId, members }: Team,
  { size, first, days }: { size: number; first: string; days: number },
): Promise<void> {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} })
  await sql`set session_replication_role = replica`
  await sql`create temp table plan as
    select gen_random_uuid() as id, n, people.id as user_id, people.email,
      ${first}::timestamptz + n % ${days} * interval '1 day' + interval '7 hours'
        + n / ${days} % ${SLOTS_PER_DAY} * interval '30 minutes' as starts_at,
      (case when n % 10 = 0 then 'CONFLICT' else 'SCHEDULED' end)::event_status as status
    from generate_series(0, ${size}::int - 1) as n
      join unnest(${members.map(({ id }) => id)}::uuid[], ${members.map(({ email }) => email)}::text[])
        with ordinality as people(id, email, number)
      on people.number = 1 + (n / ${days} / ${SLOTS_PER_DAY} + n % ${days}) % ${members.length}`
  await sql`insert into events (org_id, id, title, starts_at, ends_at, all_day, time_zone, shows_as, status, source,
      location, created_by, created_at, updated_at)
    select ${orgId}, id, 'Meeting ' || n, starts_at, starts_at + interval '30 minutes', false, 'Europe/Berlin', 'BUSY',
      status, 'internal', 'Room ' || n % 12, user_id, starts_at, starts_at
    from plan`
  await sql`insert into participants (org_id, event_id, email, name, status, is_optional, is_organizer, starts_at,
      ends_at, event_blocks, event_takes_time)
    select ${orgId}, id, email, email, 'accepted', false, true, starts_at, starts_at + interval '30 minutes',
      status = 'SCHEDULED', true
    from plan`
  await sql`vacuum analyze`
  await sql.end()
}
