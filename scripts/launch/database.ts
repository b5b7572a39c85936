import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '@astralis/db/embedded'

export interface SupervisedDatabase {
  url: string
  stop(): Promise<void>
}

const LOOK_EVERY_MS = 500
const RETRY_AFTER_MS = 5_000

/** Starts the embedded PostgreSQL below `dataDir` and starts it again whenever it dies. */
export async function startDatabase(dataDir: string): Promise<SupervisedDatabase> {
  const closing = new AbortController()
  const options = { dataDir: join(dataDir, 'postgres'), onLog: (line: string) => console.log(line) }
  let server = await startEmbeddedPostgres(options)

  async function keepRunning(): Promise<void> {
    while (await pause(server.isAlive() ? LOOK_EVERY_MS : RETRY_AFTER_MS, closing.signal)) {
      if (server.isAlive()) continue
      console.log('PostgreSQL ended; starting it again.')
      server = await restart(server, options)
    }
  }

  const running = keepRunning()
  return {
    url: server.url,
    async stop() {
      closing.abort()
      await running
      await server.stop()
    },
  }
}

/** On the same port, because server and worker know it by that. A failure leaves the dead one for the next attempt. */
async function restart(dead: EmbeddedPostgres, options: { dataDir: string }): Promise<EmbeddedPostgres> {
  try {
    return await startEmbeddedPostgres({ ...options, port: dead.port })
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    return dead
  }
}

/** False when the pause was cut short. */
function pause(ms: number, signal: AbortSignal): Promise<boolean> {
  return delay(ms, true, { signal }).catch(() => false)
}
