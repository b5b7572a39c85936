import { once } from 'node:events'
import { createServer } from 'node:http'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { CalendarProvider } from '../provider.ts'
import { createGoogleProvider } from './google-provider.ts'

const access = { accessToken: 'token', accountEmail: 'ana@gmail.example', memberEmail: 'ana@astralis.example' }
const calendar = { remoteId: 'ana@gmail.example', timeZone: 'Europe/Berlin', accessRole: 'owner' as const }
let answer = { type: 'application/json', body: '' }
let provider: CalendarProvider

let asked = ''

const server = createServer((request, response) => {
  asked = request.url ?? ''
  response.writeHead(200, { 'content-type': answer.type })
  response.end(answer.body)
})

beforeAll(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const bound = server.address()
  if (typeof bound !== 'object' || !bound) throw new Error('The server has no port.')
  provider = createGoogleProvider({ rootUrl: `http://127.0.0.1:${bound.port}/behind/a/path/`, timeoutMs: 5000 })
})

afterAll(() => {
  server.closeAllConnections()
  server.close()
})

it.each([
  ['nothing', 'application/json', ''],
  ['null', 'application/json', 'null'],
  ['half a page', 'application/json', '{"items":[{"id":"abcde"'],
  ['an object without a page', 'application/json', '{}'],
  ['a last page without a sync token', 'application/json', '{"items":[]}'],
  ['a list that is none', 'application/json', '{"items":{},"nextSyncToken":"x"}'],
  ['a page of a proxy', 'text/html', '<html>Sign in</html>'],
])('%s with the status 200 is no empty list, which would sweep everything away', async (_case, type, body) => {
  answer = { type, body }
  const cursor = { syncToken: null, pageToken: null }
  await expect(provider.listItems(access, calendar, cursor)).rejects.toMatchObject({ kind: 'unavailable' })
  await expect(provider.getItem(access, calendar, 'abcde')).rejects.toMatchObject({ kind: 'unavailable' })
})

it('a page on which nothing has changed may leave its items out', async () => {
  answer = { type: 'application/json', body: '{"nextSyncToken":"x"}' }
  const page = await provider.listItems(access, calendar, { syncToken: 'w', pageToken: null })
  expect(page).toEqual({ items: [], nextPageToken: null, nextSyncToken: 'x' })
})

it('an object without a list is no account without calendars', async () => {
  answer = { type: 'application/json', body: '{}' }
  await expect(provider.listCalendars(access)).rejects.toMatchObject({ kind: 'unavailable' })
})

it('is asked at the whole address that was set', async () => {
  answer = { type: 'application/json', body: '{"id":"abcde"}' }
  await provider.getItem(access, calendar, 'abcde')
  expect(asked).toMatch(/^\/behind\/a\/path\/calendar\/v3\/calendars\/ana%40gmail\.example\/events\/abcde\?/)
})
