import { randomUUID } from 'node:crypto'
import type { Temporal } from '@astralis/core/temporal'
import { PgBoss } from 'pg-boss'
import postgres from 'postgres'
import { queueJobs } from './due-reminders.ts'
import type { Member } from './team.ts'

export interface BareEvent {
  id: string
  startsAt: Temporal.Instant
  endsAt: Temporal.Instant
  /** The first organizes. */
  people: readonly Member[]
}

const OFFSETS = [1440, 60]

/**
 * The yardstick of planning reminders: the same rows, as the app's role, in one transaction with one statement a table,
 * sent together. No lock, no look at what is there, no answer.
 */
export function createBareReminders(databaseUrl: string, orgId: string) {
  const sql = postgres(databaseUrl, { max: 1, connection: { role: 'astralis_app', TimeZone: 'UTC' } })
  const boss = new PgBoss({ connectionString: databaseUrl, supervise: false, schedule: false, migrate: false })
  const started = boss.start()
  const enter = (tx: postgres.TransactionSql) => tx`select set_config('astralis.org_id', ${orgId}, true)`
  return {
    insertReminders: (events: readonly BareEvent[]) =>
      sql.begin((tx) => [enter(tx), insertReminders(tx, orgId, events)]),
    /** The events themselves too, with their people, the activity log, and invitations with their jobs. */
    async insertEvents(events: readonly BareEvent[]) {
      await started
      const invitations = events.flatMap(({ id, people }) =>
        people.slice(1).map(({ email }) => ({ id: randomUUID(), eventId: id, email })),
      )
      const jobs = invitations.map(({ id }) => ({ data: { orgId, id }, singletonKey: id }))
      await sql.begin((tx) => [
        enter(tx),
        insertEvents(tx, orgId, events),
        insertShares(tx, orgId, events),
        insertReminders(tx, orgId, events),
        insertInvitations(tx, orgId, invitations),
        insertActivity(tx, orgId, events),
        queueJobs(boss, tx, 'invitations.deliver', jobs),
      ])
    },
    async close() {
      await started
      await boss.stop({ graceful: false })
      await sql.end({ timeout: 5 })
    },
  }
}

function insertReminders(tx: postgres.TransactionSql, orgId: string, events: readonly BareEvent[]): Promise<unknown> {
  const rows = events.flatMap(({ id, startsAt, people }) =>
    people.flatMap(({ email }) =>
      OFFSETS.map((offset) => {
        const dueAt = startsAt.subtract({ minutes: offset }).toString()
        return { id: randomUUID(), eventId: id, email, offset, dueAt }
      }),
    ),
  )
  return tx`
    insert into mails (org_id, id, kind, recipient_email, event_id, uid, event_version, offset_minutes, due_at, status,
      created_at)
    select ${orgId}, id, 'reminder', email, event_id, event_id, 1, offset_minutes, due_at, 'PENDING', now()
    from unnest(${rows.map(({ id }) => id)}::uuid[], ${rows.map(({ eventId }) => eventId)}::uuid[],
      ${rows.map(({ email }) => email)}::text[], ${rows.map(({ offset }) => offset)}::int[],
      ${rows.map(({ dueAt }) => dueAt)}::timestamptz[]) as r(id, event_id, email, offset_minutes, due_at)`
}

function insertInvitations(
  tx: postgres.TransactionSql,
  orgId: string,
  rows: readonly { id: string; eventId: string; email: string }[],
): Promise<unknown> {
  return tx`
    insert into mails (org_id, id, kind, recipient_email, event_id, uid, event_version, due_at, status, created_at)
    select ${orgId}, id, 'invitation', email, event_id, event_id, 1, now() + interval '5 seconds', 'PENDING', now()
    from unnest(${rows.map(({ id }) => id)}::uuid[], ${rows.map(({ eventId }) => eventId)}::uuid[],
      ${rows.map(({ email }) => email)}::text[]) as r(id, event_id, email)`
}

function insertEvents(tx: postgres.TransactionSql, orgId: string, events: readonly BareEvent[]): Promise<unknown> {
  return tx`
    insert into events (org_id, id, title, starts_at, ends_at, all_day, time_zone, shows_as, status, source, created_by,
      created_at, updated_at)
    select ${orgId}, id, 'Planning', starts_at, ends_at, false, 'Europe/Berlin', 'BUSY', 'SCHEDULED', 'internal',
      created_by, now(), now()
    from unnest(${events.map(({ id }) => id)}::uuid[], ${events.map(({ startsAt }) => startsAt.toString())}::timestamptz[],
      ${events.map(({ endsAt }) => endsAt.toString())}::timestamptz[],
      ${events.map(({ people }) => people[0]?.id ?? null)}::uuid[]) as e(id, starts_at, ends_at, created_by)`
}

function insertShares(tx: postgres.TransactionSql, orgId: string, events: readonly BareEvent[]): Promise<unknown> {
  const shares = events.flatMap(({ people, ...times }) => people.map(({ email }, seat) => ({ ...times, email, seat })))
  return tx`
    insert into participants (org_id, event_id, email, status, is_optional, is_organizer, starts_at, ends_at,
      event_blocks, event_takes_time)
    select ${orgId}, id, email, (case seat when 0 then 'accepted' else 'pending' end)::participant_status, false,
      seat = 0, starts_at, ends_at, true, true
    from unnest(${shares.map(({ id }) => id)}::uuid[], ${shares.map(({ email }) => email)}::text[],
      ${shares.map(({ seat }) => seat)}::int[], ${shares.map(({ startsAt }) => startsAt.toString())}::timestamptz[],
      ${shares.map(({ endsAt }) => endsAt.toString())}::timestamptz[]) as p(id, email, seat, starts_at, ends_at)`
}

function insertActivity(tx: postgres.TransactionSql, orgId: string, events: readonly BareEvent[]): Promise<unknown> {
  const rows = events.map(({ id, people, startsAt, endsAt }) => ({
    id: randomUUID(),
    entityId: id,
    actorId: people[0]?.id,
    after: { title: 'Planning', startsAt, endsAt, status: 'SCHEDULED', participants: people },
  }))
  return tx`
    insert into activity (org_id, id, at, actor_id, origin, action, entity, entity_id, after)
    select ${orgId}, id, now(), "actorId", 'web 127.0.0.1', 'event.created', 'event', "entityId", after
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb)
      as r(id uuid, "entityId" uuid, "actorId" uuid, after jsonb)`
}
