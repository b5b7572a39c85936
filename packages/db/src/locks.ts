import { type SQL, sql } from 'drizzle-orm'
import type { Transaction } from './client.ts'

/**
 * Locks people until the transaction ends, so that checking somebody's time and taking it are one step. All are taken
 * in one order, by key, whatever the order of `emails`: two callers with overlapping lists wait for each other and
 * never form a circle. Take every lock of a transaction in one call.
 */
export async function lockPeople(tx: Transaction, orgId: string, emails: readonly string[]): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(key) from (${lockKeys(orgId, emails)}) as keys`)
}

/** The lock of each person of an organization, once, in the order in which they are taken. */
export function lockKeys(orgId: string, emails: readonly string[]): SQL {
  return sql`
    select distinct hashtextextended(${orgId} || '/' || email, 0) as key
    from unnest(${sql.param(emails)}::text[]) as email
    order by key`
}
