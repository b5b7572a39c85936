import { startKillProxy, type Strike } from './kill-proxy.ts'
import type { WorkerProcess } from './worker-process.ts'

interface Murder {
  /** When the worker is to die, for whoever reads that it did not. */
  when: string
  databaseUrl: string
  start: (databaseUrl?: string) => WorkerProcess
  /** Dies at a statement on its way to PostgreSQL. */
  strike?: (kill: () => unknown) => Strike
  /** Or dies when this, which is told before the worker starts, calls `kill`. */
  lurk?: (kill: () => unknown) => void
}

const PATIENCE_MS = 30_000

/** Starts a worker and resolves once it was killed. Rejects where the moment never comes. */
export async function killWorker({ when, databaseUrl, start, strike, lurk }: Murder): Promise<void> {
  const dies = Promise.withResolvers<string>()
  const kill = () => {
    dies.resolve('killed')
    return worker.kill()
  }
  const proxy = strike ? await startKillProxy(databaseUrl, strike(kill)) : null
  lurk?.(kill)
  const worker = start(proxy?.databaseUrl)
  void worker.ended.then(() => dies.resolve('ended by itself'))
  const patience = setTimeout(() => dies.resolve('not reached'), PATIENCE_MS)
  const outcome = await dies.promise
  clearTimeout(patience)
  await worker.kill()
  await proxy?.close()
  if (outcome !== 'killed') throw new Error(`A worker was to be killed when "${when}": ${outcome}.`)
}
