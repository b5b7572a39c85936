import type { AnswerOf, ProcedurePath } from '@astralis/api/openapi/answer-of'
import { ANSWERS } from '@astralis/api/openapi/answer-schemas'
import { ACCESS } from '@astralis/core/access/access-table'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ANA } from './testing/api-client.ts'
import { createDocumentClient } from './testing/document-client.ts'
import { startTestServer, type TestServer } from './testing/start-test-server.ts'

let server: TestServer
let document: Record<string, unknown>
beforeAll(async () => {
  server = await startTestServer()
  document = JSON.parse(await (await fetch(`${server.url}/api/openapi.json`)).text())
})
afterAll(() => server.stop())

const GUEST = 'guest@example.org'
const meeting = (day: number, fields: object = {}) => ({
  title: 'Planning',
  startsAt: `2030-03-${day}T09:00:00Z`,
  endsAt: `2030-03-${day}T10:00:00Z`,
  participants: [{ email: GUEST, name: 'Guest' }],
  ...fields,
})
const SEARCH = {
  participants: [ANA.email, { email: GUEST, isOptional: true }],
  durationMinutes: 30,
  range: { from: '2030-03-11T00:00:00Z', to: '2030-03-14T00:00:00Z' },
  timeZone: 'Europe/Berlin',
}

/** Without an account elsewhere, and a worker that sends mail, these have nothing to answer with. */
const NOT_ANSWERED = [
  'account.linkGoogle',
  'account.unlinkGoogle',
  'auth.googleUrl',
  'connections.authorizationUrl',
  'connections.calendars',
  'connections.disconnect',
  'connections.log',
  'connections.sync',
  'connections.update',
  'events.invitation',
  // A stream is no answer in JSON; live.test.ts reads it.
  'live.changes',
  'mails.outboxMessage',
  'reminders.sendAgain',
]

/** A browser that keeps its cookie, and follows the document; `answered` are the procedures that did. */
function browse(answered = new Set<string>()) {
  let cookie = ''
  const call = createDocumentClient(document, server.url, () => ({ origin: server.url, cookie }))
  return {
    answered,
    answerOf: async <Path extends ProcedurePath>(path: Path, input?: unknown): Promise<AnswerOf<Path>> => {
      const { status, body, headers } = await call(path, input)
      expect([path, status, body.error]).toEqual([path, 200, undefined])
      const data = body.result?.data
      // A field that the schema does not know would be missing from what it parses.
      expect(ANSWERS[path].parse(data)).toEqual(data)
      cookie = headers.getSetCookie()[0]?.split(';')[0] ?? cookie
      answered.add(path)
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- its schema does not compile unless it is of this type
      return data as AnswerOf<Path>
    },
    refusalOf: async (path: ProcedurePath, input?: unknown) => {
      const { status, body } = await call(path, input)
      return { status, reason: body.error?.data['reason'] }
    },
  }
}

function span({ startsAt, endsAt }: { startsAt?: string; endsAt?: string } = {}) {
  return { startsAt, endsAt }
}

describe('H4: GET /api/openapi.json', () => {
  it('is for everybody, and is asked for again only when it has changed', async () => {
    const response = await fetch(`${server.url}/api/openapi.json`)
    expect(response.headers.get('content-type')).toContain('application/json')
    expect(response.headers.get('cache-control')).toBe('public, max-age=300')
    expect(document).toMatchObject({ openapi: '3.1.1', servers: [{ url: '/' }] })
    const etag = response.headers.get('etag') ?? ''
    expect(etag).toMatch(/^W\/"[\w-]{43}"$/)
    const again = await fetch(`${server.url}/api/openapi.json`, { headers: { 'if-none-match': etag } })
    expect([again.status, await again.text()]).toEqual([304, ''])
  })
})

describe('H4: what the API answers is what the document says, field by field', () => {
  let ana: ReturnType<typeof browse>
  let userId: string
  let event: AnswerOf<'events.get'>['event']

  beforeAll(async () => {
    ana = browse()
    userId = (await ana.answerOf('auth.signUp', ANA)).user.id
    event = (await ana.answerOf('events.create', meeting(11))).event
  })

  it('of events', async () => {
    const { answerOf, refusalOf } = ana
    const { event: second } = await answerOf('events.create', meeting(11, { title: 'Second' }))
    expect(second.conflicts).toMatchObject([{ eventId: event.id }])
    const weekly = meeting(11, { recurrence: 'FREQ=WEEKLY;COUNT=3', title: 'Weekly' })
    expect((await answerOf('events.create', weekly)).occurrences).toMatchObject({ total: 3, free: 2 })
    await answerOf('events.update', { id: event.id, version: 1, location: 'Room 1', reminderOffsetsMinutes: [30] })
    await answerOf('events.respond', { id: event.id, status: 'tentative' })
    await answerOf('events.get', { id: event.id })
    await answerOf('events.search', { text: 'Second' })
    await answerOf('events.links', { id: event.id })
    await answerOf('events.list', { from: '2030-03-01T00:00:00Z', to: '2030-04-01T00:00:00+01:00' })
    const { event: cancelled } = await answerOf('events.cancel', { id: second.id, version: second.version })
    await answerOf('events.delete', { id: second.id, version: cancelled.version })
    expect(await refusalOf('events.get', { id: second.id })).toEqual({ status: 404, reason: 'NOT_FOUND' })
  })

  it('of searches', async () => {
    const { answerOf } = ana
    const [best] = (await answerOf('scheduling.suggest', SEARCH)).suggestions
    expect(best?.reasons.length).toBeGreaterThan(0)
    const suggestion = { score: best?.score, reasons: best?.reasons }
    const booked = await answerOf('events.create', meeting(12, { ...span(best), suggestion }))
    expect(booked.event.suggestion).toEqual(suggestion)
    const recurring = await answerOf('scheduling.suggest', { ...SEARCH, recurrence: 'FREQ=WEEKLY;COUNT=3' })
    expect(recurring.suggestions[0]?.occurrences).toMatchObject({ total: 3 })
    const night = { from: '2030-03-11T01:00:00Z', to: '2030-03-11T03:00:00Z' }
    expect((await answerOf('scheduling.suggest', { ...SEARCH, range: night })).empty?.blockers).toHaveLength(1)
    const why = await answerOf('scheduling.explain', { ...SEARCH, startsAt: event.startsAt })
    expect(why.blockers.length).toBeGreaterThan(0)
    const { startsAt: from, endsAt: to } = event
    const { people } = await answerOf('scheduling.team', { from, to })
    expect(people[0]?.busy.map(({ eventId }) => eventId)).toContain(event.id)
    const check = { ...span(event), participants: [GUEST], recurrence: 'FREQ=DAILY;COUNT=2' }
    expect((await answerOf('scheduling.conflicts', check)).occurrences?.clashes.length).toBeGreaterThan(0)
  })

  it('of hours, reminders, mail and linked accounts', async () => {
    const { answerOf } = ana
    await answerOf('availability.get')
    await answerOf('availability.set', { rules: [{ dayOfWeek: 1, startTime: '08:00', endTime: '24:00' }] })
    await answerOf('availability.setOverride', { date: '2030-03-12', ranges: [] })
    await answerOf('availability.removeOverride', { date: '2030-03-12' })
    await answerOf('reminders.settings')
    await answerOf('reminders.setSettings', { offsetsMinutes: [60] })
    const { reminders } = await answerOf('reminders.list', { eventId: event.id })
    expect(reminders.filter(({ status }) => status === 'PENDING')).toHaveLength(2)
    const { mails } = await answerOf('mails.list', { eventId: event.id })
    expect(mails).toContainEqual(expect.objectContaining({ recipientEmail: GUEST, status: 'PENDING' }))
    await answerOf('mails.outbox', {})
    await answerOf('connections.list')
  })

  it('of members', async () => {
    const { answerOf, answered } = ana
    const { invitation } = await answerOf('members.invite', { email: 'new@example.com', role: 'OPERATOR' })
    await answerOf('members.invitations')
    const token = invitation.link.split('/').at(-1)
    await answerOf('members.invitation', { token })
    const { user } = await browse(answered).answerOf('members.acceptInvitation', {
      token,
      name: 'New',
      password: ANA.password,
    })
    const { invitation: other } = await answerOf('members.invite', { email: 'other@example.com', role: 'CLIENT' })
    await answerOf('members.withdrawInvitation', { id: other.id })
    expect((await answerOf('members.list')).members).toHaveLength(2)
    await answerOf('members.transfer', { fromId: userId, toId: user.id })
    await answerOf('members.update', { id: user.id, role: 'CLIENT' })
  })

  it('of accounts, sessions, tokens and the log', async () => {
    const { answerOf, answered } = ana
    const { id } = await answerOf('tokens.create', {
      name: 'Import',
      role: 'CLIENT',
      expiresAt: '2100-01-01T00:00:00Z',
    })
    expect((await answerOf('tokens.list')).tokens).toMatchObject([{ id, lastUsedAt: null }])
    await answerOf('tokens.revoke', { id })
    await answerOf('auth.methods')
    await answerOf('auth.me')
    await answerOf('account.update', { name: 'Ana B.' })
    await answerOf('account.firstSteps')
    await answerOf('account.endFirstSteps')
    await answerOf('account.identities')
    await answerOf('account.changePassword', { currentPassword: ANA.password, newPassword: 'correct horse 2' })
    await browse(answered).answerOf('auth.signIn', { email: ANA.email, password: 'correct horse 2' })
    const { sessions } = await answerOf('sessions.list')
    await answerOf('sessions.revoke', { id: sessions.find(({ isCurrent }) => !isCurrent)?.id })
    expect(await answerOf('sessions.revokeOthers')).toEqual({ ended: 0 })
    expect((await answerOf('activity.list', {})).entries.length).toBeGreaterThan(15)
    await answerOf('activity.export', { format: 'csv' })
    await answerOf('auth.signOut')
    expect(await answerOf('auth.me')).toBeNull()
    expect(await ana.refusalOf('members.list')).toEqual({ status: 401, reason: 'NOT_SIGNED_IN' })
  })

  it('and that is all of it, but for what needs more than a server', () => {
    const silent = Object.keys(ACCESS).filter((path) => !ana.answered.has(path))
    expect(silent.toSorted()).toEqual(NOT_ANSWERED)
  })
})

describe('H4: refusals are what the document says', () => {
  it('what is in the way, what is wrong at which field, and how long to wait', async () => {
    const { answerOf, refusalOf } = browse()
    await answerOf('auth.signUp', { ...ANA, email: 'bea@example.com' })
    await answerOf('events.create', meeting(20))
    const again = meeting(20, { onConflict: 'reject' })
    expect(await refusalOf('events.create', again)).toEqual({ status: 409, reason: 'EVENT_OVERLAPS' })
    const backwards = meeting(20, { endsAt: '2030-03-20T08:00:00Z' })
    expect(await refusalOf('events.create', backwards)).toEqual({ status: 400, reason: 'INVALID_INPUT' })
    expect(await refusalOf('auth.googleUrl', {})).toEqual({ status: 412, reason: 'PROVIDER_NOT_SET_UP' })
    const wrong = { email: 'bea@example.com', password: 'wrong' }
    for (let attempt = 0; attempt < 10; attempt++) await browse().refusalOf('auth.signIn', wrong)
    expect(await refusalOf('auth.signIn', wrong)).toEqual({ status: 429, reason: 'RATE_LIMITED' })
  })
})

describe('H4: a program that knows the document alone', () => {
  it('lists events and books one with an API token', async () => {
    const { answerOf } = browse()
    await answerOf('auth.signUp', { ...ANA, email: 'cleo@example.com' })
    await answerOf('events.create', meeting(25, { title: 'Jour fixe — 10 % & more?' }))
    const { token } = await answerOf('tokens.create', { name: 'Any language', role: 'OPERATOR' })
    expect(document['components']).toMatchObject({ securitySchemes: { apiToken: { type: 'http', scheme: 'bearer' } } })

    const call = createDocumentClient(document, server.url, () => ({ authorization: `Bearer ${token}` }))
    const range = { from: '2030-03-25T00:00:00+01:00', to: '2030-03-27T00:00:00+01:00' }
    const titles = async () => {
      const { body } = await call('events.list', range)
      return Object(body.result?.data).events.map(({ title }: { title: string }) => title)
    }
    expect(await titles()).toEqual(['Jour fixe — 10 % & more?'])
    expect((await call('events.create', meeting(26, { title: 'Gebucht' }))).status).toBe(200)
    expect(await titles()).toEqual(['Jour fixe — 10 % & more?', 'Gebucht'])
    expect((await call('tokens.create', { name: 'More', role: 'CLIENT' })).status).toBe(403)
  })
})
