import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from './root.ts'
import { runTool } from './run-tool.ts'

/**
 * Builds what has changed since the last build. Turborepo runs the packages' scripts through pnpm and wants to find it
 * on the path, where `npx` puts it; the copy from the install is used, without asking the registry again.
 * @throws CommandError with what the build printed
 */
export async function build(stop?: AbortSignal): Promise<void> {
  const manifest: { packageManager: string } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
  const turbo = ['turbo', 'run', 'build', '--output-logs=errors-only']
  await runTool(['npx', '--yes', '--prefer-offline', manifest.packageManager, 'exec', ...turbo], stop)
}
