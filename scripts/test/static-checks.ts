import { CommandError } from '../command-error.ts'
import { runTool } from '../run-tool.ts'

/** Each as a person would type it; together they take a few seconds. */
const CHECKS = [
  { name: 'format', command: ['oxfmt', '--check'] },
  { name: 'lint and boundaries', command: ['oxlint'] },
  { name: 'types', command: ['tsc', '-b'] },
  { name: 'unused code', command: ['knip'] },
] as const

/** Runs every check and shows the output of those that fail. Returns how many did. */
export async function runStaticChecks(): Promise<number> {
  let failed = 0
  for (const { name, command } of CHECKS) {
    try {
      await runTool(command)
      console.log(`✓ ${name}`)
    } catch (error) {
      if (!(error instanceof CommandError)) throw error
      console.log(`✗ ${name}: ${command.join(' ')}\n${error.message}`)
      failed += 1
    }
  }
  return failed
}
