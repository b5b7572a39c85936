import { randomUUID } from 'node:crypto'
import type postgres from 'postgres'
import type { Member } from './team.ts'

/** An event of a series, times in RFC 3339. */
export interface Occurrence {
  id: string
  seriesId: string
  startsAt: string
  endsAt: string
  /** The first organizes. */
  people: readonly Member[]
}

/** A series as its row has it beside what is the same for all of them. */
export interface SeriesRow {
  id: string
  localStartsAt: string
  rules: string
  nextStartsAt: string | null
  people: readonly Member[]
}

export function insertSeries(sql: postgres.ISql, orgId: string, series: readonly SeriesRow[]): Promise<unknown> {
  const rows = series.map(({ people, ...row }) => ({
    ...row,
    createdBy: people[0]?.id,
    participants: people.map(({ email }, seat) => ({
      email,
      name: null,
      status: seat === 0 ? 'accepted' : 'pending',
      isOptional: false,
      isOrganizer: seat === 0,
    })),
  }))
  return sql`
    insert into series (org_id, id, local_starts_at, time_zone, rules, duration_minutes, all_day, title, shows_as, status,
      participants, next_starts_at, created_by, created_at, updated_at)
    select ${orgId}, s.id, s."localStartsAt", 'Europe/Berlin', s.rules, 60, false, 'Planning', 'BUSY', 'SCHEDULED',
      s.participants, s."nextStartsAt", s."createdBy", now(), now()
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as s(id uuid, "localStartsAt" text, rules text,
      participants jsonb, "nextStartsAt" timestamptz, "createdBy" uuid)`
}

export function insertOccurrences(sql: postgres.ISql, orgId: string, list: readonly Occurrence[]): Promise<unknown> {
  return sql`
    insert into events (org_id, id, title, starts_at, ends_at, all_day, time_zone, shows_as, status, source, series_id,
      original_starts_at, created_by, created_at, updated_at)
    select ${orgId}, id, 'Planning', starts_at, ends_at, false, 'Europe/Berlin', 'BUSY', 'SCHEDULED', 'internal',
      series_id, starts_at, created_by, now(), now()
    from unnest(${list.map(({ id }) => id)}::uuid[], ${list.map(({ seriesId }) => seriesId)}::uuid[],
      ${list.map(({ startsAt }) => startsAt)}::timestamptz[], ${list.map(({ endsAt }) => endsAt)}::timestamptz[],
      ${list.map(({ people }) => people[0]?.id ?? null)}::uuid[]) as e(id, series_id, starts_at, ends_at, created_by)`
}

export function insertShares(sql: postgres.ISql, orgId: string, list: readonly Occurrence[]): Promise<unknown> {
  const shares = list.flatMap(({ people, ...times }) => people.map(({ email }, seat) => ({ ...times, email, seat })))
  return sql`
    insert into participants (org_id, event_id, email, status, is_optional, is_organizer, starts_at, ends_at,
      event_blocks, event_takes_time)
    select ${orgId}, id, email, (case seat when 0 then 'accepted' else 'pending' end)::participant_status, false,
      seat = 0, starts_at, ends_at, true, true
    from unnest(${shares.map(({ id }) => id)}::uuid[], ${shares.map(({ email }) => email)}::text[],
      ${shares.map(({ seat }) => seat)}::int[], ${shares.map(({ startsAt }) => startsAt)}::timestamptz[],
      ${shares.map(({ endsAt }) => endsAt)}::timestamptz[]) as p(id, email, seat, starts_at, ends_at)`
}

export function insertActivity(sql: postgres.ISql, orgId: string, { id, people, ...row }: SeriesRow, action: string) {
  const after = { ...row, title: 'Planning', status: 'SCHEDULED', participants: people }
  return sql`
    insert into activity (org_id, id, at, actor_id, origin, action, entity, entity_id, after)
    values (${orgId}, ${randomUUID()}, now(), ${people[0]?.id ?? null}, 'web 127.0.0.1', ${action},
      ${action.split('.')[0] ?? action}, ${id}, ${JSON.stringify(after)}::text::jsonb)`
}
