import { EVERYTHING } from '@astralis/core/live/topic'
import type { Reading } from '@astralis/core/live/follow-changes'
import type { Temporal } from '@astralis/core/temporal'
import { sql } from 'drizzle-orm'
import type { Database, Transaction } from '../client.ts'

/** From where somebody listens to an organization. */
export interface Listening {
  orgId: string
  /** Null: from a moment ago. */
  since: bigint | null
}

/** What there is for each of those who listen, in the order of the list; one round trip without a transaction around it. */
export async function readChanges(db: Database, listening: readonly Listening[]): Promise<Reading[]> {
  const orgIds = listening.map(({ orgId }) => orgId)
  const sinces = listening.map(({ since }) => since?.toString() ?? null)
  const rows = await db.execute<ChangeRow>(sql`
    select nth, oldest, newest, change, topic
    from read_changes(${sql.param(orgIds)}::uuid[], ${sql.param(sinces)}::xid8[])`)
  return [...Map.groupBy(rows, ({ nth }) => nth).values()].map(toReading)
}

/** Without a change, a row still says which transactions may be running. */
interface ChangeRow extends Record<string, unknown> {
  /** Of the list, from one on; they come in its order. */
  nth: number
  oldest: string
  newest: string
  change: string | null
  topic: string | null
}

function toReading(rows: readonly ChangeRow[]): Reading {
  const changes = rows.flatMap(({ change, topic }) =>
    change === null || topic === null ? [] : { xid: BigInt(change), word: topic },
  )
  return { xmin: BigInt(rows[0]?.oldest ?? 0), xmax: BigInt(rows[0]?.newest ?? 0), changes }
}

/** The organizations with changes from before `before`. Needs a sweep. */
export async function listOrganizationsToForget(tx: Transaction, before: Temporal.Instant): Promise<string[]> {
  const rows = await tx.execute<{ orgId: string }>(sql`
    select distinct org_id as "orgId" from changes
    where topic <> ${EVERYTHING} and created_at < ${before.toString()}::timestamptz order by 1`)
  return rows.map(({ orgId }) => orgId)
}

/**
 * Forgets changes from before `before`, and leaves one line in their place, at the last of them: whoever goes on from there or
 * before has missed something. Numbers that no transaction here can have came with a copy of another database, and go too.
 */
export async function forgetChanges(tx: Transaction, orgId: string, before: Temporal.Instant): Promise<number> {
  const [row] = await tx.execute<{ forgotten: number }>(sql`
    with forgotten as (
      delete from changes
      where org_id = ${orgId}
        and (created_at < ${before.toString()}::timestamptz or xid >= pg_snapshot_xmax(pg_current_snapshot()))
      returning xid, created_at
    ), marked as (
      insert into changes (org_id, xid, topic, created_at)
      select ${orgId}, xid, ${EVERYTHING}, created_at from forgotten
      where xid < pg_snapshot_xmax(pg_current_snapshot()) order by xid desc limit 1
      on conflict do nothing
    )
    select count(*)::int as forgotten from forgotten`)
  return row?.forgotten ?? 0
}
