import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { ANA, createApiClient } from '../testing/api-client.ts'
import { startTestServer, type TestServer } from '../testing/start-test-server.ts'
import { INSIDES } from './testing/law.ts'
import { sendRaw, statusOf } from './testing/raw-request.ts'

let server: TestServer
let cookie: string
const lines: string[] = []

beforeAll(async () => {
  server = await startTestServer({
    logger: { level: 'error', stream: { write: (line: string) => void lines.push(line) } },
  })
  await createApiClient(server.url).auth.signUp.mutate(ANA)
  const body = JSON.stringify({ email: ANA.email, password: ANA.password })
  const response = await fetch(`${server.url}/trpc/auth.signIn`, { method: 'POST', headers: JSON_HEADERS, body })
  cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? ''
})
afterEach(() => {
  expect(lines.splice(0)).toEqual([])
})
afterAll(() => server.stop())

const JSON_HEADERS = { 'content-type': 'application/json' }

/** One request of a client that closes afterwards. */
function request(line: string, headers: string[] = [], body = ''): Promise<string> {
  const length = headers.some((header) => /^(content-length|transfer-encoding):/i.test(header))
    ? []
    : [`Content-Length: ${Buffer.byteLength(body, 'latin1')}`]
  const head = [`${line} HTTP/1.1`, 'Host: localhost', 'Connection: close', ...length, ...headers]
  return sendRaw(server.url, `${head.join('\r\n')}\r\n\r\n${body}`)
}

function post(path: string, body: string, headers: string[] = []): Promise<string> {
  return request(
    `POST ${path}`,
    ['Content-Type: application/json', `Origin: ${server.url}`, `Cookie: ${cookie}`, ...headers],
    body,
  )
}

/** Below 500, nothing of how it is made, no fault in the log. */
function expectRefusal(answer: string, status?: number): void {
  const got = statusOf(answer)
  expect(got).toBeLessThan(500)
  expect(got).toBe(status ?? got)
  expect(answer).not.toMatch(INSIDES)
}

describe('security: a body that is none', () => {
  it.each([
    ['half of one', '{"email":'],
    ['nothing', ''],
    ['a null byte', '\0'],
    ['a byte order mark', '\xef\xbb\xbf{}'],
    ['bytes that are no text', '\xff\xfe{"email":"\xc3\x28"}'],
    ['two values', '{}{}'],
    ['a comment', '/**/{}'],
    ['single quotes', "{'email':1}"],
    ['a list', '[]'],
    ['a string', '"auth"'],
    ['null', 'null'],
    ['lists in lists', '['.repeat(400_000)],
    ['objects in objects', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`],
    ['a number beyond all', '{"email":1e999,"password":-1e999}'],
  ])('is refused with a reason: %s', async (_case, body) => {
    const answer = await post('/trpc/auth.signIn', body)
    expectRefusal(answer, 400)
    expect(answer).toContain('INVALID_INPUT')
  })

  it.each([
    ['over 1 MiB', 413, `{"email":"${'x'.repeat(1_100_000)}"}`, []],
    ['that says it is over 1 MiB', 413, '{}', ['Content-Length: 1048577']],
    ['of a negative length', 400, '{}', ['Content-Length: -1']],
    ['of no length', 400, '{}', ['Content-Length: two']],
    ['of two lengths', 400, '{}', ['Content-Length: 2', 'Content-Length: 3']],
    ['of a length and in chunks', 400, '0\r\n\r\n', ['Content-Length: 5', 'Transfer-Encoding: chunked']],
    ['in chunks that are none', 400, 'zz\r\n{}\r\n0\r\n\r\n', ['Transfer-Encoding: chunked']],
    ['in an unknown encoding', 501, '{}', ['Transfer-Encoding: gzip']],
  ])('%s is refused with %i', async (_case, status, body, headers) => {
    const answer = await post('/trpc/auth.signIn', body, headers)
    // Node refuses what it does not read as HTTP by 400, and ends the connection.
    expectRefusal(answer, status === 501 ? 400 : status)
  })

  it('chunks that never end stop at 1 MiB', async () => {
    const chunk = `10000\r\n${'x'.repeat(0x1_00_00)}\r\n`
    expectRefusal(await post('/trpc/auth.signIn', chunk.repeat(20), ['Transfer-Encoding: chunked']), 413)
  })
})

describe('security: many calls in one request', () => {
  it.each([11, 1000])('%i are refused, and none of them is made', async (count) => {
    const calls = Array.from({ length: count }, (_, key) => key)
    const inputs = Object.fromEntries(calls.map((key) => [key, { email: ANA.email, password: 'x' }]))
    const answer = await post(`/trpc/${calls.map(() => 'auth.me').join(',')}?batch=1`, JSON.stringify(inputs))
    expectRefusal(answer)
    expect(statusOf(answer)).toBeGreaterThanOrEqual(400)
    expect(answer).not.toContain(ANA.email)
  })

  it('a few are as many calls as they are', async () => {
    const answer = await request('GET /trpc/auth.me,auth.me?batch=1', [`Cookie: ${cookie}`])
    expect(answer.split(`"${ANA.email}"`)).toHaveLength(3)
  })
})

describe('security: addresses', () => {
  it.each([
    ['/trpc/nothing.here', 404],
    ['/trpc/__proto__', 404],
    ['/trpc/constructor', 404],
    ['/trpc/auth.__proto__', 404],
    ['/trpc/auth.constructor', 404],
    ['/trpc/toString', 404],
    ['/trpc/auth', 404],
    ['/trpc/auth.me.call', 404],
    ['/trpc/', 404],
    ['/trpc', 404],
    ['/trpc/auth%2eme', 200],
    ['/trpc/auth.me%00', 404],
    ['/trpc/%zz', 400],
    [`/trpc/${'a'.repeat(8000)}`, 403],
    [`/trpc/events.list?input=${'%22'.repeat(2000)}`, 400],
    ['/trpc/events.get?input=%zz', 400],
    ['/trpc/events.get?input=%7B', 400],
    ['/trpc/events.get?input=%00', 400],
    ['/trpc/events.get?input[]=1&input=2', 400],
    ['/trpc/events.get?__proto__=1&constructor=2', 400],
    [`/${'a'.repeat(20_000)}`, 431],
    ['/api/nothing', 404],
    ['/api/calendar/callback?state=%zz&code=%00', 303],
    ['/api/calendar/callback?state[]=x&code=x', 303],
    [`/api/calendar/callback?state=${'x'.repeat(8000)}`, 303],
    ['/assets/../../package.json', 403],
    ['/assets/%2e%2e/%2e%2e/package.json', 403],
    ['/assets/..%2f..%2fpackage.json', 404],
    ['/assets/%2e%2e%5c%2e%2e%5cpackage.json', 403],
    ['/assets/%c0%ae%c0%ae/package.json', 400],
    ['/assets/\0', 400],
    ['/assets/%00.js', 403],
    ['/.env', 200],
    ['/%2e%2e/%2e%2e/package.json', 403],
    ['/..%2f..%2f..%2fetc%2fpasswd', 200],
    ['//evil.example/%2e%2e', 403],
    ['/%00', 403],
    ['/%ff', 400],
    ['/%', 400],
    ['/invitations/%2e%2e%2f%00', 403],
  ])('%s', async (path, status) => {
    const answer = await request(`GET ${path}`, [`Cookie: ${cookie}`])
    expect([path.slice(0, 60), statusOf(answer)]).toEqual([path.slice(0, 60), status])
    expectRefusal(answer, status)
    // Where there is an answer, it is the page of the app, and no file from beside it.
    const isPage = status === 200 && !path.startsWith('/trpc')
    expect(answer.includes('<div id="root">')).toBe(isPage)
    expect(answer).not.toMatch(/"devDependencies"|root:x:0/)
  })

  it.each(['HEAD', 'OPTIONS', 'PUT', 'PATCH', 'DELETE', 'TRACE', 'CONNECT', 'PROPFIND', 'NONSENSE'])(
    'the method %s does nothing',
    async (method) => {
      for (const path of ['/trpc/auth.signOut', '/api/calendar/callback', '/health/live', '/'])
        expectRefusal(await request(`${method} ${path}`, [`Cookie: ${cookie}`, `Origin: ${server.url}`]))
      expect(await request('GET /trpc/auth.me', [`Cookie: ${cookie}`])).toContain(ANA.email)
    },
  )
})

describe('security: headers that are none', () => {
  it.each([
    'Cookie: astralis_session=%zz; astralis_session=',
    'Cookie: __proto__=1; constructor=2; astralis_session=x',
    `Cookie: astralis_session=${'x'.repeat(8000)}`,
    'Cookie: astralis_session=00000000-0000-4000-8000-000000000000.' + 'a'.repeat(43),
    'Authorization: Bearer',
    'Authorization: Basic YWRtaW46YWRtaW4=',
    'Authorization: Bearer \xff\xfe',
    `Authorization: Bearer astralis_${'x'.repeat(4000)}`,
    'Origin: \xff',
    'X-Forwarded-For: 1.2.3.4, \xff, ' + 'x'.repeat(1000),
    'Accept-Encoding: gzip;q=nonsense, br;q=-1',
    'If-None-Match: ' + '"'.repeat(1000),
    'Range: bytes=-1-99999999999999',
    'Expect: 100-continue',
    'Upgrade: websocket',
    'X-Goog-Channel-ID: \xff',
    'Trpc-Accept: application/jsonl',
    'No-Colon',
    'Null: a\0b',
  ])('%j', async (header) => {
    for (const path of ['/trpc/auth.me', '/', '/health/ready']) expectRefusal(await request(`GET ${path}`, [header]))
    expectRefusal(await request('POST /api/calendar/notifications/google', [header, 'Content-Type: text/plain'], 'x'))
  })
})
