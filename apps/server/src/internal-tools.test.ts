import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ANA, createApiClient } from './testing/api-client.ts'
import { startTestServer, type TestServer } from './testing/start-test-server.ts'

const PAGE = new URL('../../../docs/internal-tools.md', import.meta.url)

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

it('the script in docs/internal-tools.md lists events, asks for a time and books it', async () => {
  const ana = createApiClient(server.url)
  await ana.auth.signUp.mutate(ANA)
  const soon = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()
  await ana.events.create.mutate({ title: 'Already there', startsAt: soon(1), endsAt: soon(2), participants: [] })

  const [, script] = /```ts\n([\s\S]+?)```/.exec(await readFile(PAGE, 'utf8')) ?? []
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--input-type=module-typescript', '--eval', script ?? ''],
    {
      cwd: fileURLToPath(new URL('..', import.meta.url)),
      env: { ASTRALIS_URL: server.url, ASTRALIS_EMAIL: ANA.email, ASTRALIS_PASSWORD: ANA.password },
    },
  )

  expect(stdout).toMatch(
    /SCHEDULED Already there\n\d+ of \d+ possible starts suit one person\.\nBooked [0-9a-f-]{36} SCHEDULED\n$/,
  )
  const { events } = await ana.events.list.query({ from: soon(0), to: soon(8 * 24) })
  expect(events.map(({ title }) => title)).toEqual(['Already there', 'Import check'])
  expect(events[1]?.suggestion?.score).toBeGreaterThan(50)
})
