import { randomBytes, randomUUID } from 'node:crypto'
import { Temporal } from '@astralis/core/temporal'
import { createDatabase } from '@astralis/db/client'
import type { Runtime } from '@astralis/services/context'
import { openQueue } from '@astralis/services/enqueue'

/** The real clock, randomness, database and queue; everything else receives them. */
export function compose(databaseUrl: string): { runtime: Runtime; close: () => Promise<void> } {
  const { db, close } = createDatabase(databaseUrl, { role: 'astralis_app' })
  const forQueue = createDatabase(databaseUrl, { role: 'astralis_app', max: 1 })
  const queue = openQueue(forQueue.db)
  const runtime: Runtime = {
    db,
    clock: () => Temporal.Now.instant(),
    newId: () => randomUUID(),
    newSecret: () => randomBytes(32).toString('base64url'),
    enqueue: queue.enqueue,
  }
  return {
    runtime,
    async close() {
      await queue.close()
      await Promise.all([close(), forQueue.close()])
    },
  }
}
