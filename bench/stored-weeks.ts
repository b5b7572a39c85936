import postgres from 'postgres'
import type { Team } from './team.ts'

/** A prime: multiplying by anything then shuffles the members, so each slot has other people together. */
export const MEMBERS = 401
const SLOTS_PER_WEEK = 3

/** Stores three half hours a week for everybody, on three days from `from` on, four people in each. */
export async function storeWeeks(
  databaseUrl: string,
  { orgId, members }: Team,
  { from, weeks }: { from: string; weeks: number },
): Promise<void> {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} })
  // The rows are valid by construction; a check of each foreign key would take longer than everything else.
  await sql`set session_replication_role = replica`
  await sql`create temp table people as
    select * from unnest(${members.map(({ id }) => id)}::uuid[], ${members.map(({ email }) => email)}::text[])
      with ordinality as people(id, email, number)`
  await sql`create temp table plan as
    select gen_random_uuid() as id, place, week * ${SLOTS_PER_WEEK}::int + slot as factor,
      ${from}::timestamptz + week * interval '1 week' + slot * interval '1 day' as starts_at
    from generate_series(0, ${weeks}::int - 1) as week, generate_series(0, ${SLOTS_PER_WEEK}::int - 1) as slot,
      generate_series(0, ${Math.floor(members.length / 4)}::int - 1) as place`
  await sql`create temp table shares as
    select plan.id as event_id, seat, people.id as user_id, people.email, starts_at,
      starts_at + interval '30 minutes' as ends_at
    from plan cross join generate_series(0, 3) as seat
      join people on people.number = 1 + ((place * 4 + seat) * (1 + factor)) % ${members.length}::int`
  await sql`insert into events (org_id, id, title, starts_at, ends_at, all_day, time_zone, shows_as, status, source,
      created_by, created_at, updated_at)
    select ${orgId}, event_id, 'Meeting', starts_at, ends_at, false, 'Europe/Berlin', 'BUSY', 'SCHEDULED', 'internal',
      user_id, now(), now()
    from shares where seat = 0 order by random()`
  await sql`insert into participants (org_id, event_id, email, status, is_optional, is_organizer, starts_at, ends_at,
      event_blocks, event_takes_time)
    select ${orgId}, event_id, email, 'accepted', false, seat = 0, starts_at, ends_at, true, true
    from shares order by random()`
  // Autovacuum does this within a minute, which would be in the middle of a turn.
  await sql`vacuum analyze`
  await sql.end()
}
