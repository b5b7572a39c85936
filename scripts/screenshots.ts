import { once } from 'node:events'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findFreePort } from '@astralis/db/embedded/port'
import { ended, startChild, stopChild } from './launch/child.ts'
import { startLauncher } from './testing/start-launcher.ts'

/**
 * `npm run screenshots`: starts the product with its demo team in a folder of its own, has every page and state pictured
 * into `screenshots/`, and stops it. A word picks states by name; `--readme` takes the pictures of the README.
 */
async function takePictures(args: string[], stop: AbortSignal): Promise<void> {
  await using running = new AsyncDisposableStack()
  const dataDir = await mkdtemp(join(tmpdir(), 'astralis-pictures-'))
  running.defer(() => rm(dataDir, { recursive: true, force: true }))
  // Root starts PostgreSQL as another user, who must be able to get here.
  await chmod(dataDir, 0o755)

  console.log('Building and starting the product with its demo team…')
  const launcher = startLauncher({ ASTRALIS_DATA_DIR: dataDir, PORT: String(await findFreePort()) })
  const isOver = new AbortController()
  const end = launcher.ends().then(() => isOver.abort())
  running.defer(async () => {
    if (!isOver.signal.aborted) process.kill(launcher.pid, 'SIGTERM')
    await end
  })
  const ready = launcher.says(/AstralisOps is ready at (\S+)/)
  // Whoever does not wait for it any more is not told of its end.
  ready.catch(() => undefined)
  const [url] = await Promise.race([ready, once(stop, 'abort')])
  stop.throwIfAborted()

  const pictures = startChild({
    name: 'pictures',
    command: ['node', 'apps/web/e2e/screenshots.ts', String(url), ...args],
  })
  stop.addEventListener('abort', () => void stopChild(pictures))
  if ((await ended(pictures)) !== 'exit code 0') process.exitCode = 1
}

const stop = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop.abort())
try {
  await takePictures(process.argv.slice(2), stop.signal)
} catch (error) {
  if (!stop.signal.aborted) console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
