import { and, desc, eq, sql } from 'drizzle-orm'
import { anyOf } from '../any-of.ts'
import type { Transaction } from '../client.ts'
import { syncEntries } from '../schema/sync.ts'

export type SyncEntryInsert = typeof syncEntries.$inferInsert
export type SyncEntryRow = typeof syncEntries.$inferSelect

/** Appends to the log, in the transaction of what it tells of. */
export async function insertSyncEntries(tx: Transaction, rows: readonly SyncEntryInsert[]): Promise<void> {
  if (rows.length > 0) await tx.insert(syncEntries).values([...rows])
}

interface SyncLogQuery {
  connectionId: string
  /** Only what is older than this entry. */
  before?: string | undefined
  direction?: SyncEntryRow['direction'] | undefined
  outcomes?: readonly string[] | undefined
  limit: number
}

/** What happened to a linked account, newest first. */
export async function listSyncEntries(
  tx: Transaction,
  orgId: string,
  { connectionId, before, direction, outcomes, limit }: SyncLogQuery,
): Promise<SyncEntryRow[]> {
  return tx
    .select()
    .from(syncEntries)
    .where(
      and(
        eq(syncEntries.orgId, orgId),
        eq(syncEntries.connectionId, connectionId),
        before === undefined
          ? undefined
          : sql`(${syncEntries.at}, ${syncEntries.id}) < (
              select at, id from sync_entries where org_id = ${orgId} and connection_id = ${connectionId} and id = ${before})`,
        direction && eq(syncEntries.direction, direction),
        outcomes && anyOf(syncEntries.outcome, outcomes),
      ),
    )
    .orderBy(desc(syncEntries.at), desc(syncEntries.id))
    .limit(limit)
}
