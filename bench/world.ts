import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startEmbeddedPostgres } from '@astralis/db/embedded'
import { migrateDatabase } from '@astralis/db/migrate'
import { asOwner, withDatabase } from '@astralis/db/testing/clone-database'
import { installQueues } from '@astralis/services/install-queues'
import type { World } from './benchmark.ts'
import { startServer } from './server.ts'

const MIGRATIONS = fileURLToPath(new URL('../packages/db/migrations', import.meta.url))

/**
 * A PostgreSQL of this run's own, with its default, durable settings; returns what makes a world in it for one
 * benchmark. All of it is stopped and removed with `running`, also when the start is cut short.
 */
export async function startWorld(running: AsyncDisposableStack): Promise<() => World> {
  const dataDir = await mkdtemp(join(tmpdir(), 'astralis-bench-'))
  running.defer(() => rm(dataDir, { recursive: true, force: true }))
  const starting = startEmbeddedPostgres({ dataDir })
  running.defer(async () => (await starting).stop())
  const { url } = await starting

  return () => {
    const open = running.use(new AsyncDisposableStack())
    return {
      open,
      startServer: (databaseUrl) => startServer(databaseUrl, open),
      async createDatabase(name) {
        await asOwner(url, `create database ${name}`)
        const databaseUrl = withDatabase(url, name)
        await migrateDatabase(databaseUrl, MIGRATIONS)
        await installQueues(databaseUrl)
        return databaseUrl
      },
    }
  }
}
