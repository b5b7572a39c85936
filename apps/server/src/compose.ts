import { randomBytes, randomUUID } from 'node:crypto'
import { Temporal } from '@astralis/core/temporal'
import { createDatabase } from '@astralis/db/client'
import type { Runtime } from '@astralis/services/context'

/** The real clock, randomness and database; everything else receives them. */
export function compose(databaseUrl: string): { runtime: Runtime; close: () => Promise<void> } {
  const { db, close } = createDatabase(databaseUrl, { role: 'astralis_app' })
  const runtime: Runtime = {
    db,
    clock: () => Temporal.Now.instant(),
    newId: () => randomUUID(),
    newSecret: () => randomBytes(32).toString('base64url'),
  }
  return { runtime, close }
}
