import { createHash } from 'node:crypto'
import type { SignUpInput } from '@astralis/core/people/auth-input'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Browser, Runtime } from '../context.ts'
import { createTestWorld, runtimeOf, type TestWorld } from '../testing/test-world.ts'
import { changePassword } from '../account/change-password.ts'
import { ServiceError } from '../errors.ts'
import { authenticateSession, endSession } from './sessions.ts'
import { signIn } from './sign-in.ts'
import { signUp } from './sign-up.ts'

let world: TestWorld
beforeAll(async () => {
  world = await createTestWorld()
})
afterAll(() => world.close())

const runtime = (changes: Partial<Browser> = {}): Runtime & Browser => ({
  ...runtimeOf(world),
  origin: 'web 127.0.0.1',
  address: '127.0.0.1',
  userAgent: 'Firefox',
  sessionToken: null,
  ...changes,
})
const input = (email: string): SignUpInput => ({
  organizationName: 'Studio',
  name: 'Ana',
  email,
  password: 'correct horse',
  timeZone: 'Europe/Berlin',
})

describe('H1: signing up, in and out', () => {
  it('founds an organization with its ADMIN, and signs in', async () => {
    const { user, session } = await signUp(runtime(), input('ana@example.com'))
    expect(user).toMatchObject({ email: 'ana@example.com', role: 'ADMIN', organization: { name: 'Studio' } })
    expect(await authenticateSession(runtime(), session.token)).toMatchObject({
      userId: user.id,
      orgId: user.organization.id,
    })
    const log = await world.owner.execute(
      sql`select action, origin from activity where org_id = ${user.organization.id}`,
    )
    expect([...log]).toEqual([{ action: 'organization.created', origin: 'web 127.0.0.1' }])
  })

  it('one address has one account, whatever the organization', async () => {
    await signUp(runtime(), input('twice@example.com'))
    await expect(signUp(runtime(), input('twice@example.com'))).rejects.toMatchObject({
      reason: 'EMAIL_TAKEN',
      details: { fields: { email: expect.any(String) } },
    })
    const [row] = await world.owner.execute(sql`
      select count(*)::int as count from organizations o where not exists (select from users where org_id = o.id)`)
    expect(row).toEqual({ count: 0 })
  })

  it('unknown address, wrong password and deactivated account answer alike', async () => {
    const { user } = await signUp(runtime(), input('gone@example.com'))
    const attempt = (email: string, password: string) =>
      signIn(runtime(), { email, password }).catch((error: unknown) => (error instanceof Error ? error.message : ''))
    const wrong = await attempt('gone@example.com', 'wrong horse')
    expect(await attempt('nobody@example.com', 'correct horse')).toBe(wrong)
    expect(await attempt('nobody@example.com', '')).toBe(wrong)
    const { session } = await signIn(runtime(), { email: 'gone@example.com', password: 'correct horse' })
    await world.owner.execute(sql`update users set is_active = false where id = ${user.id}`)
    expect(await attempt('gone@example.com', 'correct horse')).toBe(wrong)
    expect(await authenticateSession(runtime(), session.token)).toBeNull()
  })

  it('signing out ends this session and no other', async () => {
    const first = await signUp(runtime(), input('two-browsers@example.com'))
    const second = await signIn(runtime(), { email: 'two-browsers@example.com', password: 'correct horse' })
    await endSession(runtime(), first.session.token)
    await endSession(runtime(), first.session.token)
    expect(await authenticateSession(runtime(), first.session.token)).toBeNull()
    expect(await authenticateSession(runtime(), second.session.token)).not.toBeNull()
  })

  it('the database holds only hashes: of the token by SHA-256, of the password by Argon2id', async () => {
    const { session } = await signUp(runtime(), input('secret@example.com'))
    const [row] = await world.owner.execute<{ id: string; password_hash: string }>(sql`
      select s.id, u.password_hash from sessions s join users u on u.id = s.user_id where u.email = 'secret@example.com'`)
    expect(row?.id).toBe(createHash('sha256').update(session.token).digest('hex'))
    expect(row?.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  })

  it('an expired session is none; one in use is prolonged', async () => {
    const { session } = await signUp(runtime(), input('expiry@example.com'))
    const expiry = async () => {
      const [row] = await world.owner.execute<{ days: number }>(sql`
        select extract(day from expires_at - now())::int as days from sessions s join users u on u.id = s.user_id
        where u.email = 'expiry@example.com'`)
      return row?.days
    }
    const setExpiry = (interval: string) =>
      world.owner.execute(sql`update sessions set expires_at = now() + ${interval}::interval
        where user_id = (select id from users where email = 'expiry@example.com')`)
    await setExpiry('3 days')
    expect(await authenticateSession(runtime(), session.token)).not.toBeNull()
    expect(await expiry()).toBe(29)
    await setExpiry('-1 second')
    expect(await authenticateSession(runtime(), session.token)).toBeNull()
    expect(await expiry()).toBeUndefined()
  })

  it.each([
    '',
    'x',
    '.',
    `${'0'.repeat(8)}-0000-4000-8000-${'0'.repeat(12)}.${'a'.repeat(43)}`,
    `' or 1=1 --.${'a'.repeat(43)}`,
    'a'.repeat(10_000),
  ])('a made-up token is nobody: %j', async (token) => {
    expect(await authenticateSession(runtime(), token)).toBeNull()
  })

  it('a token opens no other organization', async () => {
    const mine = await signUp(runtime(), input('mine@example.com'))
    const theirs = await signUp(runtime(), input('theirs@example.com'))
    const [, secret] = mine.session.token.split('.')
    expect(await authenticateSession(runtime(), `${theirs.user.organization.id}.${secret}`)).toBeNull()
  })

  it('a browser that signs in or up again loses the session that it had, whatever the organization', async () => {
    const first = await signUp(runtime(), input('rotated@example.com'))
    const credentials = { email: 'rotated@example.com', password: 'correct horse' }
    const second = await signIn(runtime({ sessionToken: first.session.token }), credentials)
    expect(await authenticateSession(runtime(), first.session.token)).toBeNull()
    expect(await authenticateSession(runtime(), second.session.token)).not.toBeNull()
    const other = await signUp(runtime({ sessionToken: second.session.token }), input('rotated-2@example.com'))
    expect(await authenticateSession(runtime(), second.session.token)).toBeNull()
    expect(await authenticateSession(runtime(), other.session.token)).not.toBeNull()
  })

  it('a failed attempt costs nobody their session', async () => {
    const { session } = await signUp(runtime(), input('stays@example.com'))
    const wrong = { email: 'stays@example.com', password: 'wrong horse' }
    await expect(signIn(runtime({ sessionToken: session.token }), wrong)).rejects.toMatchObject({
      reason: 'SIGN_IN_FAILED',
    })
    expect(await authenticateSession(runtime(), session.token)).not.toBeNull()
  })

  it('a session keeps where it began, on one line and cut; those that are over go when one starts', async () => {
    const userAgent = `Fire\tfox\r\n${'x'.repeat(300)}`
    const { user } = await signUp(runtime({ userAgent }), input('kept@example.com'))
    const stored = () =>
      world.owner.execute<{ origin: string; user_agent: string }>(
        sql`select origin, user_agent from sessions where user_id = ${user.id} order by created_at`,
      )
    expect([...(await stored())]).toEqual([{ origin: 'web 127.0.0.1', user_agent: `Fire fox ${'x'.repeat(191)}` }])
    await world.owner.execute(sql`update sessions set expires_at = '2026-03-02T07:00:00Z' where user_id = ${user.id}`)
    await signIn(runtime({ userAgent: 'Other' }), { email: 'kept@example.com', password: 'correct horse' })
    expect((await stored()).map((row) => row.user_agent)).toEqual(['Other'])
  })

  it('whoever signs in while the password changes does not stay in with the old one', async () => {
    const email = 'racing@example.com'
    const { user, session } = await signUp(runtime(), input(email))
    const actor = await authenticateSession(runtime(), session.token)
    if (!actor) throw new Error('The session is gone.')
    const ctx = { ...runtime({ sessionToken: session.token }), actor, rankingModel: null }
    for (const [nth, [present, next]] of [
      ['correct horse', 'battery staple'],
      ['battery staple', 'correct horse'],
    ].entries()) {
      const signIns = Array.from({ length: 8 }, (_, index) =>
        signIn(runtime({ address: `203.0.113.${nth * 8 + index}` }), { email, password: present ?? '' }).catch(
          () => null,
        ),
      )
      const changed = await changePassword(ctx, { currentPassword: present ?? '', newPassword: next ?? '' })
      await Promise.all(signIns)
      const [row] = await world.owner.execute(
        sql`select count(*)::int as open from sessions where user_id = ${user.id}`,
      )
      expect(row).toEqual({ open: 1 })
      expect(await authenticateSession(runtime(), changed.token)).not.toBeNull()
    }
  })
})

describe('H1: limits of signing in', () => {
  const credentials = (email: string, password = 'correct horse') => ({ email, password })
  const reasonOf = (call: Promise<unknown>) =>
    call.then(
      () => null,
      (error: unknown) => (error instanceof ServiceError ? error.reason : error),
    )

  it('after ten wrong passwords from one address nothing is looked up any more, and from another one gets in', async () => {
    await signUp(runtime(), input('guessed@example.com'))
    const at = runtime({ address: '198.51.100.1' })
    for (let nth = 0; nth < 20; nth++) {
      const reason = await reasonOf(signIn(at, credentials('guessed@example.com', `wrong horse ${nth}`)))
      expect(reason).toBe(nth < 10 ? 'SIGN_IN_FAILED' : 'RATE_LIMITED')
    }
    expect(await reasonOf(signIn(at, credentials('guessed@example.com')))).toBe('RATE_LIMITED')
    const elsewhere = runtime({ address: '198.51.100.2' })
    expect(await reasonOf(signIn(elsewhere, credentials('guessed@example.com')))).toBeNull()
  })

  it('an address without an account is limited alike', async () => {
    const at = runtime({ address: '198.51.100.3' })
    const reasons = []
    for (let nth = 0; nth < 12; nth++) reasons.push(await reasonOf(signIn(at, credentials('nobody-here@example.com'))))
    expect(reasons.filter((reason) => reason === 'SIGN_IN_FAILED')).toHaveLength(10)
    expect(reasons.slice(10)).toEqual(['RATE_LIMITED', 'RATE_LIMITED'])
  })

  it('who goes on and on from one address does not lock an account for all others', async () => {
    await signUp(runtime(), input('attacked@example.com'))
    const at = runtime({ address: '198.51.100.4' })
    for (let nth = 0; nth < 150; nth++) await reasonOf(signIn(at, credentials('attacked@example.com', 'wrong horse')))
    const elsewhere = runtime({ address: '198.51.100.5' })
    expect(await reasonOf(signIn(elsewhere, credentials('attacked@example.com')))).toBeNull()
  })

  it('right ones do not count', async () => {
    await signUp(runtime(), input('often@example.com'))
    for (let nth = 0; nth < 12; nth++)
      expect(await reasonOf(signIn(runtime(), credentials('often@example.com')))).toBeNull()
  })

  it('an account is limited from many addresses together', async () => {
    await signUp(runtime(), input('spread@example.com'))
    const attempt = (nth: number, password?: string) =>
      reasonOf(signIn(runtime({ address: `192.0.2.${nth}` }), credentials('spread@example.com', password)))
    const reasons = await Promise.all(Array.from({ length: 110 }, (_, nth) => attempt(nth, 'wrong horse')))
    expect(reasons.filter((reason) => reason === 'RATE_LIMITED')).toHaveLength(10)
  })
})
