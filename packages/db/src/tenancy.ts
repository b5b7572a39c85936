import { sql } from 'drizzle-orm'
import type { Transaction } from './client.ts'
import { lockKeys } from './locks.ts'

/**
 * Opens one organization's rows to this transaction; row-level security hides all others. Where it is known already whom
 * the transaction will book, they are locked in the same round trip (`locks.ts` says how).
 */
export async function enterOrganization(tx: Transaction, orgId: string, people: readonly string[] = []): Promise<void> {
  await tx.execute(sql`
    select set_config('astralis.org_id', ${orgId}, true), pg_advisory_xact_lock(key)
    from (select) as always left join (${lockKeys(orgId, people)}) as keys on true`)
}

/** Opens the one account with this address to this transaction, whatever its organization. */
export async function enterSignIn(tx: Transaction, email: string): Promise<void> {
  await tx.execute(sql`select set_config('astralis.sign_in_email', ${email}, true)`)
}

/** Opens every organization's events to this transaction, for reading only. For the worker's sweeps. */
export async function enterSweep(tx: Transaction): Promise<void> {
  await tx.execute(sql`set local role astralis_sweep`)
}

/** Back to the app's role, which may write what the sweep found to do. */
export async function leaveSweep(tx: Transaction): Promise<void> {
  await tx.execute(sql`set local role astralis_app`)
}
