import { randomUUID } from 'node:crypto'
import { type GoogleStandIn, startGoogleStandIn } from '@astralis/calendars/testing/google-stand-in/google-stand-in'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ANA } from '../testing/api-client.ts'
import { Browser } from '../testing/browser.ts'
import { startTestServer, type TestServer } from '../testing/start-test-server.ts'

type Claims = Record<string, unknown>

const CLIENT = { clientId: 'client', clientSecret: 'secret' }
const log: string[] = []
let google: GoogleStandIn
let server: TestServer
/** An account at Google, and the address of a member here. */
let account: string
let email: string
let ana: Browser

beforeAll(async () => {
  google = await startGoogleStandIn(CLIENT)
  const { apiRootUrl: rootUrl, authorizeUrl, tokenUrl, revokeUrl } = google
  server = await startTestServer({
    google: { client: CLIENT, redirectUrl: null, rootUrl, authorizeUrl, tokenUrl, revokeUrl },
    logger: { level: 'info', stream: { write: (line: string) => void log.push(line) } },
  })
})
afterAll(async () => {
  await server.stop()
  await google.close()
})

beforeEach(async () => {
  ;[account, email] = [`ana-${randomUUID()}@gmail.example`, `ana-${randomUUID()}@example.com`]
  google.control.addAccount({ email: account, name: 'Ana' })
  ana = await signUp(email)
})

async function signUp(address: string): Promise<Browser> {
  const browser = new Browser(server.url)
  expect((await browser.call('auth.signUp', { ...ANA, email: address })).status).toBe(200)
  return browser
}

async function urlOf(answer: Response): Promise<string> {
  expect(answer.status).toBe(200)
  const body: { result: { data: { url: string } } } = JSON.parse(await answer.text())
  return body.result.data.url
}

/** Where Google leads the browser back to; null says no there. */
const consent = (url: string, claims?: Claims | null) =>
  google.control.consent(url, claims === null ? null : { email: account, ...(claims && { claims }) })

const beginSignIn = async (browser: Browser, returnTo?: string) =>
  urlOf(await browser.call('auth.googleUrl', returnTo === undefined ? {} : { returnTo }))

const beginLink = async (browser: Browser, returnTo?: string) =>
  urlOf(await browser.call('account.linkGoogle', { password: ANA.password, ...(returnTo && { returnTo }) }))

/** Where the browser goes on, as a path. */
async function comeBack(browser: Browser, address: string): Promise<string> {
  const answer = await browser.open(address)
  expect(answer.status).toBe(303)
  expect(answer.headers.get('referrer-policy')).toBe('no-referrer')
  expect(browser.cookies.has('astralis_google')).toBe(false)
  const location = new URL(answer.headers.get('location') ?? '')
  expect(location.origin).toBe(server.url)
  return location.href.slice(server.url.length)
}

const whoIs = (browser: Browser) => browser.ask('auth.me')
const identitiesOf = async (browser: Browser) => JSON.stringify(await browser.ask('account.identities'))

async function link(browser = ana): Promise<void> {
  expect(await comeBack(browser, consent(await beginLink(browser)))).toBe(
    `/settings?linked=${encodeURIComponent(account)}`,
  )
}

describe('H1: signing in with Google', () => {
  it('gets in who has linked the account, by its id, and on to the page that was asked for', async () => {
    await link()
    const browser = new Browser(server.url)
    expect(await browser.ask('auth.methods')).toEqual({ google: true })
    const url = new URL(await beginSignIn(browser, '/calendar?day=2030-01-01'))
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      response_type: 'code',
      redirect_uri: `${server.url}/api/auth/google/callback`,
      scope: 'openid email profile',
      code_challenge_method: 'S256',
      prompt: 'select_account',
      nonce: expect.stringMatching(/^[\w-]{43}$/),
      state: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    // The address of the account has changed meanwhile; its id never does.
    const renamed = consent(url.href, { email: 'new@gmail.example' })
    expect(await comeBack(browser, renamed)).toBe('/calendar?day=2030-01-01')
    expect(await whoIs(browser)).toMatchObject({ user: { email } })
    expect(await browser.ask('sessions.list')).toMatchObject({ sessions: [{ isCurrent: true }, { isCurrent: false }] })
  })

  it('the cookie that waits is for the way back only', async () => {
    const answer = await new Browser(server.url).call('auth.googleUrl')
    expect(answer.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^astralis_google=v1\.[^;]+; Max-Age=600; Path=\/api\/auth; HttpOnly; SameSite=Lax$/),
    ])
  })

  it('ends the session that the browser had', async () => {
    await link()
    const other = await signUp(`other-${randomUUID()}@example.com`)
    const before = other.cookies.get('astralis_session')
    await comeBack(other, consent(await beginSignIn(other)))
    expect(await whoIs(other)).toMatchObject({ user: { email } })
    const old = new Browser(server.url)
    old.cookies.set('astralis_session', before ?? '')
    expect(await whoIs(old)).toBeNull()
  })

  it('incident: the e-mail address of a Google account opens nobody’s account here, and links nothing', async () => {
    const browser = new Browser(server.url)
    const address = consent(await beginSignIn(browser), { email, email_verified: true })
    expect(await comeBack(browser, address)).toBe('/sign-in?problem=GOOGLE_NOT_LINKED')
    expect(await whoIs(browser)).toBeNull()
    expect(await identitiesOf(ana)).toBe('{"identities":[],"canLinkGoogle":true}')
  })

  it('a deactivated member is told no more than a stranger', async () => {
    await link()
    await server.execute(`update users set is_active = false where email = '${email}'`)
    const browser = new Browser(server.url)
    expect(await comeBack(browser, consent(await beginSignIn(browser)))).toBe('/sign-in?problem=GOOGLE_NOT_LINKED')
    expect(await whoIs(browser)).toBeNull()
  })

  it.each<[string, string, Claims | null]>([
    ['a no', 'DENIED', null],
    ['another issuer', 'PROVIDER_REFUSED', { iss: 'https://accounts.evil.example' }],
    ['another product', 'PROVIDER_REFUSED', { aud: 'other' }],
    ['another authorized party', 'PROVIDER_REFUSED', { azp: 'other' }],
    ['another nonce', 'PROVIDER_REFUSED', { nonce: 'other' }],
    ['no id', 'PROVIDER_REFUSED', { sub: '' }],
    ['an answer that is too old', 'CODE_EXPIRED', { exp: 1 }],
  ])('%s is %s, and nobody gets in', async (_case, problem, claims) => {
    await link()
    const browser = new Browser(server.url)
    expect(await comeBack(browser, consent(await beginSignIn(browser), claims))).toBe(`/sign-in?problem=${problem}`)
    expect(await whoIs(browser)).toBeNull()
  })

  it.each<[string, string, (address: URL) => void]>([
    ['without a code', 'PROVIDER_REFUSED', ({ searchParams }) => searchParams.delete('code')],
    ['with a code of nobody', 'CODE_EXPIRED', ({ searchParams }) => searchParams.set('code', 'x')],
    ['with another error', 'PROVIDER_REFUSED', ({ searchParams }) => searchParams.set('error', 'server_error')],
    ['without a state', 'STATE_WRONG', ({ searchParams }) => searchParams.delete('state')],
    ['with another state', 'STATE_WRONG', ({ searchParams }) => searchParams.set('state', 'a'.repeat(64))],
  ])('an answer %s is %s', async (_case, problem, change) => {
    await link()
    const browser = new Browser(server.url)
    const address = new URL(consent(await beginSignIn(browser)))
    change(address)
    expect(await comeBack(browser, address.href)).toBe(`/sign-in?problem=${problem}`)
    expect(await whoIs(browser)).toBeNull()
  })

  it('security: what was used is used up, and no other browser can end it', async () => {
    await link()
    const [browser, other] = [new Browser(server.url), new Browser(server.url)]
    const address = consent(await beginSignIn(browser))
    expect(await comeBack(other, address)).toBe('/sign-in?problem=STATE_WRONG')
    // With a way of its own that waits, too: nobody is signed in as somebody else.
    await beginSignIn(other)
    expect(await comeBack(other, address)).toBe('/sign-in?problem=STATE_WRONG')
    const kept = browser.cookies.get('astralis_google') ?? ''
    expect(await comeBack(browser, address)).toBe('/calendar')
    const again = new Browser(server.url)
    expect(await comeBack(again, address)).toBe('/sign-in?problem=STATE_WRONG')
    again.cookies.set('astralis_google', kept)
    expect(await comeBack(again, address)).toBe('/sign-in?problem=CODE_EXPIRED')
    expect([await whoIs(other), await whoIs(again)]).toEqual([null, null])
  })

  it('security: a cookie that was changed is none', async () => {
    await link()
    const browser = new Browser(server.url)
    const address = consent(await beginSignIn(browser))
    const kept = browser.cookies.get('astralis_google') ?? ''
    browser.cookies.set('astralis_google', `${kept.slice(0, -2)}${kept.endsWith('A') ? 'BB' : 'AA'}`)
    expect(await comeBack(browser, address)).toBe('/sign-in?problem=STATE_WRONG')
  })

  it.each(['https://evil.example', '//evil.example', String.raw`/\evil.example`, '/\t/evil.example', 'calendar'])(
    'security: refuses returnTo %j',
    async (returnTo) => {
      expect((await ana.call('auth.googleUrl', { returnTo })).status).toBe(400)
      expect((await ana.call('account.linkGoogle', { password: ANA.password, returnTo })).status).toBe(400)
    },
  )

  it.each(['/a/..//evil.example', '/.//evil.example', '/%2F%2Fevil.example', '/@evil.example', '/calendar?x=1#top'])(
    'security: stays on this site with returnTo %s',
    async (returnTo) => {
      await link()
      const browser = new Browser(server.url)
      await comeBack(browser, consent(await beginSignIn(browser, returnTo)))
      expect(await whoIs(browser)).not.toBeNull()
    },
  )

  it('security: neither states nor codes get into the log', async () => {
    await link()
    const browser = new Browser(server.url)
    const address = new URL(consent(await beginSignIn(browser)))
    await comeBack(browser, address.href)
    const said = log.join('')
    expect(said).toContain('/api/auth/google/callback?…')
    for (const name of ['state', 'code']) expect(said).not.toContain(address.searchParams.get(name))
  })
})

describe('H1: linking a Google account', () => {
  it('is listed, replaced and taken away, each in the log', async () => {
    await link()
    expect(await ana.ask('account.identities')).toMatchObject({
      identities: [{ provider: 'GOOGLE', accountEmail: account }],
      canLinkGoogle: true,
    })
    await link()
    const first = account
    account = `second-${randomUUID()}@gmail.example`
    google.control.addAccount({ email: account, name: 'Ana' })
    await link()
    expect(await identitiesOf(ana)).not.toContain(first)
    expect((await ana.call('account.unlinkGoogle')).status).toBe(200)
    expect((await ana.call('account.unlinkGoogle')).status).toBe(404)
    const browser = new Browser(server.url)
    expect(await comeBack(browser, consent(await beginSignIn(browser)))).toBe('/sign-in?problem=GOOGLE_NOT_LINKED')
    const entries = JSON.stringify(await ana.ask('activity.list?input=%7B%7D'))
    expect(entries).toContain('account.google-unlinked')
    expect(entries.match(/account\.google-linked/g)).toHaveLength(3)
  })

  it('needs the password', async () => {
    const answer = await ana.call('account.linkGoogle', { password: 'wrong horse' })
    expect(answer.status).toBe(403)
    expect(await answer.json()).toMatchObject({
      error: { data: { reason: 'PASSWORD_WRONG', fields: { password: expect.any(String) } } },
    })
    expect(ana.cookies.has('astralis_google')).toBe(false)
    expect((await new Browser(server.url).call('account.linkGoogle', { password: ANA.password })).status).toBe(401)
  })

  it.each<[string, string, Claims | null]>([
    ['a no', 'DENIED', null],
    ['an address that Google has not checked', 'EMAIL_NOT_VERIFIED', { email_verified: false }],
    ['another nonce', 'PROVIDER_REFUSED', { nonce: 'other' }],
  ])('%s is %s, and nothing is linked', async (_case, problem, claims) => {
    expect(await comeBack(ana, consent(await beginLink(ana), claims))).toBe(`/settings?problem=${problem}`)
    expect(await identitiesOf(ana)).toBe('{"identities":[],"canLinkGoogle":true}')
  })

  it('an account that somebody else signs in with stays theirs, whatever the organization', async () => {
    await link()
    const eve = await signUp(`eve-${randomUUID()}@example.com`)
    expect(await comeBack(eve, consent(await beginLink(eve)))).toBe('/settings?problem=IDENTITY_TAKEN')
    expect(await identitiesOf(eve)).toBe('{"identities":[],"canLinkGoogle":true}')
    const browser = new Browser(server.url)
    await comeBack(browser, consent(await beginSignIn(browser)))
    expect(await whoIs(browser)).toMatchObject({ user: { email } })
  })

  it('security: only the session that began it ends it', async () => {
    const eve = await signUp(`eve-${randomUUID()}@example.com`)
    const address = consent(await beginLink(eve))
    // Eve leads Ana’s browser back with her own account: cookies of hers that it was made to take help nothing.
    ana.cookies.set('astralis_google', eve.cookies.get('astralis_google') ?? '')
    expect(await comeBack(ana, address)).toBe('/settings?problem=SIGNED_OUT')
    expect(await identitiesOf(ana)).toContain('"identities":[]')
    await eve.call('auth.signOut')
    expect(await comeBack(eve, address)).toBe('/sign-in?problem=SIGNED_OUT')
  })

  it('a replay of the way back does nothing', async () => {
    const address = consent(await beginLink(ana))
    await comeBack(ana, address)
    expect(await comeBack(ana, address)).toBe('/settings?problem=STATE_WRONG')
  })
})

describe('H1: Google that does not answer', () => {
  it('is PROVIDER_UNAVAILABLE', async () => {
    const own = await startGoogleStandIn(CLIENT)
    const { apiRootUrl: rootUrl, authorizeUrl, tokenUrl, revokeUrl } = own
    const place = { client: CLIENT, redirectUrl: null, rootUrl, authorizeUrl, tokenUrl, revokeUrl }
    const other = await startTestServer({ google: place })
    own.control.addAccount({ email: account, name: 'Ana' })
    const browser = new Browser(other.url)
    const address = own.control.consent(await beginSignIn(browser), { email: account })
    await own.close()
    const answer = await browser.open(address)
    expect(answer.headers.get('location')).toBe(`${other.url}/sign-in?problem=PROVIDER_UNAVAILABLE`)
    await other.stop()
  })

  it('or is not set up, is said', async () => {
    const other = await startTestServer()
    const browser = new Browser(other.url)
    expect(await browser.ask('auth.methods')).toEqual({ google: false })
    const answer = await browser.call('auth.googleUrl')
    expect(answer.status).toBe(412)
    expect(await answer.json()).toMatchObject({ error: { data: { reason: 'PROVIDER_NOT_SET_UP' } } })
    const back = await browser.open('/api/auth/google/callback?state=x&code=y')
    expect(back.headers.get('location')).toBe(`${other.url}/sign-in?problem=STATE_WRONG`)
    await other.stop()
  })
})
