import type { Database, Transaction } from '@astralis/db/client'
import { type Entry, enterOrganization } from '@astralis/db/tenancy'

const MAX_RETRIES = 3

/**
 * A deadlock (40P01) or a serialization failure (40001) says nothing about the request. An exclusion violation (23P01)
 * says that a writer without our locks was faster: the next attempt reads what it wrote and decides by the rules.
 */
const RETRYABLE = new Set(['40P01', '40001', '23P01'])

/** Thrown when an action finds more people concerned than it has locked: nothing is written, it starts over. */
export class PeopleChanged extends Error {
  override name = 'PeopleChanged'
}

/**
 * Runs `work` in one transaction that sees the rows of one organization. It may run several times, so nothing in it
 * reaches outside the database. `work` does not wait to hear that the organization is entered and `people` are locked,
 * because what it sends runs on the same connection, after that.
 */
export async function inOrganization<T>(
  { db }: { db: Database },
  orgId: string,
  work: (tx: Transaction) => Promise<T>,
  entry: Entry = {},
): Promise<T> {
  for (let retries = 0; ; retries++) {
    try {
      return await db.transaction(async (tx) => {
        const [, result] = await sentTogether([enterOrganization(tx, orgId, entry), work(tx)])
        return result
      })
    } catch (error) {
      const isTransient = error instanceof PeopleChanged || RETRYABLE.has(databaseCode(error) ?? '')
      if (!isTransient || retries === MAX_RETRIES) throw error
    }
  }
}

/** The same, with `people` locked from the start: nobody else books them until the transaction ends. */
export async function withPeopleLocked<T>(
  context: { db: Database },
  orgId: string,
  people: readonly string[],
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  return inOrganization(context, orgId, work, { people })
}

/**
 * Waits for queries that were sent together on one connection, which runs them in the order of the list. When one fails
 * the later ones only report that the transaction is aborted, so it is the first failure of the list that counts.
 */
export async function sentTogether<Queries extends readonly Promise<unknown>[]>(
  queries: readonly [...Queries],
): Promise<{ -readonly [Index in keyof Queries]: Awaited<Queries[Index]> }> {
  for (const result of await Promise.allSettled(queries)) if (result.status === 'rejected') throw result.reason
  return Promise.all(queries)
}

/** The SQLSTATE of a failed query, and the constraint it broke; Drizzle wraps the driver's error. */
export function databaseCode(error: unknown): string | undefined {
  return databaseField(error, 'code')
}

export function databaseConstraint(error: unknown): string | undefined {
  return databaseField(error, 'constraint_name')
}

function databaseField(error: unknown, field: string): string | undefined {
  const source = error instanceof Error && error.cause instanceof Error ? error.cause : error
  if (!(source instanceof Error) || !(field in source)) return undefined
  const value: unknown = Reflect.get(source, field)
  return typeof value === 'string' ? value : undefined
}
