import { Temporal } from '@astralis/core/temporal'
import { sql } from 'drizzle-orm'
import type { Database } from '../client.ts'

export interface AttemptCount {
  key: string
  cost: number
  /** How long a window lasts that begins now. */
  windowSeconds: number
}

export interface CountedAttempts {
  key: string
  attempts: number
  resetsAt: Temporal.Instant
}

/**
 * Counts attempts, in windows that begin with their first one, and answers with how many there are now. One statement
 * outside of any transaction: what is refused or fails later was tried all the same. Windows that are over go with it, a few
 * at a time.
 */
export async function countAttempts(
  db: Database,
  counts: readonly AttemptCount[],
  now: Temporal.Instant,
): Promise<CountedAttempts[]> {
  const at = now.toString()
  const rows = await db.execute<{ key: string; attempts: number; resetsAt: string }>(sql`
    with given as (
      select key, cost, ${at}::timestamptz + window_seconds * interval '1 second' as resets_at
      from jsonb_to_recordset(${JSON.stringify(counts.map(toRecord))}::jsonb) as given (key text, cost int, window_seconds int)
    ), forgotten as (
      delete from rate_limits where key in (
        select key from rate_limits where resets_at <= ${at}::timestamptz and key not in (select key from given)
        limit 10 for update skip locked)
    )
    insert into rate_limits as known (key, attempts, resets_at)
    select key, cost, resets_at from given order by key
    on conflict (key) do update set
      attempts = case when known.resets_at <= ${at}::timestamptz then excluded.attempts else known.attempts + excluded.attempts end,
      resets_at = case when known.resets_at <= ${at}::timestamptz then excluded.resets_at else known.resets_at end
    returning key, attempts, resets_at as "resetsAt"`)
  return rows.map((row) => ({ ...row, resetsAt: Temporal.Instant.from(row.resetsAt) }))
}

function toRecord({ key, cost, windowSeconds }: AttemptCount) {
  return { key, cost, window_seconds: windowSeconds }
}

/** Takes attempts back that turned out to be right. Locks in the order in which attempts are counted. */
export async function uncountAttempts(
  db: Database,
  counts: readonly Omit<AttemptCount, 'windowSeconds'>[],
): Promise<void> {
  await db.execute(sql`
    with given as (
      select key, cost from jsonb_to_recordset(${JSON.stringify(counts)}::jsonb) as given (key text, cost int)
    ), known as (
      select key from rate_limits where key in (select key from given) order by key for update
    )
    update rate_limits set attempts = greatest(0, attempts - given.cost)
    from given join known on known.key = given.key
    where rate_limits.key = given.key`)
}
