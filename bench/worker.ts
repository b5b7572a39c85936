import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { ENCRYPTION_KEYS } from './encryption-keys.ts'

/** The product's worker, and the one that does nothing. */
const WORKERS = {
  product: fileURLToPath(new URL('../apps/worker/src/main.ts', import.meta.url)),
  empty: fileURLToPath(new URL('empty-worker.ts', import.meta.url)),
}

/** Starts so many workers in processes of their own, ready to take jobs; they stop with `open`. */
export async function startWorkers(
  kind: keyof typeof WORKERS,
  count: number,
  environment: { DATABASE_URL: string; [name: string]: string },
  open: AsyncDisposableStack,
): Promise<void> {
  await Promise.all(
    Array.from({ length: count }, async () => {
      const worker = spawn(process.execPath, [WORKERS[kind], environment.DATABASE_URL], {
        // It logs as in production; only nobody reads it.
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
        env: { NODE_ENV: 'production', ENCRYPTION_KEYS, ...environment },
      })
      open.defer(() => stopWorker(worker))
      await Promise.race([once(worker, 'message'), failWhenItEnds(worker)])
    }),
  )
}

async function stopWorker(worker: ChildProcess): Promise<void> {
  if (worker.exitCode !== null || worker.signalCode !== null) return
  const ended = once(worker, 'exit')
  worker.kill('SIGTERM')
  await ended
}

async function failWhenItEnds(worker: ChildProcess): Promise<never> {
  const [code] = await once(worker, 'exit')
  throw new Error(`The worker ended with ${String(code)}.`)
}
