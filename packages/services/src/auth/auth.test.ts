import { createHash } from 'node:crypto'
import type { SignUpInput } from '@astralis/core/people/auth-input'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestWorld, runtimeOf, type TestWorld } from '../testing/test-world.ts'
import { authenticateSession, endSession } from './sessions.ts'
import { signIn } from './sign-in.ts'
import { signUp } from './sign-up.ts'

let world: TestWorld
beforeAll(async () => {
  world = await createTestWorld()
})
afterAll(() => world.close())

const runtime = () => ({ ...runtimeOf(world), origin: 'web 127.0.0.1' })
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
})
