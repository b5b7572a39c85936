import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const WORKER = fileURLToPath(new URL('../..', import.meta.url))

/** The worker as it is installed. */
export interface WorkerBundle {
  main: string
  remove: () => Promise<void>
}

/** Builds the worker as the product is built: it starts in a third of the time that its sources take. */
export async function bundleWorker(): Promise<WorkerBundle> {
  const modules = join(WORKER, 'node_modules')
  // What the bundle imports is found from here.
  const dir = await mkdtemp(join(modules, '.worker-'))
  await promisify(execFile)(join(modules, '.bin', 'rolldown'), ['-c', '-d', dir], { cwd: WORKER })
  return { main: join(dir, 'main.js'), remove: () => rm(dir, { recursive: true, force: true }) }
}

/** The product's worker, in a process of its own. */
export interface WorkerProcess {
  /** Resolves when it takes jobs; rejects when it ends before that. */
  ready: Promise<unknown>
  /** Resolves when it has ended, with the signal that ended it, if one did. */
  ended: Promise<NodeJS.Signals | null>
  /** From now on it does nothing more (SIGKILL). */
  kill: () => Promise<unknown>
}

export function startWorker({ main }: WorkerBundle, env: Record<string, string>): WorkerProcess {
  const worker = spawn(process.execPath, [main], { env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const ended = once(worker, 'exit').then(([, signal]): NodeJS.Signals | null => signal)
  const failed = ended.then((signal) => {
    throw new Error(`The worker ended by ${signal ?? 'itself'} before it was ready.`)
  })
  const ready = Promise.race([once(worker, 'message'), failed])
  // Who starts a worker to be killed does not wait until it is ready.
  ready.catch(() => {})
  return {
    ready,
    ended,
    kill() {
      worker.kill('SIGKILL')
      return ended
    },
  }
}
