import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { findFreePort } from '@astralis/db/embedded/port'
import { ENCRYPTION_KEYS } from './encryption-keys.ts'

const SERVER = fileURLToPath(new URL('../apps/server/src/main.ts', import.meta.url))

/** Starts the product's server in a process of its own, so that it shares no event loop with its clients. */
export async function startServer(databaseUrl: string, open: AsyncDisposableStack): Promise<string> {
  const port = await findFreePort()
  const server = spawn(process.execPath, [SERVER], {
    // It logs as in production; only nobody reads it.
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { NODE_ENV: 'production', DATABASE_URL: databaseUrl, ENCRYPTION_KEYS, PORT: String(port) },
  })
  open.defer(() => stopServer(server))
  await Promise.race([once(server, 'message'), failWhenItEnds(server)])
  return `http://localhost:${port}`
}

async function stopServer(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return
  const ended = once(server, 'exit')
  server.kill('SIGTERM')
  await ended
}

async function failWhenItEnds(server: ChildProcess): Promise<never> {
  const [code] = await once(server, 'exit')
  throw new Error(`The server ended with ${String(code)}.`)
}
