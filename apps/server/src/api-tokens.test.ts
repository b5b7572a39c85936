import { ACCESS, ruleOf, isProcedureName } from '@astralis/core/access/access-table'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ANA, createApiClient } from './testing/api-client.ts'
import { startTestServer, type TestServer } from './testing/start-test-server.ts'

const REFUSED = {
  code: 'UNAUTHORIZED',
  reason: 'NOT_SIGNED_IN',
  message: 'This API token is unknown, revoked or expired, or its owner can not sign in any more.',
}

let server: TestServer
let ana: ReturnType<typeof createApiClient>
let cookie: string
let orgId: string

beforeAll(async () => {
  server = await startTestServer()
  ana = createApiClient(server.url)
  const { user } = await ana.auth.signUp.mutate(ANA)
  orgId = user.organization.id
  const { headers } = await send('auth.signIn', { body: { email: ANA.email, password: ANA.password } })
  cookie = headers.getSetCookie()[0]?.split(';')[0] ?? ''
})
afterAll(() => server.stop())

interface Sent {
  authorization?: string
  cookie?: string
  origin?: string
  body?: unknown
}

/** A GET without a body, a POST with one, as a program would send it. */
function send(path: string, { body, ...headers }: Sent): Promise<Response> {
  const json = { 'content-type': 'application/json' }
  const post = body !== undefined && { method: 'POST', body: JSON.stringify(body) }
  return fetch(`${server.url}/trpc/${path}`, { headers: { ...headers, ...(post && json) }, ...post })
}

const bearer = (token: string) => ({ authorization: `Bearer ${token}` })

/** Null where nothing is refused. */
async function refusalOf(response: Response) {
  const { error }: { error?: { message: string; data: { code: string; reason: string } } } = JSON.parse(
    await response.text(),
  )
  return error ? { message: error.message, code: error.data.code, reason: error.data.reason } : null
}

const make = (role: 'ADMIN' | 'OPERATOR' | 'CLIENT' = 'ADMIN', name = 'Import') =>
  ana.tokens.create.mutate({ name, role })

const meeting = (day: number) => ({
  title: 'By a program',
  startsAt: `2030-03-${day}T09:00:00Z`,
  endsAt: `2030-03-${day}T10:00:00Z`,
  participants: [],
})

describe('H4: a request with an API token', () => {
  it('books without an Origin, as its owner, and the log says which token it was', async () => {
    const { token } = await make('CLIENT', 'Nightly import')
    expect((await send('events.create', { ...bearer(token), body: meeting(11) })).status).toBe(200)
    const { entries } = await ana.activity.list.query({ entity: 'event' })
    expect(entries[0]).toMatchObject({
      action: 'event.created',
      actor: { email: ANA.email },
      origin: expect.stringMatching(/^api [\d.:a-f]+ Nightly import$/),
    })
  })

  it('can do what its role can, whatever its owner’s is', async () => {
    const { token } = await make('CLIENT')
    const body = { email: 'new@example.com', role: 'CLIENT' }
    expect(await refusalOf(await send('members.invite', { ...bearer(token), body }))).toMatchObject({
      reason: 'NOT_ALLOWED',
    })
    expect((await send('members.list', bearer(token))).status).toBe(200)
    expect((await send('members.list', { authorization: `bearer   ${token}` })).status).toBe(200)
  })

  it.each(Object.keys(ACCESS).filter((path) => isProcedureName(path) && ruleOf(path).needsSession))(
    '%s needs more than a token, also of an ADMIN',
    async (path) => {
      const { token } = await make()
      expect(await refusalOf(await send(path, { ...bearer(token), body: {} }))).toEqual({
        code: 'FORBIDDEN',
        reason: 'NOT_ALLOWED',
        message: 'This needs somebody who is signed in with a browser; an API token is not enough.',
      })
      await ana.tokens.revoke.mutate({ id: (await ana.tokens.list.query()).tokens[0]?.id ?? '' })
    },
  )

  it('and the table has such procedures', () => {
    const guarded = Object.keys(ACCESS).filter((path) => isProcedureName(path) && ruleOf(path).needsSession)
    expect(guarded).toEqual(
      expect.arrayContaining(['tokens.create', 'tokens.revoke', 'account.changePassword', 'sessions.revoke']),
    )
  })
})

describe('H4: a request with what is no API token is nobody', () => {
  it.each([
    ['an unknown one', () => `Bearer astralis_${orgId}.${'a'.repeat(43)}`],
    ['a malformed one', () => 'Bearer astralis_x'],
    ['a session’s', () => `Bearer ${cookie.slice('astralis_session='.length)}`],
    ['an empty one', () => 'Bearer'],
    ['another scheme', () => 'Basic YW5hOmFuYQ=='],
    ['an empty header', () => ' '],
  ])('%s, even with a valid cookie beside it', async (_case, authorization) => {
    const headers = { authorization: authorization(), cookie, origin: server.url }
    expect(await refusalOf(await send('members.list', { cookie }))).toBeNull()
    expect(await refusalOf(await send('members.list', headers))).toEqual(REFUSED)
    expect(await refusalOf(await send('events.create', { ...headers, body: meeting(12) }))).toEqual(REFUSED)
    expect(await (await send('auth.me', headers)).json()).toEqual({ result: { data: null } })
  })

  it('of another organization: its secret opens nothing there', async () => {
    const { token } = await make()
    const other = createApiClient(server.url)
    const { user } = await other.auth.signUp.mutate({ ...ANA, email: 'other@example.com' })
    const foreign = token.replace(orgId, user.organization.id)
    expect(foreign).not.toBe(token)
    expect(await refusalOf(await send('members.list', bearer(foreign)))).toEqual(REFUSED)
  })

  it('expired, or revoked', async () => {
    const { id, token } = await make()
    await server.execute(`update api_tokens set expires_at = now() - interval '1 second' where id = '${id}'`)
    expect(await refusalOf(await send('members.list', bearer(token)))).toEqual(REFUSED)
    await server.execute(`update api_tokens set expires_at = null where id = '${id}'`)
    expect(await refusalOf(await send('members.list', bearer(token)))).toBeNull()
    await ana.tokens.revoke.mutate({ id })
    expect(await refusalOf(await send('members.list', bearer(token)))).toEqual(REFUSED)
  })

  it('of somebody demoted it is worth less at once, and of somebody deactivated nothing', async () => {
    const { token } = await make()
    const { user } = await createApiClient(server.url).auth.signIn.mutate(ANA_SIGN_IN)
    const set = (change: string) => server.execute(`update users set ${change} where id = '${user.id}'`)
    const invite = async () =>
      refusalOf(await send('members.invitations', { ...bearer(token) })).then((refusal) => refusal?.reason ?? null)
    expect(await invite()).toBeNull()
    await set(`role = 'OPERATOR'`)
    expect(await invite()).toBe('NOT_ALLOWED')
    await set('is_active = false')
    expect(await refusalOf(await send('members.list', bearer(token)))).toEqual(REFUSED)
    await set(`is_active = true, role = 'ADMIN'`)
    expect(await invite()).toBeNull()
  })
})

const ANA_SIGN_IN = { email: ANA.email, password: ANA.password }
