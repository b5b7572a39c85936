import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ANA, createApiClient } from './testing/api-client.ts'
import { startTestServer, type TestServer } from './testing/start-test-server.ts'

const PAGE = new URL('../../../docs/internal-tools.md', import.meta.url)

let server: TestServer
let page: string
let token: string
let ana: ReturnType<typeof createApiClient>
beforeAll(async () => {
  server = await startTestServer()
  page = await readFile(PAGE, 'utf8')
  ana = createApiClient(server.url)
  await ana.auth.signUp.mutate(ANA)
  token = (await ana.tokens.create.mutate({ name: 'Import', role: 'OPERATOR' })).token
})
afterAll(() => server.stop())

const soon = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()

describe('H4: docs/internal-tools.md', () => {
  it('its script lists events, asks for a time and books it', async () => {
    await ana.events.create.mutate({ title: 'Already there', startsAt: soon(1), endsAt: soon(2), participants: [] })

    const [, script] = /```ts\n([\s\S]+?)```/.exec(page) ?? []
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--input-type=module-typescript', '--eval', script ?? ''],
      {
        cwd: fileURLToPath(new URL('..', import.meta.url)),
        env: { ASTRALIS_URL: server.url, ASTRALIS_TOKEN: token },
      },
    )

    expect(stdout).toMatch(
      /SCHEDULED Already there\n\d+ of \d+ possible starts suit one person\.\nBooked [0-9a-f-]{36} SCHEDULED\n$/,
    )
    const { events } = await ana.events.list.query({ from: soon(0), to: soon(8 * 24) })
    expect(events.map(({ title }) => title)).toEqual(['Already there', 'Import check'])
    expect(events[1]?.suggestion?.score).toBeGreaterThan(50)
  })

  it('its requests by curl book an event, and list it', async () => {
    const [list, create] = readCurls(page).map(({ path, input }) => async () => {
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
      const query = `?${new URLSearchParams({ input }).toString()}`
      const response = path.endsWith('.list')
        ? await fetch(`${server.url}${path}${query}`, { headers })
        : await fetch(`${server.url}${path}`, { method: 'POST', headers, body: input })
      expect([path, response.status]).toEqual([path, 200])
      return Object(await response.json()).result.data
    })
    expect(Object(await create?.()).event).toMatchObject({ title: 'Import check', startsAt: '2026-03-10T09:00:00Z' })
    expect(Object(await list?.()).events).toMatchObject([{ title: 'Import check' }])
  })

  it('names where the document is', async () => {
    const [, address] = /`GET (\/api\/[\w.]+)`/.exec(page) ?? []
    expect((await fetch(server.url + address)).status).toBe(200)
  })
})

/** What each `curl` of a page sends where: as the value of `--data-urlencode 'input=…'`, or as the body of `--json '…'`. */
function readCurls(page: string): { path: string; input: string }[] {
  return [...page.matchAll(/^curl (?:--get )?"\$ASTRALIS_URL([^"]+)"[^']+'(?:input=)?([^']+)'/gm)].map(
    ([, path = '', input = '']) => ({ path, input }),
  )
}
