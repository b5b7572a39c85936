import type { Temporal } from '@astralis/core/temporal'
import type { Database, Transaction } from '@astralis/db/client'
import { sql } from 'drizzle-orm'
import { fromDrizzle, PgBoss } from 'pg-boss'
import type { JobName, JobPayload } from './jobs.ts'

export interface QueuedJob<Name extends JobName> {
  payload: JobPayload<Name>
  /** Merges jobs that would do the same work. */
  key?: string
  /** At once without it. */
  startAfter?: Temporal.Instant
}

/**
 * Queues jobs in the caller's transaction: the job row is the outbox. They run once the transaction commits, and never
 * when it rolls back.
 */
export type Enqueue = <Name extends JobName>(
  tx: Transaction,
  name: Name,
  jobs: readonly QueuedJob<Name>[],
) => Promise<void>

export function createEnqueue(boss: PgBoss): Enqueue {
  return async (tx, name, jobs) => {
    if (jobs.length === 0) return
    const rows = jobs.map(({ payload, key, startAfter }) => ({
      data: payload,
      ...(key === undefined ? {} : { singletonKey: key }),
      ...(startAfter === undefined ? {} : { startAfter: startAfter.toString() }),
    }))
    await boss.insert(name, rows, { db: fromDrizzle(tx, sql) })
  }
}

/**
 * For a process that only queues, and takes no jobs. `db` is a connection for the queue alone, which looks up its tables
 * with it when it is first used: that happens inside somebody's transaction, which must not wait for one of its own pool.
 */
export function openQueue(db: Database): { enqueue: Enqueue; close: () => Promise<void> } {
  const boss = new PgBoss({ db: fromDrizzle(db, sql), supervise: false, schedule: false, migrate: false })
  // A failed look-up also rejects the call that needed it; the event must only not go unheard.
  boss.on('error', () => {})
  const enqueue = createEnqueue(boss)
  return {
    async enqueue(...job) {
      await boss.start()
      await enqueue(...job)
    },
    close: () => boss.stop({ graceful: false }),
  }
}
