import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { createGoogleAuthorization, type GoogleAuthorizationSettings } from './google-authorization.ts'

const API = 'https://www.googleapis.com/auth'
let respond: (request: IncomingMessage, response: ServerResponse) => void
let last: { authorization: string | undefined; form: URLSearchParams }
let settings: GoogleAuthorizationSettings

const server = createServer(async (request, response) => {
  last = { authorization: request.headers.authorization, form: new URLSearchParams(await text(request)) }
  respond(request, response)
})

beforeAll(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const bound = server.address()
  if (typeof bound !== 'object' || !bound) throw new Error('The server has no port.')
  const root = `http://127.0.0.1:${bound.port}`
  settings = {
    clientId: 'client',
    clientSecret: 'secret',
    redirectUrl: 'https://astralis.example/api/calendar/callback',
    authorizeUrl: `${root}/auth`,
    tokenUrl: `${root}/token`,
    revokeUrl: `${root}/revoke`,
    timeoutMs: 5000,
  }
})

afterAll(() => {
  server.closeAllConnections()
  server.close()
})

function answer(status: number, body: object | string): void {
  respond = (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end(typeof body === 'string' ? body : JSON.stringify(body))
  }
}

test('the browser is sent to ask for offline access, with PKCE', () => {
  const authorization = createGoogleAuthorization(settings)
  // The example of RFC 7636, appendix B.
  const codeVerifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk'
  const url = new URL(authorization.authorizationUrl({ state: 's', codeVerifier, loginHint: 'ana@example.com' }))
  expect(Object.fromEntries(url.searchParams)).toEqual({
    response_type: 'code',
    client_id: 'client',
    redirect_uri: settings.redirectUrl,
    state: 's',
    code_challenge_method: 'S256',
    code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    scope: `openid email ${API}/calendar.events ${API}/calendar.calendarlist.readonly`,
    access_type: 'offline',
    prompt: 'consent',
    login_hint: 'ana@example.com',
  })
})

test('a code becomes tokens', async () => {
  answer(200, { access_token: 'a', refresh_token: 'r', expires_in: 3599, scope: `openid ${API}/calendar.events` })
  const tokens = await createGoogleAuthorization(settings).exchange('code', 'verifier')
  expect(tokens).toEqual({
    accessToken: 'a',
    refreshToken: 'r',
    expiresInSeconds: 3599,
    scopes: ['openid', `${API}/calendar.events`],
  })
  expect(last.authorization).toBe(`Basic ${btoa('client:secret')}`)
  expect(Object.fromEntries(last.form)).toEqual({
    grant_type: 'authorization_code',
    code: 'code',
    redirect_uri: settings.redirectUrl,
    code_verifier: 'verifier',
  })
})

test('what was granted is everything, where the answer does not say (RFC 6749, 5.1)', async () => {
  answer(200, { access_token: 'a', expires_in: 3599 })
  const authorization = createGoogleAuthorization(settings)
  const { refreshToken, scopes } = await authorization.refresh('r')
  expect(refreshToken).toBeNull()
  expect(authorization.suffices(scopes)).toBe(true)
})

it.each([
  [true, ['calendar']],
  [true, ['calendar.events', 'calendar.calendarlist.readonly']],
  [false, ['calendar.events']],
  [false, ['calendar.calendarlist.readonly']],
  [false, ['calendar.events.readonly', 'calendar.calendarlist.readonly']],
])('suffices is %j for %j', (expected, names) => {
  const scopes = ['openid', ...names.map((name) => `${API}/${name}`)]
  expect(createGoogleAuthorization(settings).suffices(scopes)).toBe(expected)
})

describe('a refresh', () => {
  it.each([
    [400, { error: 'invalid_grant', error_description: 'Token r-secret has been revoked.' }, 'consent-needed'],
    [401, { error: 'invalid_client' }, 'invalid'],
    [400, { error: 'redirect_uri_mismatch' }, 'invalid'],
    [400, { error: 'r-secret r-secret' }, 'invalid'],
    [400, { error: 'temporarily_unavailable' }, 'unavailable'],
    [400, 'no JSON', 'invalid'],
    [400, { message: 'no error' }, 'invalid'],
    [404, 'no such page', 'invalid'],
    [429, {}, 'rate-limited'],
    [500, {}, 'unavailable'],
    [503, 'no JSON', 'unavailable'],
    [200, '{"access_token":', 'unavailable'],
    [200, {}, 'unavailable'],
  ])('that is answered with %i %j fails as “%s”', async (status, body, kind) => {
    answer(status, body)
    const failure = await createGoogleAuthorization(settings)
      .refresh('r-secret')
      .catch((error: unknown) => error)
    expect(failure).toMatchObject({ name: 'ProviderError', kind })
    expect(String(failure)).not.toContain('r-secret')
  })

  it('fails where nobody answers in time', async () => {
    respond = () => undefined
    const authorization = createGoogleAuthorization({ ...settings, timeoutMs: 50 })
    await expect(authorization.refresh('r')).rejects.toMatchObject({ kind: 'unavailable' })
  })

  it('fails where nobody is reached', async () => {
    const authorization = createGoogleAuthorization({ ...settings, tokenUrl: 'http://127.0.0.1:1/token' })
    await expect(authorization.refresh('r')).rejects.toMatchObject({ kind: 'unavailable' })
  })
})

test('revoking what is not valid any more is a success', async () => {
  answer(400, { error: 'invalid_token' })
  await expect(createGoogleAuthorization(settings).revoke('r')).resolves.toBeUndefined()
  expect(last.form.get('token')).toBe('r')
  answer(503, {})
  await expect(createGoogleAuthorization(settings).revoke('r')).rejects.toMatchObject({ kind: 'unavailable' })
})
