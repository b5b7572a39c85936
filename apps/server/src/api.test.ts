import { appRouter } from '@astralis/api/router'
import { TRPCClientError } from '@trpc/client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ANA, createApiClient } from './testing/api-client.ts'
import { readAnswer } from './testing/read-answer.ts'
import { startTestServer, type TestServer } from './testing/start-test-server.ts'

let server: TestServer
let ana: ReturnType<typeof createApiClient>

beforeAll(async () => {
  server = await startTestServer()
  ana = createApiClient(server.url)
  await ana.auth.signUp.mutate(ANA)
})
afterAll(() => server.stop())

const MEETING = {
  title: 'Planning',
  startsAt: '2030-03-11T09:00:00Z',
  endsAt: '2030-03-11T10:00:00Z',
  participants: [{ email: 'guest@example.org', name: 'Guest' }],
}

/** What the caller learns of a refusal. */
async function refusalOf(call: Promise<unknown>) {
  const error: unknown = await call.then(() => null).catch((reason: unknown) => reason)
  return error instanceof TRPCClientError ? { message: error.message, ...error.data } : error
}

describe('H1: a session', () => {
  it('is a cookie that scripts and foreign pages do not get', async () => {
    const response = await post('auth.signIn', { email: ANA.email, password: ANA.password })
    const [cookie] = response.headers.getSetCookie()
    expect(cookie).toMatch(
      /^astralis_session=[0-9a-f-]{36}\.[\w-]{43}; Max-Age=2591\d{3}; Path=\/; HttpOnly; SameSite=Lax$/,
    )
    expect(await response.text()).not.toContain(cookie?.slice(17, 60))
  })

  it('auth.me answers who, and null for nobody; signing out ends it', async () => {
    const browser = createApiClient(server.url)
    expect(await browser.auth.me.query()).toBeNull()
    await browser.auth.signIn.mutate({ email: ' ANA@example.com ', password: ANA.password })
    expect(await browser.auth.me.query()).toMatchObject({
      user: { name: 'Ana', role: 'ADMIN', organization: { name: 'Studio' } },
    })
    await browser.auth.signOut.mutate()
    expect(await browser.auth.me.query()).toBeNull()
  })

  it('wrong credentials are 401, and say no more', async () => {
    const refusal = await refusalOf(ana.auth.signIn.mutate({ email: ANA.email, password: 'wrong' }))
    expect(refusal).toMatchObject({ httpStatus: 401, reason: 'SIGN_IN_FAILED' })
  })
})

describe('B1: events over the wire', () => {
  it('instants are UTC strings, and every field of the contract is there', async () => {
    const { event, conflicts, warnings } = await ana.events.create.mutate(MEETING)
    expect({ conflicts, warnings }).toEqual({ conflicts: [], warnings: [] })
    expect(event).toMatchObject({ startsAt: '2030-03-11T09:00:00Z', status: 'SCHEDULED', version: 1 })
    expect(event.createdAt).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/)
    expect(Object.keys(event).toSorted()).toEqual([
      'aiScheduled',
      'allDay',
      'conflicts',
      'createdAt',
      'createdBy',
      'description',
      'endsAt',
      'id',
      'location',
      'mayChange',
      'meetingLink',
      'originalStartsAt',
      'ownFields',
      'participants',
      'recurrence',
      'reminderOffsetsMinutes',
      'sequence',
      'seriesId',
      'showsAs',
      'source',
      'startsAt',
      'status',
      'suggestion',
      'timeZone',
      'title',
      'updatedAt',
      'version',
    ])
    expect((await ana.events.get.query({ id: event.id })).event).toEqual(event)
  })

  it('refusals carry a reason, fields and conflicts to act on', async () => {
    const at = { startsAt: '2030-03-12T09:00:00Z', endsAt: '2030-03-12T10:00:00Z' }
    const { event } = await ana.events.create.mutate({ ...MEETING, ...at })
    expect(await refusalOf(ana.events.create.mutate({ ...MEETING, ...at, onConflict: 'reject' }))).toMatchObject({
      code: 'CONFLICT',
      httpStatus: 409,
      reason: 'EVENT_OVERLAPS',
      conflicts: [{ eventId: event.id, startsAt: at.startsAt, participants: [ANA.email, 'guest@example.org'] }],
    })
    expect(await refusalOf(ana.events.update.mutate({ id: event.id, version: 9, title: 'x' }))).toMatchObject({
      code: 'CONFLICT',
      reason: 'VERSION_MISMATCH',
    })
    expect(
      await refusalOf(ana.events.update.mutate({ id: event.id, version: 1, endsAt: '2030-03-12T08:00:00Z' })),
    ).toMatchObject({
      httpStatus: 400,
      reason: 'INVALID_INPUT',
      fields: { endsAt: 'Expected an end after the start.' },
    })
    expect(
      await refusalOf(ana.events.create.mutate({ ...MEETING, title: '', participants: [{ email: 'x' }] })),
    ).toMatchObject({
      httpStatus: 400,
      reason: 'INVALID_INPUT',
      fields: {
        title: 'Expected 1 to 200 characters.',
        'participants.0.email': expect.stringContaining('Expected an e-mail'),
      },
    })
    expect(await refusalOf(ana.events.get.query({ id: ANA.email }))).toMatchObject({
      fields: { id: expect.any(String) },
    })
    expect(await refusalOf(ana.events.get.query({ id: crypto.randomUUID() }))).toMatchObject({
      httpStatus: 404,
      reason: 'NOT_FOUND',
    })
  })

  it('the whole life of a meeting, and C3 across the wire', async () => {
    const at = { startsAt: '2030-03-13T09:00:00Z', endsAt: '2030-03-13T10:00:00Z' }
    const first = (await ana.events.create.mutate({ ...MEETING, ...at })).event
    const second = (await ana.events.create.mutate({ ...MEETING, ...at, title: 'Second' })).event
    expect(second.status).toBe('CONFLICT')
    expect(await ana.scheduling.conflicts.query({ ...at, participants: ['guest@example.org'] })).toMatchObject({
      hasConflict: true,
      conflicts: [{ eventId: first.id }],
    })
    await ana.events.cancel.mutate({ id: first.id, version: 1 })
    expect((await ana.events.get.query({ id: second.id })).event.status).toBe('SCHEDULED')
    expect(await ana.events.delete.mutate({ id: first.id, version: 2 })).toEqual({})
    const { events } = await ana.events.list.query({ from: at.startsAt, to: at.endsAt })
    expect(events.map(({ title }) => title)).toEqual(['Second'])
    const { members } = await ana.members.list.query()
    expect(members).toMatchObject([{ email: ANA.email, role: 'ADMIN', isActive: true, timeZone: 'Europe/Berlin' }])
  })
})

describe('B5: series over the wire', () => {
  const WEEKLY = {
    ...MEETING,
    startsAt: '2031-03-11T09:00:00Z',
    endsAt: '2031-03-11T10:00:00Z',
    timeZone: 'Europe/Berlin',
  }

  it('occurrences are events; the answer says how all of them fare, in plain JSON', async () => {
    const { event, occurrences } = await ana.events.create.mutate({
      ...WEEKLY,
      recurrence: 'RRULE:FREQ=WEEKLY;COUNT=4',
    })
    expect(event).toMatchObject({
      recurrence: 'RRULE:FREQ=WEEKLY;COUNT=4',
      originalStartsAt: event.startsAt,
      ownFields: [],
    })
    expect(occurrences).toEqual({ total: 4, free: 4, clashes: [], summary: 'All 4 weeks free' })
    const { events } = await ana.events.list.query({ from: '2031-03-01T00:00:00Z', to: '2031-05-01T00:00:00Z' })
    // The clocks change on the 30th: ten o'clock in Berlin stays ten o'clock.
    expect(events.map(({ startsAt }) => startsAt)).toEqual([
      '2031-03-11T09:00:00Z',
      '2031-03-18T09:00:00Z',
      '2031-03-25T09:00:00Z',
      '2031-04-01T08:00:00Z',
    ])
    const asked = await ana.scheduling.conflicts.query({
      startsAt: WEEKLY.startsAt,
      endsAt: WEEKLY.endsAt,
      timeZone: WEEKLY.timeZone,
      participants: [ANA.email],
      recurrence: 'FREQ=WEEKLY;COUNT=5',
    })
    expect(asked.occurrences).toMatchObject({ total: 5, free: 1, summary: '1 of 5 weeks free' })
    expect(asked.occurrences?.clashes[3]?.startsAt).toBe('2031-04-01T08:00:00Z')
  })

  it.each([
    ['FREQ=SECONDLY', /SECONDLY is not supported/],
    ['FREQ=WEEKLY;COUNT=2001', /COUNT/],
    ['FREQ=WEEKLY;COUNT=3;UNTIL=20310101', /not both/],
    ['hello', /RRULE/],
    ['', /RRULE/],
  ])('a rule that does not work is refused at its field: %s', async (recurrence, message) => {
    const refusal = await refusalOf(ana.events.create.mutate({ ...WEEKLY, recurrence }))
    expect(refusal).toMatchObject({
      httpStatus: 400,
      reason: 'INVALID_INPUT',
      fields: { recurrence: expect.stringMatching(message) },
    })
  })
})

describe('default deny', () => {
  /** Procedures for callers without an account; every other one must refuse them. */
  const PUBLIC = [
    'auth.googleUrl',
    'auth.me',
    'auth.methods',
    'auth.signIn',
    'auth.signOut',
    'auth.signUp',
    'events.invitation',
    'events.respond',
    'members.acceptInvitation',
    'members.invitation',
  ]
  // oxlint-disable-next-line no-underscore-dangle -- tRPC offers the list of its procedures under this name only
  const flat: Record<string, unknown> = appRouter._def.procedures
  const procedures = Object.entries(flat).map(([path, procedure]) => [path, kindOf(procedure)] as const)

  it.each(procedures.filter(([path]) => !PUBLIC.includes(path)))(
    '%s refuses a caller without an account',
    async (path, type) => {
      const response = type === 'mutation' ? await post(path, {}) : await fetch(`${server.url}/trpc/${path}`)
      const { status, text } = await readAnswer(response)
      expect(status).toBe(401)
      expect(text).toContain('"reason":"NOT_SIGNED_IN"')
    },
  )

  it('and the public ones are these', () => {
    expect(procedures.map(([path]) => path)).toEqual(expect.arrayContaining(PUBLIC))
  })
})

describe('cross-site requests', () => {
  const create = (headers: Record<string, string>, body: string | FormData = JSON.stringify(MEETING)) =>
    fetch(`${server.url}/trpc/events.create`, { method: 'POST', headers, body })
  let cookie: string
  beforeAll(async () => {
    const response = await post('auth.signIn', { email: ANA.email, password: ANA.password })
    cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  })
  const json = { 'content-type': 'application/json' }

  it.each([
    ['no Origin', 403, () => create({ ...json, cookie })],
    ['a foreign Origin', 403, () => create({ ...json, cookie, origin: 'https://evil.example' })],
    ['an opaque Origin', 403, () => create({ ...json, cookie, origin: 'null' })],
    [
      'a form',
      415,
      () => create({ cookie, origin: server.url, 'content-type': 'application/x-www-form-urlencoded' }, 'title=x'),
    ],
    ['plain text', 415, () => create({ cookie, origin: server.url, 'content-type': 'text/plain' })],
    ['multipart', 415, () => create({ cookie, origin: server.url }, new FormData())],
    [
      'GET',
      405,
      () =>
        fetch(`${server.url}/trpc/events.create?input=${encodeURIComponent(JSON.stringify(MEETING))}`, {
          headers: { cookie, origin: server.url },
        }),
    ],
  ])('a mutation with %s is refused with %i, and nothing is stored', async (_case, status, request) => {
    const count = async () =>
      (await ana.events.list.query({ from: '2030-01-01T00:00:00Z', to: '2030-12-31T00:00:00Z' })).events.length
    const before = await count()
    expect((await request()).status).toBe(status)
    expect(await count()).toBe(before)
  })

  it('our own page may', async () => {
    expect((await create({ ...json, cookie, origin: server.url })).status).toBe(200)
  })
})

describe('I4: the server around the API', () => {
  it('answers health and metrics', async () => {
    expect(await (await fetch(`${server.url}/health/live`)).json()).toEqual({ status: 'ok' })
    expect(await (await fetch(`${server.url}/health/ready`)).json()).toEqual({ status: 'ok' })
    expect(await (await fetch(`${server.url}/metrics`)).text()).toMatch(
      /http_request_duration_seconds_count\{[^}]*status="200"/,
    )
  })

  it('compresses what is large, and has no page where a file is missing', async () => {
    const metrics = await fetch(`${server.url}/metrics`, { headers: { 'accept-encoding': 'gzip' } })
    expect(metrics.headers.get('content-encoding')).toBe('gzip')
    expect((await fetch(`${server.url}/assets/gone.js`)).status).toBe(404)
  })

  it('forbids inline scripts and framing', async () => {
    const policy = (await fetch(`${server.url}/health/live`)).headers.get('content-security-policy')
    expect(policy).toContain("default-src 'self'")
    expect(policy).toContain("frame-ancestors 'none'")
  })

  it('refuses bodies over 1 MiB, broken JSON and unknown procedures, all below 500', async () => {
    expect((await post('auth.signIn', { email: ANA.email, password: 'x'.repeat(1_100_000) })).status).toBe(413)
    const broken = await fetch(`${server.url}/trpc/auth.signIn`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"email":',
    })
    expect(broken.status).toBe(400)
    expect((await post('nothing.here', {})).status).toBe(404)
    expect((await fetch(`${server.url}/api/nothing`)).status).toBe(404)
  })
})

function kindOf(procedure: unknown): unknown {
  const definition: unknown = typeof procedure === 'function' ? Reflect.get(procedure, '_def') : undefined
  return definition && typeof definition === 'object' ? Reflect.get(definition, 'type') : undefined
}

function post(path: string, body: unknown): Promise<Response> {
  const headers = { 'content-type': 'application/json' }
  return fetch(`${server.url}/trpc/${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
}
