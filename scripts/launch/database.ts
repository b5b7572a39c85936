import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '@astralis/db/embedded'
import type { LaunchSettings } from '../settings/env.ts'

export interface LaunchedDatabase {
  url: string
  /** Ours alone, so that it may be filled with demo data. */
  isEmbedded: boolean
  /** Its name and process, for people: `PostgreSQL 4711`. */
  describe(): string
  stop(): Promise<void>
}

const LOOK_EVERY_MS = 500
const RETRY_AFTER_MS = 5_000

/** The server that DATABASE_URL names, or an embedded one that is started again whenever it dies. */
export async function openDatabase({ databaseUrl, dataDir }: LaunchSettings): Promise<LaunchedDatabase> {
  if (databaseUrl === undefined) return startDatabase(dataDir)
  return { url: databaseUrl, isEmbedded: false, describe: () => 'PostgreSQL elsewhere', stop: async () => {} }
}

async function startDatabase(dataDir: string): Promise<LaunchedDatabase> {
  console.log('Starting PostgreSQL…')
  const closing = new AbortController()
  const options = { dataDir: join(dataDir, 'postgres'), onLog: (line: string) => console.log(line) }
  let server = await startEmbeddedPostgres(options)

  async function keepRunning(): Promise<void> {
    let pauseMs = LOOK_EVERY_MS
    while (await pause(pauseMs, closing.signal)) {
      if (server.isAlive()) continue
      console.log('PostgreSQL ended; starting it again.')
      server = await restart(server, options)
      pauseMs = server.isAlive() ? LOOK_EVERY_MS : RETRY_AFTER_MS
    }
  }

  const running = keepRunning()
  return {
    url: server.url,
    isEmbedded: true,
    describe: () => `PostgreSQL ${server.pid}`,
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
    const server = await startEmbeddedPostgres({ ...options, port: dead.port })
    console.log(`PostgreSQL is back (process ${server.pid}).`)
    return server
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    return dead
  }
}

/** False when the pause was cut short. */
function pause(ms: number, signal: AbortSignal): Promise<boolean> {
  return delay(ms, true, { signal }).catch(() => false)
}
