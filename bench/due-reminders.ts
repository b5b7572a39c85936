import { randomUUID } from 'node:crypto'
import type { PgBoss } from 'pg-boss'
import type postgres from 'postgres'

/** A queue that the worker knows, and one whose jobs do nothing. */
export type DrainedQueue = 'scheduling-reminders' | 'empty'

interface Batch {
  orgId: string
  events: number
  people: number
}

const MINUTE_MS = 60_000

/**
 * Stores events that begin in an hour, with one reminder to each of their people that was due a minute ago: none of
 * them has an account, and nobody has two events. Answers with the jobs that deliver the reminders.
 */
export async function storeDueReminders(tx: postgres.TransactionSql, { orgId, events, people }: Batch) {
  const startsAt = new Date(Date.now() + 60 * MINUTE_MS).toISOString()
  const endsAt = new Date(Date.now() + 120 * MINUTE_MS).toISOString()
  const ids = Array.from({ length: events }, () => randomUUID())
  const shares = ids.flatMap((id) =>
    Array.from({ length: people }, (_, seat) => ({ id, seat, mail: randomUUID(), email: `${seat}-${id}@example.org` })),
  )
  const columns = tx`unnest(${shares.map(({ id }) => id)}::uuid[], ${shares.map(({ mail }) => mail)}::uuid[],
    ${shares.map(({ email }) => email)}::text[], ${shares.map(({ seat }) => seat)}::int[]) as s(id, mail, email, seat)`
  await tx`
    insert into events (org_id, id, title, starts_at, ends_at, all_day, time_zone, shows_as, status, source, created_at,
      updated_at)
    select ${orgId}, id, 'Planning', ${startsAt}, ${endsAt}, false, 'Europe/Berlin', 'BUSY', 'SCHEDULED', 'internal',
      now(), now()
    from unnest(${ids}::uuid[]) as e(id)`
  await tx`
    insert into participants (org_id, event_id, email, status, is_optional, is_organizer, starts_at, ends_at,
      event_blocks, event_takes_time)
    select ${orgId}, id, email, 'accepted', false, seat = 0, ${startsAt}, ${endsAt}, true, true from ${columns}`
  await tx`
    insert into mails (org_id, id, kind, recipient_email, event_id, uid, event_version, offset_minutes, due_at, status,
      created_at)
    select ${orgId}, mail, 'reminder', email, id, id, 1, 61, now() - interval '1 minute', 'PENDING', now()
    from ${columns}`
  return shares.map(({ mail }) => ({ data: { orgId, id: mail }, singletonKey: mail }))
}

/** Jobs of the other queue, of the same size. */
export function emptyJobs({ orgId, events, people }: Batch) {
  return Array.from({ length: events * people }, () => {
    const id = randomUUID()
    return { data: { orgId, id }, singletonKey: id }
  })
}

/** Queues jobs in a transaction, as the services do. */
export async function queueJobs(
  boss: PgBoss,
  tx: postgres.TransactionSql,
  queue: DrainedQueue | 'invitations.deliver',
  jobs: ReturnType<typeof emptyJobs>,
): Promise<void> {
  const db = {
    executeSql: async (text: string, values: unknown[] = []) => {
      const parameters = values.map((value) => (typeof value === 'string' ? value : JSON.stringify(value)))
      return { rows: await tx.unsafe(text, parameters) }
    },
  }
  await boss.insert(queue, jobs, { db })
}
