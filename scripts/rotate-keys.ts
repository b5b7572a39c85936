import { join } from 'node:path'
import { startEmbeddedPostgres } from '@astralis/db/embedded'
import { EmbeddedPostgresError } from '@astralis/db/embedded/error'
import { isServing, readPostmaster } from '@astralis/db/embedded/postmaster'
import { CommandError } from './command-error.ts'
import { keptKeys } from './launch/calendars.ts'
import { ended, startChild } from './launch/child.ts'
import { type LaunchSettings, readLaunchSettings } from './settings/env.ts'

/** `npm run rotate-keys`: seals the tokens of all linked calendars with the first key, also while everything runs. */
async function rotateKeys(settings: LaunchSettings): Promise<void> {
  await using opened = new AsyncDisposableStack()
  const { databaseUrl, dataDir, encryptionKeys } = settings
  const env = {
    DATABASE_URL: databaseUrl ?? (await openEmbedded(dataDir, opened)),
    ENCRYPTION_KEYS: encryptionKeys ?? (await keptKeys(dataDir)),
  }
  const child = startChild({ name: 'rotation', command: ['node', 'apps/server/src/rotate-keys.ts'], env })
  if ((await ended(child)) !== 'exit code 0') process.exitCode = 1
}

/** Left running where it already was: somebody else has started it. */
async function openEmbedded(dataDir: string, opened: AsyncDisposableStack): Promise<string> {
  const folder = join(dataDir, 'postgres')
  const found = await readPostmaster(join(folder, 'data'))
  const wasRunning = found !== undefined && isServing(found.pid, join(folder, 'data'))
  const server = await startEmbeddedPostgres({ dataDir: folder })
  if (!wasRunning) opened.defer(() => server.stop())
  return server.url
}

try {
  await rotateKeys(readLaunchSettings())
} catch (error) {
  const isExpected = error instanceof CommandError || error instanceof EmbeddedPostgresError
  console.error(isExpected ? error.message : error)
  process.exitCode = 1
}
