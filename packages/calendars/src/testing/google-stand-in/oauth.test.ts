import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { EVERYTHING, type GoogleForTests, INES, OMAR, startForTests } from './google-for-tests.ts'

const REDIRECT = 'http://localhost:3001/oauth/google'
const VERIFIER = 'v'.repeat(50)
const CHALLENGE = createHash('sha256').update(VERIFIER).digest('base64url')
const CALENDARS = 'https://www.googleapis.com/auth/calendar.calendarlist.readonly'

let google: GoogleForTests
let now: number
beforeEach(async () => {
  now = Date.parse('2026-03-02T08:00:00Z')
  google = await startForTests({ now: () => now })
})
afterEach(() => google.close())

function address(more: Record<string, string | null> = {}): string {
  const all = {
    client_id: 'client',
    redirect_uri: REDIRECT,
    response_type: 'code',
    scope: `openid ${EVERYTHING} ${CALENDARS}`,
    state: 'a state',
    code_challenge: CHALLENGE,
    code_challenge_method: 'S256',
    access_type: 'offline',
    prompt: 'consent',
    ...more,
  }
  const kept = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== null)
  return `${google.authorizeUrl}?${new URLSearchParams(kept).toString()}`
}

const BASIC = { Authorization: `Basic ${Buffer.from('client:secret').toString('base64')}` }

async function token(form: Record<string, string>, headers: Record<string, string> = BASIC) {
  const response = await fetch(google.tokenUrl, { method: 'POST', headers, body: new URLSearchParams(form) })
  return { status: response.status, body: JSON.parse(await response.text()) }
}

function codeOf(more: Record<string, string | null> = {}, scopes?: string[]): string {
  const target = google.control.consent(address(more), { email: INES, ...(scopes && { scopes }) })
  return new URL(target).searchParams.get('code') ?? ''
}

const exchange = (code: string, more: Record<string, string> = {}) =>
  token({ grant_type: 'authorization_code', code, redirect_uri: REDIRECT, code_verifier: VERIFIER, ...more })

describe('the consent page', () => {
  it('says what it is, suggests the account, and offers every scope', async () => {
    const response = await fetch(address({ login_hint: OMAR }))
    const html = await response.text()
    expect(response.status).toBe(200)
    expect(html).toContain('Demo: this is a stand-in of Google’s sign-in, nothing leaves this machine')
    expect(html).toMatch(new RegExp(`value="${OMAR}" required checked`))
    expect(html.match(/name="granted"/g)).toHaveLength(2)
    expect(html).not.toMatch(/(src|href)=/)
    expect(response.headers.get('Content-Security-Policy')).toContain("default-src 'none'")
  })

  it('sends the browser back with a code, the state and what was left ticked', async () => {
    const form = new URLSearchParams(new URL(address()).searchParams)
    for (const [name, value] of [
      ['account', INES],
      ['granted', EVERYTHING],
      ['decision', 'allow'],
    ])
      form.append(name ?? '', value ?? '')
    const response = await fetch(google.authorizeUrl, { method: 'POST', body: form, redirect: 'manual' })
    expect(response.status).toBe(303)
    const target = new URL(response.headers.get('Location') ?? '')
    expect(target.origin + target.pathname).toBe(REDIRECT)
    expect(target.searchParams.get('state')).toBe('a state')
    expect(target.searchParams.get('scope')).toBe(`openid ${EVERYTHING}`)
    const { body } = await exchange(target.searchParams.get('code') ?? '')
    expect(body.scope).toBe(`openid ${EVERYTHING}`)
  })

  it('sends the browser back with access_denied', () => {
    const target = new URL(google.control.consent(address(), null))
    expect(Object.fromEntries(target.searchParams)).toEqual({ state: 'a state', error: 'access_denied' })
  })

  it('refuses a form of another page', async () => {
    const form = new URLSearchParams([...new URL(address()).searchParams, ['account', INES], ['decision', 'allow']])
    const headers = { Origin: 'https://elsewhere.example' }
    const response = await fetch(google.authorizeUrl, { method: 'POST', body: form, headers, redirect: 'manual' })
    expect(response.status).toBe(403)
  })

  it.each([
    [{ client_id: 'other' }, 401],
    [{ redirect_uri: 'http://elsewhere.example/' }, 400],
    [{ redirect_uri: 'http://localhost.elsewhere.example/' }, 400],
    [{ response_type: 'token' }, 400],
    [{ scope: null }, 400],
    [{ scope: 'https://www.googleapis.com/auth/mail' }, 400],
    [{ code_challenge_method: 'plain' }, 400],
  ])('shows an error instead of sending anybody on: %o', async (more, status) => {
    const response = await fetch(address(more), { redirect: 'manual' })
    expect(response.status).toBe(status)
    expect(await response.text()).toContain('role="alert"')
  })

  it('takes only registered addresses where there are some', async () => {
    const strict = await startForTests({ redirectUris: [REDIRECT] })
    const at = (redirect_uri: string) => `${strict.authorizeUrl}${new URL(address({ redirect_uri })).search}`
    expect((await fetch(at(REDIRECT))).status).toBe(200)
    expect((await fetch(at(`${REDIRECT}/`))).status).toBe(400)
    await strict.close()
  })
})

describe('the token endpoint', () => {
  it('answers a code once, as Google does', async () => {
    const code = codeOf()
    const { status, body } = await exchange(code)
    expect(status).toBe(200)
    expect(body).toMatchObject({ expires_in: 3599, token_type: 'Bearer', scope: `openid ${EVERYTHING} ${CALENDARS}` })
    expect(body.access_token).toMatch(/^ya29\./)
    expect(body.refresh_token).toMatch(/^1\/\//)
    const claims = JSON.parse(Buffer.from(body.id_token.split('.')[1], 'base64url').toString())
    expect(claims).toMatchObject({ email: INES, aud: 'client', iss: 'https://accounts.google.com' })
    expect(await exchange(code)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } })
  })

  it.each([
    [{ code_verifier: 'another' }, 'invalid_grant'],
    [{ redirect_uri: 'http://localhost:3001/other' }, 'redirect_uri_mismatch'],
    [{ code: 'no-code' }, 'invalid_grant'],
    [{ grant_type: 'password' }, 'unsupported_grant_type'],
  ])('refuses %o', async (more, error) => {
    expect(await exchange(codeOf(), more)).toMatchObject({ status: 400, body: { error } })
  })

  it('refuses a code after ten minutes', async () => {
    const code = codeOf()
    now += 600_000
    expect(await exchange(code)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } })
  })

  it('knows the client by Basic or by the body, and nobody else', async () => {
    const form = { grant_type: 'authorization_code', redirect_uri: REDIRECT, code_verifier: VERIFIER }
    const secrets = { client_id: 'client', client_secret: 'secret' }
    expect((await token({ ...form, code: codeOf(), ...secrets }, {})).status).toBe(200)
    const wrong = await token({ ...form, code: codeOf(), ...secrets, client_secret: 'x' }, {})
    expect(wrong).toMatchObject({ status: 401, body: { error: 'invalid_client' } })
  })

  it('gives a refresh token for offline access only, and again only with prompt=consent', async () => {
    google.control.revokeAccess(INES)
    expect((await exchange(codeOf({ access_type: null }))).body.refresh_token).toBeUndefined()
    expect((await exchange(codeOf({ prompt: null }))).body.refresh_token).toBeDefined()
    expect((await exchange(codeOf({ prompt: null }))).body.refresh_token).toBeUndefined()
    expect((await exchange(codeOf())).body.refresh_token).toBeDefined()
  })

  it('refreshes until the token is revoked, which ends its access tokens too', async () => {
    const { body } = await exchange(codeOf())
    const form = { grant_type: 'refresh_token', refresh_token: body.refresh_token }
    const fresh = await token(form)
    expect(fresh.status).toBe(200)
    expect(fresh.body.refresh_token).toBeUndefined()
    const revoke = () =>
      fetch(`${google.revokeUrl}?token=${encodeURIComponent(body.refresh_token)}`, { method: 'POST' })
    expect((await revoke()).status).toBe(200)
    expect((await revoke()).status).toBe(400)
    expect(await token(form)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } })
    const headers = { Authorization: `Bearer ${fresh.body.access_token}` }
    expect((await fetch(`${google.apiRootUrl}calendar/v3/users/me/calendarList`, { headers })).status).toBe(401)
  })

  it('is told by the person to forget everything', async () => {
    const { body } = await exchange(codeOf())
    google.control.revokeAccess(INES)
    const form = { grant_type: 'refresh_token', refresh_token: body.refresh_token }
    expect((await token(form)).body.error).toBe('invalid_grant')
  })
})

describe('access', () => {
  it('ends after an hour, and with what the person did not allow', async () => {
    const list = '/calendars/primary/events'
    expect((await google.ask('GET', list)).status).toBe(200)
    now += 3_599_000
    expect(await google.ask('GET', list)).toMatchObject({
      status: 401,
      body: { error: { code: 401, errors: [{ domain: 'global', reason: 'authError' }] } },
    })
    const readOnly = google.as(INES, ['https://www.googleapis.com/auth/calendar.events.readonly'])
    expect((await readOnly('GET', list)).status).toBe(200)
    const refused = await readOnly('POST', list, {})
    expect(refused).toMatchObject({ status: 403, body: { error: { errors: [{ reason: 'insufficientPermissions' }] } } })
    expect((await readOnly('GET', '/users/me/calendarList')).status).toBe(403)
  })
})
