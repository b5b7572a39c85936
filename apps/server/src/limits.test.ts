import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ANA } from './testing/api-client.ts'
import { Browser } from './testing/browser.ts'
import { startTestServer, type TestServer } from './testing/start-test-server.ts'

let server: TestServer
/** What the tests reach it from is a proxy that it trusts. */
let behindProxy: TestServer

beforeAll(async () => {
  server = await startTestServer()
  behindProxy = await startTestServer({ trustedProxies: ['127.0.0.1', '10.0.0.0/8'] })
  for (const { url } of [server, behindProxy]) await new Browser(url).call('auth.signUp', ANA)
})
afterAll(async () => {
  await server.stop()
  await behindProxy.stop()
})

const from = (address: string) => ({ 'x-forwarded-for': address })

const signIn = ({ url }: TestServer, email: string, password: string, headers: Record<string, string> = {}) =>
  new Browser(url, headers).call('auth.signIn', { email, password })

describe('H1: twenty wrong sign-ins', () => {
  it('end limited, with how long to wait, and the right password from another address gets in', async () => {
    const attacker = from('198.51.100.1')
    const answers = []
    for (let nth = 0; nth < 20; nth++) answers.push(await signIn(behindProxy, ANA.email, `wrong ${nth}`, attacker))
    expect(answers.map(({ status }) => status)).toEqual([...Array(10).fill(401), ...Array(10).fill(429)])
    const refused = await signIn(behindProxy, ANA.email, ANA.password, attacker)
    const seconds = Number(refused.headers.get('retry-after'))
    expect(seconds).toBeGreaterThan(800)
    expect(seconds).toBeLessThanOrEqual(900)
    expect(await refused.json()).toMatchObject({
      error: { data: { code: 'TOO_MANY_REQUESTS', reason: 'RATE_LIMITED', retryAfterSeconds: seconds } },
    })
    expect((await signIn(behindProxy, ANA.email, ANA.password, from('198.51.100.2'))).status).toBe(200)
  })

  it('of an address without an account answer alike, word for word', async () => {
    const text = async (email: string) => {
      const answers = []
      for (let nth = 0; nth < 12; nth++) {
        const answer = await signIn(behindProxy, email, 'wrong', from('198.51.100.3'))
        const body = (await answer.text()).replace(/"(requestId|retryAfterSeconds)":("[^"]*"|\d+)/g, '')
        answers.push(`${answer.status} ${body.replace(/in \d+ minutes/, '')}`)
      }
      return answers
    }
    expect(await text('nobody@example.com')).toEqual(await text(ANA.email))
  })
})

describe('H1: the address that attempts are counted by', () => {
  it('is the connection’s, whatever is said by somebody who is not trusted', async () => {
    const statuses = []
    for (let nth = 0; nth < 12; nth++)
      statuses.push((await signIn(server, 'forged@example.com', 'wrong', from(`203.0.113.${nth}`))).status)
    expect(statuses).toEqual([...Array(10).fill(401), 429, 429])
  })

  it('is the last one that no trusted proxy has, however much stands in front', async () => {
    const statuses = []
    for (let nth = 0; nth < 12; nth++) {
      const said = from(`203.0.113.${nth}, 198.51.100.9, 10.1.2.3`)
      statuses.push((await signIn(behindProxy, 'forged@example.com', 'wrong', said)).status)
    }
    expect(statuses).toEqual([...Array(10).fill(401), 429, 429])
  })

  it('is in the list of sessions', async () => {
    const browser = new Browser(behindProxy.url, { ...from('198.51.100.77'), 'user-agent': 'Test browser' })
    await browser.call('auth.signIn', { email: ANA.email, password: ANA.password })
    const { sessions }: { sessions: { origin: string; userAgent: string; isCurrent: boolean }[] } = JSON.parse(
      JSON.stringify(await browser.ask('sessions.list')),
    )
    expect(sessions.find(({ isCurrent }) => isCurrent)).toMatchObject({
      origin: 'web 198.51.100.77',
      userAgent: 'Test browser',
    })
  })
})

describe('F7: links that lead nowhere', () => {
  it('are limited by address', async () => {
    const browser = new Browser(behindProxy.url, from('198.51.100.20'))
    const look = (nth: number) =>
      browser.open(`/trpc/events.invitation?input=${encodeURIComponent(JSON.stringify({ token: `guess-${nth}` }))}`)
    const statuses = []
    for (let nth = 0; nth < 62; nth++) statuses.push((await look(nth)).status)
    expect(statuses).toEqual([...Array(60).fill(404), 429, 429])
    expect((await browser.call('events.respond', { token: 'guess', status: 'accepted' })).status).toBe(429)
    const other = new Browser(behindProxy.url, from('198.51.100.21'))
    expect((await other.call('events.respond', { token: 'guess', status: 'accepted' })).status).toBe(404)
  })
})

describe('H1: sessions over the wire', () => {
  it('ending the present one takes the cookie away; a new password gives a new one', async () => {
    const browser = new Browser(server.url)
    await browser.call('auth.signUp', { ...ANA, email: 'wire@example.com' })
    const before = browser.cookies.get('astralis_session')
    const input = { currentPassword: ANA.password, newPassword: 'battery staple' }
    expect((await browser.call('account.changePassword', input)).status).toBe(200)
    expect(browser.cookies.get('astralis_session')).not.toBe(before)
    const { sessions }: { sessions: { id: string }[] } = JSON.parse(JSON.stringify(await browser.ask('sessions.list')))
    expect(sessions).toHaveLength(1)
    expect((await browser.call('sessions.revoke', { id: sessions[0]?.id })).status).toBe(200)
    expect(browser.cookies.has('astralis_session')).toBe(false)
    expect(await browser.ask('auth.me')).toBeNull()
  })
})
