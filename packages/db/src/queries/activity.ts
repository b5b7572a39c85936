import type { Transaction } from '../client.ts'
import { activity } from '../schema/activity.ts'

export type ActivityInsert = typeof activity.$inferInsert

/** Appends to the log, in the transaction of the change that it tells of. */
export async function insertActivity(tx: Transaction, rows: ActivityInsert[]): Promise<void> {
  if (rows.length > 0) await tx.insert(activity).values(rows)
}
