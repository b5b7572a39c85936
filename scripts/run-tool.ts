import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { CommandError } from './command-error.ts'
import { root } from './root.ts'
import { childEnvironment } from './settings/env.ts'

const execute = promisify(execFile)

/**
 * Runs a tool of the project quietly in the root folder.
 * @throws CommandError with what it printed when it failed
 */
export async function runTool(command: readonly [string, ...string[]], signal?: AbortSignal): Promise<void> {
  const [program, ...args] = command
  try {
    await execute(program, args, {
      cwd: root,
      env: childEnvironment(),
      maxBuffer: Infinity,
      ...(signal ? { signal } : {}),
    })
  } catch (error) {
    signal?.throwIfAborted()
    throw new CommandError(outputOf(error))
  }
}

function outputOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const parts = ['stdout' in error ? error.stdout : '', 'stderr' in error ? error.stderr : '']
  return parts.join('').trim() || error.message
}
