import { asOwner, cloneDatabase, withDatabase } from '@astralis/db/testing/clone-database'
import { testPostgres } from '@astralis/services/testing/test-postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ANA } from './testing/api-client.ts'
import { Browser } from './testing/browser.ts'
import { type Message, readAnswer, readMessages } from './testing/read-answer.ts'
import { startTestServer, type TestServer } from './testing/start-test-server.ts'

let server: TestServer
/** How soon a change is told, with room for a machine that is busy. */
const SOON_MS = 5000

beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

/** Somebody who has just signed up, in an organization of their own. */
async function newcomer(url = server.url, email = `ana-${Math.random()}@example.com`): Promise<Browser> {
  const browser = new Browser(url)
  expect((await browser.call('auth.signUp', { ...ANA, email })).status).toBe(200)
  return browser
}

const cookieOf = (browser: Browser) => ({
  cookie: [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
})

/** A stream as a page listens to it. */
class Stream {
  readonly response: Response
  readonly #messages: AsyncGenerator<Message>
  readonly #controller: AbortController
  lastEventId = ''

  private constructor(response: Response, controller: AbortController) {
    if (!response.body) throw new Error('A stream has a body.')
    this.response = response
    this.#controller = controller
    this.#messages = readMessages(response.body)
  }

  static async open(headers: Record<string, string>, lastEventId?: string, url = server.url): Promise<Stream> {
    const controller = new AbortController()
    const input = lastEventId ? `?input=${encodeURIComponent(JSON.stringify({ lastEventId }))}` : ''
    const { signal } = controller
    return new Stream(await fetch(`${url}/trpc/live.changes${input}`, { headers, signal }), controller)
  }

  /** The next message that is more than a sign of life; null when the stream has ended. */
  async next(): Promise<Message | null> {
    for (;;) {
      const { value, done } = await this.#messages.next()
      if (done || value.event === 'return') return null
      if (value.event === 'ping' || value.event === 'connected') continue
      this.lastEventId = value.id || this.lastEventId
      return value
    }
  }

  /** The topics of the next message. */
  async topics(): Promise<string[]> {
    const message = await this.next()
    if (message?.event !== 'message') throw new Error(`The stream says ${JSON.stringify(message)}.`)
    return JSON.parse(message.data).topics
  }

  close(): void {
    this.#controller.abort()
  }
}

/** A stream that has said where it begins. */
async function listening(headers: Record<string, string>, lastEventId?: string, url = server.url): Promise<Stream> {
  const stream = await Stream.open(headers, lastEventId, url)
  await stream.topics()
  return stream
}

const MEETING = {
  title: 'Planning',
  startsAt: '2031-06-10T09:00:00Z',
  endsAt: '2031-06-10T10:00:00Z',
  participants: [],
}

describe('web.md 11: live.changes', () => {
  it('says at once where it begins, and soon what has changed; nobody keeps, collects or compresses it', async () => {
    const ana = await newcomer()
    const stream = await Stream.open({ ...cookieOf(ana), 'accept-encoding': 'gzip, br' })
    expect(stream.response.headers.get('content-type')).toBe('text/event-stream')
    expect(stream.response.headers.get('cache-control')).toBe('no-store, no-transform')
    expect(stream.response.headers.get('x-accel-buffering')).toBe('no')
    expect(stream.response.headers.get('content-encoding')).toBeNull()
    // The page has just been made, and so has its organization.
    expect(await stream.topics()).toEqual(['members', 'account'])
    expect(stream.lastEventId).toMatch(/^\d+$/)
    const booked = ana.call('events.create', MEETING)
    expect(await stream.topics()).toEqual(['events', 'mails'])
    expect((await booked).status).toBe(200)
    stream.close()
  })

  it('goes on where another stream has ended, by input or by header', async () => {
    const ana = await newcomer()
    const first = await listening(cookieOf(ana))
    first.close()
    await ana.call('events.create', MEETING)
    const second = await Stream.open(cookieOf(ana), first.lastEventId)
    // Across streams more may be told again, as long as another test keeps a transaction open.
    expect(await second.topics()).toEqual(expect.arrayContaining(['events', 'mails']))
    second.close()
    const third = await Stream.open({ ...cookieOf(ana), 'last-event-id': first.lastEventId }, '1')
    expect(await third.topics()).toEqual(expect.arrayContaining(['events', 'mails']))
    third.close()
  })

  it('goes on after the server was restarted, which ends its streams at once', async () => {
    const { url: postgres, template } = testPostgres()
    const database = await cloneDatabase(postgres, template)
    const before = await startTestServer({ databaseUrl: database.url })
    const ana = await newcomer(before.url)
    const streams = await Promise.all([1, 2, 3].map(() => listening(cookieOf(ana), undefined, before.url)))
    const ended = Promise.all(streams.map((stream) => stream.next().catch(() => null)))
    const startedAt = performance.now()
    await before.stop()
    expect(await ended).toEqual([null, null, null])
    // Without an end of their own, streams would keep it for as long as they last.
    expect(performance.now() - startedAt).toBeLessThan(SOON_MS)

    const after = await startTestServer({ databaseUrl: database.url })
    const again = new Browser(after.url)
    for (const [name, value] of ana.cookies) again.cookies.set(name, value)
    await again.call('events.create', MEETING)
    const resumed = await Stream.open(cookieOf(again), streams[0]?.lastEventId, after.url)
    expect(await resumed.topics()).toEqual(expect.arrayContaining(['events', 'mails']))
    resumed.close()
    await after.stop()
    await database.drop()
  })

  it('goes on when the database has been away', async () => {
    const ana = await newcomer()
    const stream = await listening(cookieOf(ana))
    const name = new URL(server.databaseUrl).pathname.slice(1)
    const onPostgres = (statement: string) => asOwner(withDatabase(server.databaseUrl, 'postgres'), statement)
    await onPostgres(`alter database ${name} allow_connections false`)
    await onPostgres(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`)
    expect((await ana.call('events.create', MEETING)).status).toBe(500)
    await onPostgres(`alter database ${name} allow_connections true`)
    await expect.poll(async () => (await ana.call('events.create', MEETING)).status, { timeout: SOON_MS }).toBe(200)
    expect(await stream.topics()).toEqual(['events', 'mails'])
    stream.close()
  })

  it('refuses what is no id of a message', async () => {
    const ana = await newcomer()
    for (const id of ['', 'x', '-1', '1'.repeat(30)]) {
      const input = encodeURIComponent(JSON.stringify({ lastEventId: id }))
      const response = await fetch(`${server.url}/trpc/live.changes?input=${input}`, { headers: cookieOf(ana) })
      const { status, text } = await readAnswer(response)
      expect([id, status, JSON.parse(text).error.data.reason]).toEqual([id, 400, 'INVALID_INPUT'])
    }
  })
})

describe('security: who listens', () => {
  it('a stream ends after its time; whose session, membership or token has ended gets no other', async () => {
    const brief = await startTestServer({ live: { streamSeconds: 1 } })
    const ana = await newcomer(brief.url)
    const { token, id } = JSON.parse(await (await ana.call('tokens.create', { name: 'Tool', role: 'CLIENT' })).text())
      .result.data
    const bearer = { authorization: `Bearer ${token}` }
    const [page, tool] = [
      await listening(cookieOf(ana), undefined, brief.url),
      await listening(bearer, undefined, brief.url),
    ]
    await ana.call('tokens.revoke', { id })
    const lost = cookieOf(ana)
    await ana.call('auth.signOut')
    // What they hear until then is of which kind the change was.
    for (const stream of [page, tool])
      for (let told; (told = await stream.next());) expect(told.data).toBe('{"topics":["account"]}')
    for (const headers of [lost, bearer]) {
      const refused = await (await Stream.open(headers, undefined, brief.url)).next()
      expect([refused?.event, JSON.parse(refused?.data ?? '').data.reason]).toEqual([
        'serialized-error',
        'NOT_SIGNED_IN',
      ])
    }
    const bea = await newcomer(brief.url)
    await brief.execute('update users set is_active = false')
    const refused = await (await Stream.open(cookieOf(bea), undefined, brief.url)).next()
    expect(JSON.parse(refused?.data ?? '').data.reason).toBe('NOT_SIGNED_IN')
    await brief.stop()
  })

  it('nobody has more streams than a few at a time; a closed one makes room, and others are not touched', async () => {
    const few = await startTestServer({ live: { streamsPerPerson: 2 } })
    const [ana, bea] = [await newcomer(few.url), await newcomer(few.url)]
    const streams = [
      await listening(cookieOf(ana), undefined, few.url),
      await listening(cookieOf(ana), undefined, few.url),
    ]
    const metric = async () => /^live_streams_open (\d+)$/m.exec(await (await fetch(`${few.url}/metrics`)).text())?.[1]
    expect(await metric()).toBe('2')
    const refused = await (await Stream.open(cookieOf(ana), undefined, few.url)).next()
    expect(JSON.parse(refused?.data ?? '').data).toMatchObject({
      reason: 'RATE_LIMITED',
      httpStatus: 429,
      retryAfterSeconds: 30,
    })
    const other = await listening(cookieOf(bea), undefined, few.url)
    streams[0]?.close()
    await expect.poll(metric, { timeout: SOON_MS }).toBe('2')
    await listening(cookieOf(ana), undefined, few.url)
    expect(await metric()).toBe('3')
    expect(other.response.status).toBe(200)
    const metrics = await (await fetch(`${few.url}/metrics`)).text()
    // How long streams last says nothing of how fast anything is answered.
    expect(metrics).not.toMatch(/^http_request_duration_seconds_count.*method="GET",route="\/trpc/m)
    await few.stop()
  })
})
