import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { test } from 'vitest'
import { startTestServer } from '../../server/src/testing/start-test-server.ts'
test('pictures', async () => {
  const server = await startTestServer({ demo: true })
  for (const only of (process.env['W2_ONLY'] ?? 'members,join').split(',')) {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, ['e2e/screenshots.ts', server.url, only], { cwd: `${import.meta.dirname}/..` })
    console.log(stdout, stderr)
  }
  await server.stop()
}, 900_000)
