import { randomBytes, randomUUID } from 'node:crypto'
import { Temporal } from '@astralis/core/temporal'
import { createDatabase } from '@astralis/db/client'
import type { Runtime } from '@astralis/services/context'
import { createEnqueue, type Enqueue } from '@astralis/services/enqueue'
import { PgBoss } from 'pg-boss'
import type { Logger } from 'pino'

export interface WorkerRuntime extends Runtime {
  enqueue: Enqueue
}

/** The real clock, randomness, database and queue; everything else receives them. */
export function compose(databaseUrl: string, log: Logger) {
  const { db, close } = createDatabase(databaseUrl, { role: 'astralis_app', max: 4 })
  // The queue keeps its own tables in order, so it connects as their owner. Installing them is the migration's task.
  const boss = new PgBoss({
    connectionString: databaseUrl,
    application_name: 'astralisops-queue',
    max: 4,
    migrate: false,
    createSchema: false,
    useListenNotify: true,
    // How soon the jobs of a killed worker are noticed, once their heartbeat is missing.
    superviseIntervalSeconds: 10,
  })
  boss.on('error', (error) => log.error({ err: error }, 'The queue has a problem and will try again.'))
  boss.on('warning', (warning) => log.warn({ warning }, 'The queue warns.'))
  const runtime: WorkerRuntime = {
    db,
    clock: () => Temporal.Now.instant(),
    newId: () => randomUUID(),
    newSecret: () => randomBytes(32).toString('base64url'),
    enqueue: createEnqueue(boss),
  }
  return { runtime, boss, closeDatabase: close }
}
