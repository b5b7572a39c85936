import { randomUUID } from 'node:crypto'
import { updateAccountInput } from '@astralis/core/people/account-input'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { authenticateSession } from '../auth/sessions.ts'
import { signIn } from '../auth/sign-in.ts'
import { signUp } from '../auth/sign-up.ts'
import type { Browser, ServiceContext } from '../context.ts'
import { createTestWorld, runtimeOf, type TestWorld } from '../testing/test-world.ts'
import { changePassword } from './change-password.ts'
import { listSessions } from './list-sessions.ts'
import { revokeOtherSessions } from './revoke-other-sessions.ts'
import { revokeSession } from './revoke-session.ts'
import { updateAccount } from './update-account.ts'

type Caller = ServiceContext & Browser

const PASSWORD = 'correct horse'
let world: TestWorld
let email: string
let ana: Caller

beforeAll(async () => {
  world = await createTestWorld()
})
afterAll(() => world.close())

const browser = (userAgent: string): Browser => ({
  origin: 'web 203.0.113.7',
  address: '203.0.113.7',
  userAgent,
  sessionToken: null,
})

/** The member who holds this session. */
async function asCaller(token: string, userAgent: string): Promise<Caller> {
  const actor = await authenticateSession(runtimeOf(world), token)
  if (!actor) throw new Error('The session is gone.')
  return { ...runtimeOf(world), ...browser(userAgent), sessionToken: token, actor, rankingModel: null }
}

async function signUpAs(address: string): Promise<Caller> {
  const founder = { organizationName: 'Studio', name: 'Ana', email: address, password: PASSWORD, timeZone: 'UTC' }
  const { session } = await signUp({ ...runtimeOf(world), ...browser('Firefox') }, founder)
  return asCaller(session.token, 'Firefox')
}

async function signInAgain(userAgent: string, password = PASSWORD): Promise<Caller> {
  const { session } = await signIn({ ...runtimeOf(world), ...browser(userAgent) }, { email, password })
  return asCaller(session.token, userAgent)
}

const isSignedIn = async ({ sessionToken }: Caller) =>
  (await authenticateSession(runtimeOf(world), sessionToken ?? '')) !== null

const logOf = async ({ actor }: Caller) => [
  ...(await world.owner.execute<{ action: string; before: unknown; after: unknown }>(sql`
    select action, before, after from activity where entity_id = ${actor.userId} order by at, id`)),
]

beforeEach(async () => {
  email = `ana-${randomUUID()}@example.com`
  ana = await signUpAs(email)
})

describe('H1: where somebody is signed in', () => {
  it('lists every browser, and marks the one that asks', async () => {
    const phone = await signInAgain('Phone')
    const sessions = await listSessions(phone)
    expect(sessions).toHaveLength(2)
    expect(Object.fromEntries(sessions.map(({ userAgent, isCurrent }) => [userAgent, isCurrent]))).toEqual({
      Firefox: false,
      Phone: true,
    })
    expect(sessions[0]).toMatchObject({ origin: 'web 203.0.113.7', createdAt: world.now.toString() })
    expect(JSON.stringify(sessions)).not.toContain(phone.sessionToken?.slice(-43))
    expect((await listSessions({ ...phone, sessionToken: null })).some(({ isCurrent }) => isCurrent)).toBe(false)
  })

  it('a revoked session is none from its next request on', async () => {
    const phone = await signInAgain('Phone')
    const onPhone = (await listSessions(ana)).find(({ userAgent }) => userAgent === 'Phone')
    expect(await revokeSession(ana, { id: onPhone?.id ?? '' })).toEqual({ isCurrent: false })
    expect([await isSignedIn(phone), await isSignedIn(ana)]).toEqual([false, true])
    const current = (await listSessions(ana)).find(({ isCurrent }) => isCurrent)
    expect(await revokeSession(ana, { id: current?.id ?? '' })).toEqual({ isCurrent: true })
    expect(await isSignedIn(ana)).toBe(false)
  })

  it('somebody else’s session is none of theirs, whatever the organization', async () => {
    const eve = await signUpAs(`eve-${randomUUID()}@example.com`)
    await world.owner.execute(sql`
      insert into users (org_id, id, email, name, role, time_zone, password_hash, created_at)
      select org_id, gen_random_uuid(), ${`bob-${randomUUID()}@example.com`}, 'Bob', 'ADMIN', 'UTC', 'none', now()
      from users where id = ${ana.actor.userId}`)
    const [bob] = await world.owner.execute<{ id: string }>(
      sql`select id from users where org_id = ${ana.actor.orgId} and name = 'Bob'`,
    )
    const colleague = { ...ana, actor: { ...ana.actor, userId: bob?.id ?? '' } }
    const [own] = await listSessions(ana)
    for (const other of [eve, colleague])
      await expect(revokeSession(other, { id: own?.id ?? '' })).rejects.toMatchObject({ reason: 'NOT_FOUND' })
    expect(await listSessions(colleague)).toEqual([])
    expect(await isSignedIn(ana)).toBe(true)
  })

  it('all others end at once', async () => {
    const others = [await signInAgain('Phone'), await signInAgain('Tablet')]
    expect(await revokeOtherSessions(ana)).toBe(2)
    expect(await Promise.all(others.map(isSignedIn))).toEqual([false, false])
    expect(await isSignedIn(ana)).toBe(true)
    expect(await revokeOtherSessions(ana)).toBe(0)
    const ended = (await logOf(ana)).filter(({ action }) => action === 'session.ended')
    expect(ended).toEqual([{ action: 'session.ended', before: null, after: { sessions: 2 } }])
  })
})

describe('H1: a new password', () => {
  it('needs the present one', async () => {
    const input = { currentPassword: 'wrong horse', newPassword: 'battery staple' }
    await expect(changePassword(ana, input)).rejects.toMatchObject({
      reason: 'PASSWORD_WRONG',
      details: { fields: { currentPassword: expect.any(String) } },
    })
    expect(await isSignedIn(ana)).toBe(true)
    expect(await isSignedIn(await signInAgain('Phone'))).toBe(true)
  })

  it('ends every other session, and gives this browser a new one', async () => {
    const phone = await signInAgain('Phone')
    const session = await changePassword(ana, { currentPassword: PASSWORD, newPassword: 'battery staple' })
    expect([await isSignedIn(phone), await isSignedIn(ana)]).toEqual([false, false])
    expect(await isSignedIn({ ...ana, sessionToken: session.token })).toBe(true)
    await expect(signInAgain('Phone')).rejects.toMatchObject({ reason: 'SIGN_IN_FAILED' })
    expect(await isSignedIn(await signInAgain('Phone', 'battery staple'))).toBe(true)
    const log = await logOf(ana)
    expect(log.map(({ action }) => action)).toContain('account.password-changed')
    expect(JSON.stringify(log)).not.toMatch(/horse|staple|argon2/)
  })

  it('is not guessed by whoever finds an open browser', async () => {
    const guess = (currentPassword: string) => changePassword(ana, { currentPassword, newPassword: 'battery staple' })
    for (let nth = 0; nth < 10; nth++)
      await expect(guess(`guess ${nth}`)).rejects.toMatchObject({ reason: 'PASSWORD_WRONG' })
    await expect(guess(PASSWORD)).rejects.toMatchObject({ reason: 'RATE_LIMITED' })
  })
})

describe('H1: what somebody says of themselves', () => {
  it('is their name and time zone, with what it was in the log', async () => {
    const user = await updateAccount(ana, { name: 'Ana Maria', timeZone: 'Europe/Lisbon' })
    expect(user).toMatchObject({ name: 'Ana Maria', timeZone: 'Europe/Lisbon', email })
    expect(await authenticateSession(runtimeOf(world), ana.sessionToken ?? '')).toMatchObject({ name: 'Ana Maria' })
    await updateAccount(ana, { name: 'Ana Maria' })
    expect((await logOf(ana)).filter(({ action }) => action === 'account.updated')).toEqual([
      {
        action: 'account.updated',
        before: { name: 'Ana', timeZone: 'UTC' },
        after: { name: 'Ana Maria', timeZone: 'Europe/Lisbon' },
      },
    ])
  })

  it.each(['email', 'role', 'orgId', 'userId', 'isActive'])(
    'incident: a session update that trusted a client’s e-mail; %s is refused',
    (field) => {
      expect(updateAccountInput.safeParse({ name: 'Ana', [field]: 'eve@example.com' }).success).toBe(false)
    },
  )
})
