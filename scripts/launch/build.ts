import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { root } from '../root.ts'
import { childEnvironment } from '../settings/env.ts'
import { LaunchError } from './launch-error.ts'

const execute = promisify(execFile)

/**
 * Builds what has changed since the last build. Turborepo runs the packages' scripts through pnpm and wants to find it
 * on the path, where `npx` puts it; the copy from the install is used, without asking the registry again.
 */
export async function build(stop: AbortSignal): Promise<void> {
  const manifest: { packageManager: string } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
  const args = [
    '--yes',
    '--prefer-offline',
    manifest.packageManager,
    'exec',
    'turbo',
    'run',
    'build',
    '--output-logs=errors-only',
  ]
  const env = childEnvironment({ TURBO_TELEMETRY_DISABLED: '1', TURBO_NO_UPDATE_NOTIFIER: '1' })
  try {
    await execute('npx', args, { cwd: root, env, signal: stop })
  } catch (error) {
    stop.throwIfAborted()
    throw new LaunchError(`${outputOf(error)}\nThe build failed for the reason above.`)
  }
}

function outputOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const parts = ['stdout' in error ? error.stdout : '', 'stderr' in error ? error.stderr : '']
  return parts.join('').trim() || error.message
}
