import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { type GoogleStandIn, startGoogleStandIn } from '@astralis/calendars/testing/google-stand-in/google-stand-in'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ANA } from '../testing/api-client.ts'
import { startTestServer, type TestServer } from '../testing/start-test-server.ts'

const EMAIL = 'ana@gmail.example'
const log: string[] = []
let google: GoogleStandIn
let server: TestServer
let cookie: string
let orgId: string

beforeAll(async () => {
  google = await startGoogleStandIn({ clientId: 'client', clientSecret: 'secret' })
  google.control.addAccount({ email: EMAIL, name: 'Ana' })
  const { apiRootUrl: rootUrl, authorizeUrl, tokenUrl, revokeUrl } = google
  const client = { clientId: 'client', clientSecret: 'secret' }
  server = await startTestServer({
    google: { client, redirectUrl: null, rootUrl, authorizeUrl, tokenUrl, revokeUrl },
    logger: { level: 'info', stream: { write: (line: string) => void log.push(line) } },
  })
  const answer = await call('auth.signUp', ANA)
  cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const body: { result: { data: { user: { organization: { id: string } } } } } = JSON.parse(await answer.text())
  orgId = body.result.data.user.organization.id
})
afterAll(async () => {
  await server.stop()
  await google.close()
})

function call(path: string, input: unknown): Promise<Response> {
  const headers = { 'content-type': 'application/json', origin: server.url, ...(cookie && { cookie }) }
  return fetch(`${server.url}/trpc/${path}`, { method: 'POST', headers, body: JSON.stringify(input) })
}

/** The address that the browser is led to by Google after the person has said yes, or no. */
async function consent(returnTo?: string, decision: { email: string } | null = { email: EMAIL }): Promise<string> {
  const answer = await call('connections.authorizationUrl', { provider: 'GOOGLE', ...(returnTo && { returnTo }) })
  const body: { result: { data: { url: string } } } = JSON.parse(await answer.text())
  return google.control.consent(body.result.data.url, decision)
}

async function open(address: string, headers: Record<string, string> = { cookie }): Promise<string | null> {
  const answer = await fetch(address, { headers, redirect: 'manual' })
  expect(answer.status).toBe(303)
  return answer.headers.get('location')
}

interface Listed {
  id: string
  isSyncing: boolean
  calendars: { id: string }[]
}

async function list(): Promise<{ connections: Listed[]; text: string }> {
  const answer = await fetch(`${server.url}/trpc/connections.list`, { headers: { cookie } })
  const text = await answer.text()
  const body: { result: { data: { connections: Listed[] } } } = JSON.parse(text)
  return { connections: body.result.data.connections, text }
}

describe('A3: the way back from Google', () => {
  it('leads to the page of connections, and to nothing without a session', async () => {
    const address = await consent()
    expect(address.startsWith(`${server.url}/api/calendar/callback?`)).toBe(true)
    expect(await open(address, {})).toBe(`${server.url}/calendar/connections?problem=SIGNED_OUT`)
    expect(await open(address)).toBe(`${server.url}/calendar/connections?connected=ana%40gmail.example`)
    expect(await open(address)).toBe(`${server.url}/calendar/connections?problem=STATE_WRONG`)
  })

  it('names what went wrong', async () => {
    expect(await open(await consent('/calendar', null))).toBe(`${server.url}/calendar?problem=DENIED`)
    const without = `${server.url}/api/calendar/callback`
    expect(await open(without)).toBe(`${server.url}/calendar/connections?problem=STATE_MISSING`)
  })

  it.each(['/a/..//evil.example', '/.//evil.example', '/calendar?x=1#top', '/%2F%2Fevil.example', '/@evil.example'])(
    'security: stays on this site with returnTo %s',
    async (returnTo) => {
      const location = await open(await consent(returnTo))
      expect(new URL(location ?? '').origin).toBe(server.url)
      expect(new URL(location ?? '').searchParams.get('connected')).toBe(EMAIL)
    },
  )

  it.each(['https://evil.example', '//evil.example', String.raw`/\evil.example`, '/\t/evil.example', 'calendar'])(
    'security: refuses returnTo %j',
    async (returnTo) => {
      const answer = await call('connections.authorizationUrl', { provider: 'GOOGLE', returnTo })
      expect(answer.status).toBe(400)
    },
  )

  it('security: neither log nor answers have states, codes or tokens', async () => {
    const address = new URL(await consent())
    await open(address.href)
    const secrets = [address.searchParams.get('state'), address.searchParams.get('code')]
    const { text, connections } = await list()
    expect(connections).toHaveLength(1)
    const said = log.join('') + text
    expect(said).toContain('/api/calendar/callback?…')
    for (const secret of secrets) expect(said).not.toContain(secret)
    expect(said).not.toMatch(/ya29\.|1\/\/0[\w-]{20}/)
  })
})

describe('G3: notifications', () => {
  const channelId = randomUUID()
  let token: string
  let calendarId: string

  const notify = (changes: Record<string, string> = {}, body?: string) =>
    fetch(`${server.url}/api/calendar/notifications/google`, {
      method: 'POST',
      headers: {
        'x-goog-channel-id': channelId,
        'x-goog-channel-token': token,
        'x-goog-resource-id': 'resource',
        'x-goog-resource-state': 'exists',
        ...changes,
      },
      ...(body !== undefined && { body }),
    })
  const settle = () => server.execute('update calendars set pull_requested_at = null, claim = null')
  const isAsked = async () => (await list()).connections[0]?.isSyncing

  beforeAll(async () => {
    token = `${orgId}.${randomBytes(32).toString('base64url')}`
    const hash = createHash('sha256').update(token).digest('hex')
    calendarId = (await list()).connections[0]?.calendars[0]?.id ?? ''
    await server.execute(`update calendars set channel_id = '${channelId}', channel_token_hash = '${hash}',
      channel_resource_id = 'resource' where id = '${calendarId}'`)
  })

  it.each<[string, Record<string, string>]>([
    ['without a token', { 'x-goog-channel-token': '' }],
    ['with a wrong token', { 'x-goog-channel-token': 'nonsense' }],
    ['with the token of nobody', { 'x-goog-channel-token': `${randomUUID()}.${'a'.repeat(43)}` }],
    ['with another channel', { 'x-goog-channel-id': randomUUID() }],
    ['with a channel that is no id', { 'x-goog-channel-id': "' or true --" }],
    ['with another resource', { 'x-goog-resource-id': 'other' }],
  ])('security: a forged one %s gets 404 and does nothing', async (_case, changes) => {
    await settle()
    expect((await notify(changes)).status).toBe(404)
    expect(await isAsked()).toBe(false)
  })

  it('security: the token of the same organization with other random bits does nothing', async () => {
    await settle()
    const forged = { 'x-goog-channel-token': `${orgId}.${randomBytes(32).toString('base64url')}` }
    expect((await notify(forged)).status).toBe(404)
    expect(await isAsked()).toBe(false)
  })

  it('a greeting does nothing', async () => {
    await settle()
    expect((await notify({ 'x-goog-resource-state': 'sync' })).status).toBe(200)
    expect(await isAsked()).toBe(false)
  })

  it.each([
    ['no body', {}, undefined],
    ['JSON', { 'content-type': 'application/json; utf-8' }, '{}'],
    ['text', { 'content-type': 'text/plain' }, 'x'],
  ])('a right one with %s asks for the calendar to be read', async (_case, headers, body) => {
    await settle()
    expect((await notify(headers, body)).status).toBe(200)
    expect(await isAsked()).toBe(true)
  })
})
