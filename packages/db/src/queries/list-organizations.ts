import { sql } from 'drizzle-orm'
import type { Transaction } from '../client.ts'

/** Every organization. Needs a sweep. */
export async function listOrganizationIds(tx: Transaction): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`select id from organizations order by id`)
  return rows.map(({ id }) => id)
}
