import { build } from './build.ts'
import { CommandError } from './command-error.ts'
import { runStaticChecks } from './test/static-checks.ts'
import { runVitest, type TestCount } from './test/run-vitest.ts'

/** `npm test`: static checks, build, then every test. The last line counts them; a check that fails ends the run. */
async function test(): Promise<TestCount> {
  const brokenChecks = await runStaticChecks()
  if (brokenChecks > 0) return { passed: 0, failed: brokenChecks, skipped: 0 }
  try {
    await build()
    console.log('✓ build')
  } catch (error) {
    if (!(error instanceof CommandError)) throw error
    console.log(`✗ build\n${error.message}`)
    return { passed: 0, failed: 1, skipped: 0 }
  }
  return runVitest()
}

const { passed, failed, skipped } = await test()
if (failed > 0) process.exitCode = 1
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
