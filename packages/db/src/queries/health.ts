import { sql } from 'drizzle-orm'
import type { Database } from '../client.ts'

/** Resolves when the database answers, rejects when it does not. */
export async function isReachable(db: Database): Promise<void> {
  await db.execute(sql`select`)
}
