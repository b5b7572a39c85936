import type { Transaction } from '@astralis/db/client'
import { sql } from 'drizzle-orm'
import { fromDrizzle, type PgBoss } from 'pg-boss'
import type { JobName, JobPayload } from './jobs.ts'

/**
 * Queues a job in the caller's transaction: the job row is the outbox. It runs once the transaction commits, and never
 * when it rolls back. `key` merges jobs that would do the same work.
 */
export type Enqueue = <Name extends JobName>(
  tx: Transaction,
  name: Name,
  payload: JobPayload<Name>,
  options?: { key?: string },
) => Promise<void>

export function createEnqueue(boss: PgBoss): Enqueue {
  return async (tx, name, payload, { key } = {}) => {
    await boss.send(name, payload, { db: fromDrizzle(tx, sql), ...(key === undefined ? {} : { singletonKey: key }) })
  }
}
