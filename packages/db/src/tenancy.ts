import { sql } from 'drizzle-orm'
import type { Transaction } from './client.ts'
import { lockKeys } from './locks.ts'

/** What holds from a transaction's first statement to its end. */
export interface Entry {
  /** Locked, in the same round trip (`locks.ts` says how). */
  people?: readonly string[]
  /**
   * For queries whose plan is the right one however full their tables are: PostgreSQL may keep it, where planning would
   * take most of their time (ADR 7).
   */
  keepsPlans?: boolean
}

/** Opens one organization's rows to this transaction; row-level security hides all others. */
export async function enterOrganization(
  tx: Transaction,
  orgId: string,
  { people = [], keepsPlans = false }: Entry = {},
): Promise<void> {
  await tx.execute(sql`
    select set_config('astralis.org_id', ${orgId}, true), pg_advisory_xact_lock(key),
      set_config('plan_cache_mode', ${keepsPlans ? 'auto' : 'force_custom_plan'}, true)
    from (select) as always left join (${lockKeys(orgId, people)}) as keys on true`)
}

/**
 * While it is on, PostgreSQL may keep plans, also those of its own queries that check foreign keys: they look up one row
 * by its key whatever the tables hold, and planning them anew for each row took longer than anything else (ADR 7).
 */
export async function keepPlans(tx: Transaction, isOn: boolean): Promise<void> {
  await tx.execute(sql`select set_config('plan_cache_mode', ${isOn ? 'auto' : 'force_custom_plan'}, true)`)
}

/** Opens the one account with this address to this transaction, whatever its organization. */
export async function enterSignIn(tx: Transaction, email: string): Promise<void> {
  await tx.execute(sql`select set_config('astralis.sign_in_email', ${email}, true)`)
}

/** Opens the one link to this account elsewhere to this transaction, whatever its organization. */
export async function enterSignInAccount(tx: Transaction, accountId: string): Promise<void> {
  await tx.execute(sql`select set_config('astralis.sign_in_account', ${accountId}, true)`)
}

/**
 * Opens, to this transaction, of the organization that it has entered what `query` (a tsquery) finds, and nothing else: so an
 * index may find it, which row-level security allows to few conditions.
 */
export async function enterSearch(tx: Transaction, query: string): Promise<void> {
  await tx.execute(
    sql`select set_config('astralis.search', ${query}, true), set_config('role', 'astralis_search', true)`,
  )
}

/** Back to the app's role, which reads what the search found. */
export async function leaveSearch(tx: Transaction): Promise<void> {
  await tx.execute(sql`set local role astralis_app`)
}

/** Opens every organization's events to this transaction, for reading only. For the worker's sweeps. */
export async function enterSweep(tx: Transaction): Promise<void> {
  await tx.execute(sql`set local role astralis_sweep`)
}

/** Back to the app's role, which may write what the sweep found to do. */
export async function leaveSweep(tx: Transaction): Promise<void> {
  await tx.execute(sql`set local role astralis_app`)
}
