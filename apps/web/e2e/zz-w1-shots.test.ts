import { spawn } from 'node:child_process'
import { test } from 'vitest'
import { startTestServer } from '../../server/src/testing/start-test-server.ts'

test('shots', async () => {
  const server = await startTestServer({ demo: true })
  for (const only of (process.env['W1_ONLY'] ?? 'settings').split(','))
    await new Promise((resolve) =>
      spawn(process.execPath, ['e2e/screenshots.ts', server.url, only], { cwd: new URL('..', import.meta.url).pathname, stdio: 'inherit' }).on('exit', resolve),
    )
  await server.stop()
}, 580_000)
