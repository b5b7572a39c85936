import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ANA } from '../testing/api-client.ts'
import { startTestServer, type TestServer } from '../testing/start-test-server.ts'
import { createBrowser, invite, join, signUp } from './testing/browser.ts'

/*
 * What has happened to others, each tried here. `what-reaches-outside.test.ts` has the two that need a worker.
 */

let server: TestServer
let url: string
let ana: Awaited<ReturnType<typeof signUp>>

beforeAll(async () => {
  server = await startTestServer()
  url = server.url
})
beforeEach(async () => {
  await server.execute('delete from rate_limits')
  ana = await signUp(url)
})
afterAll(() => server.stop())

const MEETING = {
  title: 'Salary of Ben',
  startsAt: '2030-03-11T09:00:00Z',
  endsAt: '2030-03-11T10:00:00Z',
  participants: [{ email: 'guest@example.com' }],
}
const bodyOf = (value: unknown) => JSON.stringify(value)

describe('incident: a session update that trusted a client’s e-mail', () => {
  it.each([
    ['email', 'victim@example.com'],
    ['role', 'ADMIN'],
    ['id', '00000000-0000-4000-8000-000000000000'],
    ['orgId', '00000000-0000-4000-8000-000000000000'],
    ['organization', { id: '00000000-0000-4000-8000-000000000000' }],
    ['isActive', true],
    ['passwordHash', 'x'],
  ])('nobody becomes somebody else by sending %s', async (field, value) => {
    await signUp(url, { email: 'victim@example.com', password: 'of the victim' }).catch(() => {})
    const ben = await join(url, ana, 'CLIENT')
    const before = (await ben.ask('auth.me')).data
    for (const [path, input] of [
      ['account.update', { name: 'Ben' }],
      ['auth.signIn', { email: ben.email, password: ANA.password }],
      ['account.changePassword', { currentPassword: ANA.password, newPassword: 'another password' }],
    ] as const)
      expect(await ben.call(path, { ...input, [field]: value })).toMatchObject(
        // Signing in names an address, and needs its password.
        path === 'auth.signIn' && field === 'email' ? { status: 401 } : { status: 400, reason: 'INVALID_INPUT' },
      )
    expect((await ben.ask('auth.me')).data).toEqual(before)
  })

  it('an invitation is accepted by the address that was invited, whatever is sent', async () => {
    const token = await invite(ana, 'invited@example.com', 'CLIENT')
    const guest = createBrowser(url)
    const joining = { token, name: 'Ben', password: ANA.password }
    for (const more of [{ email: 'other@example.com' }, { role: 'ADMIN' }])
      expect(await guest.call('members.acceptInvitation', { ...joining, ...more })).toMatchObject({ status: 400 })
    expect((await guest.call('members.acceptInvitation', joining)).data).toMatchObject({
      user: { email: 'invited@example.com', role: 'CLIENT' },
    })
  })
})

describe('incident: an invitation that overwrote an existing account', () => {
  it('an account elsewhere keeps its password, its name and its organization', async () => {
    const ben = await signUp(url, { organizationName: 'Elsewhere', name: 'Ben', password: 'the password of ben' })
    const token = await invite(ana, ben.email, 'ADMIN')
    const attacker = createBrowser(url)
    const joining = { token, name: 'Mallory', password: 'password of mallory' }
    expect(await attacker.call('members.acceptInvitation', joining)).toMatchObject({
      status: 409,
      reason: 'EMAIL_TAKEN',
    })
    expect(attacker.cookie).toBe('')
    expect(await attacker.call('auth.signIn', { email: ben.email, password: joining.password })).toMatchObject({
      status: 401,
    })
    expect(
      (await createBrowser(url).call('auth.signIn', { email: ben.email, password: ben.password })).data,
    ).toMatchObject({
      user: { name: 'Ben', role: 'ADMIN', organization: { name: 'Elsewhere' } },
    })
  })

  it('nor does one of a member change who they are here', async () => {
    const ben = await join(url, ana, 'CLIENT')
    expect(await ana.call('members.invite', { email: ben.email, role: 'ADMIN' })).toMatchObject({
      reason: 'EMAIL_TAKEN',
    })
    expect((await ben.ask('auth.me')).data).toMatchObject({ user: { role: 'CLIENT' } })
    expect(await signUp(url, { email: ben.email }).catch(String)).toContain('EMAIL_TAKEN')
  })
})

// Of every id in every field: access/tenancy proofs beside this folder.
it('incident: object ids of another tenant accepted in fifteen places', async () => {
  const { data } = await ana.call('events.create', MEETING)
  const event = data?.['event']
  const [, id = ''] = /"id":"([^"]+)"/.exec(bodyOf(event)) ?? []
  const [, userId = ''] = /"user":\{"id":"([^"]+)"/.exec((await ana.ask('auth.me')).text) ?? []
  const eve = await signUp(url)
  const answers = [
    await eve.ask('events.get', { id }),
    await eve.ask('events.links', { id }),
    await eve.ask('reminders.list', { eventId: id }),
    await eve.ask('mails.list', { eventId: id }),
    await eve.ask('availability.get', { userId }),
    await eve.call('events.update', { id, version: 1, title: 'Mine' }),
    await eve.call('events.cancel', { id, version: 1 }),
    await eve.call('events.delete', { id, version: 1 }),
    await eve.call('events.respond', { id, status: 'declined' }),
    await eve.call('availability.setOverride', { userId, date: '2030-03-11', ranges: [] }),
    await eve.call('members.update', { id: userId, isActive: false }),
    await eve.call('members.transfer', { fromId: userId, toId: userId.replace(/.$/, '0') }),
  ]
  for (const { status, text } of answers) {
    expect(status).toBe(404)
    expect(text).not.toMatch(/Salary|guest@|person-/)
  }
  expect((await ana.ask('events.get', { id })).data).toEqual({ event })
})

describe('incident: CSRF checked on POST only', () => {
  const foreign = { origin: 'https://evil.example' }
  const input = `input=${encodeURIComponent(bodyOf(MEETING))}`
  const types = [
    'application/json',
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    '',
  ]
  const overrides = [{}, { 'x-http-method-override': 'POST' }, { 'x-method-override': 'POST' }]

  it.each(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])(
    '%s changes nothing from elsewhere',
    async (method) => {
      const cookie = ana.cookie
      for (const type of types)
        for (const override of overrides)
          for (const address of [
            `events.create?${input}`,
            `events.create?${input}&_method=POST`,
            'auth.signOut',
            'auth.signOut?batch=1',
          ]) {
            const body = ['GET', 'HEAD'].includes(method) ? null : bodyOf(MEETING)
            const headers = { ...foreign, cookie, ...override, ...(type && { 'content-type': type }) }
            // What has no body to answer with is not made either.
            const isSilent = method === 'HEAD' || method === 'OPTIONS'
            const { status } = await fetch(`${url}/trpc/${address}`, { method, headers, body })
            expect([method, type, address, status >= 400 || isSilent]).toEqual([method, type, address, true])
          }
      expect((await ana.ask('auth.me')).data).not.toBeNull()
      const range = { from: '2030-01-01T00:00:00Z', to: '2030-12-31T00:00:00Z' }
      expect((await ana.ask('events.list', range)).data).toEqual({ events: [] })
    },
  )

  it('nor is a question answered that is asked by POST from elsewhere', async () => {
    const range = { from: '2030-01-01T00:00:00Z', to: '2030-12-31T00:00:00Z' }
    const answer = await ana.call('events.list', range, foreign)
    expect(answer).toMatchObject({ status: 403, reason: 'ORIGIN_NOT_ALLOWED' })
  })
})

describe('incident: a six-digit code without a limit', () => {
  it('there are no codes: whatever opens something has 256 random bits', async () => {
    const secrets: string[] = []
    for (let round = 0; round < 5; round++) {
      secrets.push((await signUp(url)).cookie.replace('astralis_session=', ''))
      secrets.push(await invite(ana, `somebody-${round}@example.com`))
      const { text } = await ana.call('tokens.create', { name: 'Import', role: 'CLIENT' })
      secrets.push(/"token":"astralis_([^"]+)"/.exec(text)?.[1] ?? '')
    }
    const parts = secrets.map((secret) => /^[\da-f-]{36}\.([\w-]{43})$/.exec(secret)?.[1])
    expect(new Set(parts).size).toBe(15)
    for (const part of parts) {
      const bytes = Buffer.from(part ?? '', 'base64url')
      expect(bytes).toHaveLength(32)
      // Bytes of a counter or of digits are few different ones.
      expect(new Set(bytes).size).toBeGreaterThan(20)
    }
  })

  it.each(['members.invitation', 'events.invitation'])(
    'guessing links of %s ends, and the right one is not given away',
    async (path) => {
      const orgId = /"organization":\{"id":"([^"]+)"/.exec((await ana.ask('auth.me')).text)?.[1]
      const stranger = createBrowser(url)
      const reasons: (string | undefined)[] = []
      for (let guess = 0; guess < 64; guess++)
        reasons.push((await stranger.ask(path, { token: `${orgId}.${String(guess).padStart(43, '0')}` })).reason)
      expect(new Set(reasons.slice(0, 60))).toEqual(new Set(['NOT_FOUND']))
      expect(reasons.at(-1)).toBe('RATE_LIMITED')
    },
  )

  it('nor can a password be guessed for ever', async () => {
    const reasons: (string | undefined)[] = []
    for (let guess = 0; guess < 12; guess++)
      reasons.push((await createBrowser(url).call('auth.signIn', { email: ana.email, password: String(guess) })).reason)
    expect(reasons.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 'SIGN_IN_FAILED'))
    expect(reasons.slice(10)).toEqual(['RATE_LIMITED', 'RATE_LIMITED'])
  })
})

it.each(['CLIENT', 'OPERATOR'])('incident: a user search that listed hidden people, to a %s', async (role) => {
  const [ben, gone] = [await join(url, ana, role), await join(url, ana, 'CLIENT')]
  await invite(ana, 'not-yet@example.com')
  const everybody = await ana.ask('members.list')
  const [, id] = new RegExp(`"id":"([^"]+)","email":"${gone.email}"`).exec(everybody.text) ?? []
  expect((await ana.call('members.update', { id, isActive: false })).status).toBe(200)
  expect((await ana.ask('members.list')).text).toContain(gone.email)

  const range = { from: '2020-01-01T00:00:00Z', to: '2020-12-31T00:00:00Z' }
  const seen = [
    await ben.ask('members.list'),
    await ben.ask('members.invitations'),
    await ben.ask('activity.list', {}),
    await ben.ask('activity.export', { format: 'csv' }),
    await ben.ask('events.list', range),
    await ben.ask('availability.get', {}),
    await ben.ask('tokens.list'),
  ]
  expect(seen[0]?.data?.['members']).toHaveLength(2)
  for (const { text } of seen) {
    expect(text).not.toContain(gone.email)
    expect(text).not.toContain('not-yet@example.com')
  }
})
