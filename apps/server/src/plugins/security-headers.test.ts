import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sendRaw, statusOf } from '../fuzz/testing/raw-request.ts'
import { ANA } from '../testing/api-client.ts'
import { startTestServer, type TestServer } from '../testing/start-test-server.ts'

const PUBLIC_URL = 'https://calendar.example.org'

let plain: TestServer
let secure: TestServer

beforeAll(async () => {
  ;[plain, secure] = await Promise.all([startTestServer(), startTestServer({ publicUrl: PUBLIC_URL })])
})
afterAll(() => Promise.all([plain.stop(), secure.stop()]))

function signUp({ url }: TestServer, origin: string): Promise<Response> {
  const headers = { 'content-type': 'application/json', origin }
  return fetch(`${url}/trpc/auth.signUp`, { method: 'POST', headers, body: JSON.stringify(ANA) })
}

/** Of pages, answers, refusals and addresses that mean nothing. */
const PATHS = [
  '/',
  '/calendar',
  '/trpc/auth.me',
  '/trpc/events.list',
  '/trpc/nothing',
  '/health/live',
  '/api/nothing',
  '/%2e%2e/x',
]

describe('security: every answer', () => {
  it.each(PATHS)(
    '%s runs scripts of this site only, in no frame, as what it is, and names it to nobody',
    async (path) => {
      const { headers } = await fetch(plain.url + path)
      const policy = Object.fromEntries(
        (headers.get('content-security-policy') ?? '').split(';').map((directive) => {
          const [name = '', ...sources] = directive.trim().split(' ')
          return [name, sources.join(' ')]
        }),
      )
      expect(policy).toMatchObject({
        'default-src': "'self'",
        'object-src': "'none'",
        'base-uri': "'self'",
        'form-action': "'self'",
        'frame-ancestors': "'none'",
      })
      expect(policy).not.toHaveProperty('script-src')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('x-frame-options')).toBe('DENY')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
      for (const name of ['server', 'x-powered-by', 'access-control-allow-origin']) expect(headers.get(name)).toBeNull()
    },
  )

  it.each(PATHS)('%s is promised over https where the product is reached by it, and only there', async (path) => {
    const [over, without] = await Promise.all([fetch(secure.url + path), fetch(plain.url + path)])
    expect(over.headers.get('strict-transport-security')).toMatch(/^max-age=\d{8,}; includeSubDomains$/)
    expect(over.headers.get('content-security-policy')).toContain('upgrade-insecure-requests')
    expect(without.headers.get('strict-transport-security')).toBeNull()
    expect(without.headers.get('content-security-policy')).not.toContain('upgrade-insecure-requests')
  })

  it('is kept by nobody, except for files that never change and the page that is asked for anew', async () => {
    const kept = async (path: string) =>
      (await fetch(plain.url + path, { redirect: 'manual' })).headers.get('cache-control')
    for (const path of [
      '/trpc/auth.me',
      '/trpc/events.list',
      '/trpc/nothing',
      '/api/calendar/callback',
      '/api/nothing',
      '/health/live',
      '/metrics',
      '/assets/gone.js',
    ])
      expect([path, await kept(path)]).toEqual([path, 'no-store'])
    expect((await signUp(plain, plain.url)).headers.get('cache-control')).toBe('no-store')
    expect(await kept('/')).toBe('no-cache')
    const [, script = ''] = /src="(\/assets\/[^"]+\.js)"/.exec(await (await fetch(plain.url)).text()) ?? []
    expect(await kept(script)).toBe('public, max-age=31536000, immutable')
  })
})

describe('security: the cookie', () => {
  it('goes over https alone where the product is reached by it, to no script and to no foreign page', async () => {
    const [cookie] = (await signUp(secure, PUBLIC_URL)).headers.getSetCookie()
    expect(cookie).toMatch(/^astralis_session=[^;]+; Max-Age=\d+; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
  })

  it('is taken back as it was given', async () => {
    const headers = { 'content-type': 'application/json', origin: PUBLIC_URL }
    const [cookie] = (
      await fetch(`${secure.url}/trpc/auth.signOut`, { method: 'POST', headers })
    ).headers.getSetCookie()
    expect(cookie).toMatch(
      /^astralis_session=; Max-Age=0; Path=\/; Expires=Thu, 01 Jan 1970 [^;]+; HttpOnly; Secure; SameSite=Lax$/,
    )
  })
})

it('security: TRACE, which would answer with the cookie, is refused', async () => {
  const answer = await sendRaw(
    plain.url,
    'TRACE / HTTP/1.1\r\nHost: x\r\nCookie: a=secret\r\nConnection: close\r\n\r\n',
  )
  expect(statusOf(answer)).toBe(405)
  expect(answer).not.toContain('secret')
})
