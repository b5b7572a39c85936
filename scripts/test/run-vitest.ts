import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { root } from '../root.ts'
import { childEnvironment } from '../settings/env.ts'

export interface TestCount {
  passed: number
  failed: number
  skipped: number
}

/** What vitest's JSON reporter writes, as far as it is read here. */
interface Report {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: { name: string; status: string; assertionResults: TestResult[] }[]
}

interface TestResult {
  fullName: string
  status: string
  /** Of every attempt, also where a later one passed. */
  failureMessages: string[]
}

/** Runs every test of every package, shows them as they pass, and counts them. */
export async function runVitest(): Promise<TestCount> {
  const folder = await mkdtemp(join(tmpdir(), 'astralis-test-'))
  const file = join(folder, 'report.json')
  try {
    const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
    const vitest = spawn('vitest', args, {
      cwd: root,
      env: childEnvironment(),
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    await once(vitest, 'exit')
    const report: Report = JSON.parse(await readFile(file, 'utf8'))
    nameRetried(report)
    return count(report, vitest.exitCode === 0)
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** What held only when it was tried again is not forgotten. */
function nameRetried({ testResults }: Report): void {
  for (const { name, assertionResults } of testResults)
    for (const { fullName, status, failureMessages } of assertionResults)
      if (status === 'passed' && failureMessages.length > 0)
        console.log(`passed when tried again: ${relative(root, name)} > ${fullName}\n${failureMessages.join('\n')}`)
}

/** A file that can not be loaded has no tests, and an error outside any test fails none: both count as a failure. */
function count(report: Report, hasPassed: boolean): TestCount {
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  )
  const failed = report.numFailedTests + broken.length
  return {
    passed: report.numPassedTests,
    failed: hasPassed ? failed : Math.max(failed, 1),
    skipped: report.numPendingTests + report.numTodoTests,
  }
}
