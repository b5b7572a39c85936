import { createServer, type IncomingHttpHeaders } from 'node:http'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { EVERYTHING, type GoogleForTests, INES, OMAR, startForTests, timed } from './google-for-tests.ts'

const EVENTS = '/calendars/primary/events'

let google: GoogleForTests
let now: number
beforeEach(async () => {
  now = Date.parse('2026-03-02T08:00:00Z')
  google = await startForTests({ now: () => now, random: () => 0.5, allowsLocalPush: true })
})
afterEach(() => google.close())

describe('faults', () => {
  it.each([
    [{ kind: 'status' } as const, 503, 'backendError'],
    [{ kind: 'status', status: 500 } as const, 500, 'backendError'],
    [{ kind: 'rate-limit' } as const, 403, 'userRateLimitExceeded'],
    [{ kind: 'rate-limit', reason: 'rateLimitExceeded' } as const, 403, 'rateLimitExceeded'],
    [{ kind: 'too-many-requests', retryAfterSeconds: 7 } as const, 429, 'rateLimitExceeded'],
    [{ kind: 'expired-token' } as const, 401, 'authError'],
  ])('%o answers once, and nothing happens', async (fault, status, reason) => {
    google.control.faults.add({ ...fault, methods: ['insert'], times: 1 })
    const { body, headers, ...answer } = await google.ask('POST', EVENTS, timed(10))
    expect(answer.status).toBe(status)
    expect(body.error.errors[0].reason).toBe(reason)
    expect(headers.get('Retry-After')).toBe('retryAfterSeconds' in fault ? '7' : null)
    expect(google.control.events(INES)).toEqual([])
    expect((await google.ask('POST', EVENTS, timed(10))).status).toBe(200)
    expect(google.control.faults.taken()).toBe(1)
  })

  it.each([
    ['cut-before', 0],
    ['cut-after', 1],
    ['hang-before', 0],
    ['hang-after', 1],
  ] as const)('%s gives no answer, and %i events', async (kind, events) => {
    google.control.faults.add({ kind, times: 1 })
    const { accessToken } = google.control.grant(INES, [EVERYTHING])
    const request = fetch(`${google.url}/calendar/v3${EVENTS}`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${accessToken}` },
      body: JSON.stringify(timed(10)),
      signal: AbortSignal.timeout(500),
    })
    await expect(request).rejects.toThrow(kind.startsWith('cut') ? 'fetch failed' : 'timeout')
    expect(google.control.events(INES)).toHaveLength(events)
    expect(google.control.requests('insert')).toMatchObject([{ email: INES, status: null }])
  })

  it('let some pass first, mean one account or one page, or are only likely', async () => {
    const { faults } = google.control
    faults.add({ kind: 'status', skip: 1, times: 1 })
    expect([(await google.ask('GET', EVENTS)).status, (await google.ask('GET', EVENTS)).status]).toEqual([200, 503])
    faults.clear()
    faults.add({ kind: 'status', email: OMAR })
    expect([(await google.ask('GET', EVENTS)).status, (await google.as(OMAR)('GET', EVENTS)).status]).toEqual([
      200, 503,
    ])
    faults.clear()
    google.control.insertMany(INES, [timed(1), timed(2), timed(3)])
    faults.add({ kind: 'status', page: 2, times: 1 })
    const first = await google.ask('GET', `${EVENTS}?maxResults=1`)
    const second = () => google.ask('GET', `${EVENTS}?maxResults=1&pageToken=${first.body.nextPageToken}`)
    expect([first.status, (await second()).status, (await second()).status]).toEqual([200, 503, 200])
    faults.add({ kind: 'status', probability: 0.5 })
    expect((await google.ask('GET', EVENTS)).status).toBe(200)
    faults.add({ kind: 'status', probability: 0.51 })
    expect((await google.ask('GET', EVENTS)).status).toBe(503)
  })

  it('reach the token endpoint', async () => {
    google.control.faults.add({ kind: 'status', methods: ['token'], times: 1 })
    expect((await fetch(google.tokenUrl, { method: 'POST' })).status).toBe(503)
    expect((await fetch(google.tokenUrl, { method: 'POST' })).status).toBe(401)
  })

  it('expire tokens that were given out', async () => {
    google.control.expireAccessTokens(INES)
    expect((await google.ask('GET', EVENTS)).status).toBe(401)
  })
})

it('refuses what is beyond the quota of a user, and of all, until the next minute', async () => {
  google.control.setQuota({ perUser: 2, perProject: 3 })
  const omar = google.as(OMAR)
  const reasons = []
  for (const ask of [google.ask, google.ask, google.ask, omar, omar]) {
    const { body } = await ask('GET', EVENTS)
    reasons.push(body.error?.errors[0].reason ?? 'fine')
  }
  expect(reasons).toEqual(['fine', 'fine', 'userRateLimitExceeded', 'fine', 'rateLimitExceeded'])
  expect(google.control.quotaExceeded()).toBe(2)
  now += 60_000
  expect((await google.ask('GET', EVENTS)).status).toBe(200)
})

describe('push', () => {
  let received: IncomingHttpHeaders[]
  const listener = createServer((request, response) => {
    received.push(request.headers)
    response.writeHead(204).end()
  })
  let address: string
  beforeEach(async () => {
    received = []
    await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve))
    const bound = listener.address()
    address = `http://127.0.0.1:${typeof bound === 'object' ? bound?.port : ''}/push`
  })
  afterEach(() => {
    listener.closeAllConnections()
    listener.close()
  })

  const watch = (more: object = {}) =>
    google.ask('POST', `${EVENTS}/watch`, { id: 'channel-1', type: 'web_hook', address, token: 'a secret', ...more })
  const states = () => received.map((headers) => headers['x-goog-resource-state'])

  it('begins with a sync message, and tells once of many changes', async () => {
    const { status, body } = await watch()
    expect(status).toBe(200)
    expect(body).toMatchObject({ kind: 'api#channel', id: 'channel-1', token: 'a secret' })
    expect(Number(body.expiration)).toBe(now + 7 * 86_400_000)
    await google.control.push.settled()
    google.control.insertMany(INES, [timed(1), timed(2), timed(3)])
    await google.control.push.settled()
    expect(states()).toEqual(['sync', 'exists'])
    expect(received[1]).toMatchObject({
      'x-goog-channel-id': 'channel-1',
      'x-goog-channel-token': 'a secret',
      'x-goog-resource-id': body.resourceId,
      'x-goog-channel-expiration': new Date(Number(body.expiration)).toUTCString(),
    })
    const [first, second] = received.map((headers) => Number(headers['x-goog-message-number']))
    expect(first).toBe(1)
    expect(second).toBeGreaterThan(1)
    expect(google.control.push.deliveries.map(({ status }) => status)).toEqual([204, 204])
  })

  it('ends when it is stopped, and when its time is over', async () => {
    const { body } = await watch()
    await watch({ id: 'channel-2', expiration: now + 60_000 })
    await google.control.push.settled()
    expect((await google.ask('POST', '/channels/stop', { id: 'channel-1', resourceId: 'other' })).status).toBe(404)
    const stop = { id: 'channel-1', resourceId: body.resourceId }
    expect((await google.ask('POST', '/channels/stop', stop)).status).toBe(204)
    expect((await google.ask('POST', '/channels/stop', stop)).status).toBe(404)
    now += 60_000
    google.control.insert(INES, timed(1))
    await google.control.push.settled()
    expect(states()).toEqual(['sync', 'sync'])
  })

  it('loses messages when it is told to', async () => {
    await watch()
    await google.control.push.settled()
    google.control.push.drops = true
    google.control.insert(INES, timed(1))
    await google.control.push.settled()
    expect(states()).toEqual(['sync'])
    expect(google.control.push.deliveries.at(-1)).toMatchObject({ state: 'exists', isDropped: true, status: null })
  })

  it.each([
    [{ address: 'http://elsewhere.example/push' }, 'push.webhookUrlNotHttps'],
    [{ address: 'http://localhost.elsewhere.example/push' }, 'push.webhookUrlNotHttps'],
    [{ id: 'a'.repeat(65) }, 'invalid'],
    [{ id: 'with space' }, 'invalid'],
    [{ type: 'mail' }, 'invalid'],
    [{ token: 'a'.repeat(257) }, 'invalid'],
  ])('refuses %o', async (more, reason) => {
    const { status, body } = await watch(more)
    expect(status).toBe(400)
    expect(body.error.errors[0].reason).toBe(reason)
  })

  it('refuses an id that is in use, and http: where nobody allowed it', async () => {
    await watch()
    expect((await watch()).body.error.errors[0].reason).toBe('channelIdNotUnique')
    const strict = await startForTests()
    const answer = await strict.ask('POST', `${EVENTS}/watch`, { id: 'channel-1', type: 'web_hook', address })
    expect(answer.body.error.errors[0].reason).toBe('push.webhookUrlNotHttps')
    await strict.close()
  })
})
