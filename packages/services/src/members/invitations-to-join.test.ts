import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { authenticateSession } from '../auth/sessions.ts'
import { signIn } from '../auth/sign-in.ts'
import { signUp } from '../auth/sign-up.ts'
import type { Browser, Runtime } from '../context.ts'
import { TEST_SEAL } from '../testing/test-seal.ts'
import { addMember, createOrganization, createTestWorld, runtimeOf, type TestWorld } from '../testing/test-world.ts'
import { acceptInvitation } from './accept-invitation.ts'
import { type InvitingContext, inviteMember } from './invite-member.ts'
import { listInvitations } from './list-invitations.ts'
import { listMembers } from './list-members.ts'
import { showInvitation } from './show-invitation.ts'
import { updateMember } from './update-member.ts'
import { withdrawInvitation } from './withdraw-invitation.ts'

let world: TestWorld
let admin: InvitingContext
let addresses = 0

beforeAll(async () => {
  world = await createTestWorld()
})
beforeEach(async () => {
  admin = await inviting('ADMIN')
})
afterAll(() => world.close())

async function inviting(role: 'ADMIN' | 'OPERATOR'): Promise<InvitingContext> {
  const ctx = await createOrganization(world, role)
  return { ...ctx, seal: TEST_SEAL, publicUrl: 'https://calendar.example.org' }
}

/** A browser somewhere else each time. */
const browser = (changes: Partial<Runtime & Browser> = {}): Runtime & Browser => ({
  ...runtimeOf(world),
  origin: 'web 203.0.113.7',
  address: `203.0.113.${++addresses}`,
  userAgent: 'Firefox',
  sessionToken: null,
  ...changes,
})
const newEmail = () => `guest-${++addresses}@example.com`
const tokenOf = ({ link }: { link: string }) => link.replace('https://calendar.example.org/join/', '')
const accept = (token: string, guest = browser()) =>
  acceptInvitation(guest, { token, name: 'Ben', password: 'correct horse' })
const NOT_VALID = { reason: 'NOT_FOUND', message: expect.stringContaining('Ask whoever invited you for a new one') }

describe('H1: inviting and joining', () => {
  it('makes a member with the address and the role that were invited, signed in, in the zone of whoever invited', async () => {
    const email = newEmail()
    const invitation = await inviteMember(admin, { email, role: 'OPERATOR' })
    expect(invitation.expiresAt).toEqual(world.now.add({ hours: 7 * 24 }))
    expect(invitation.link).toMatch(/^https:\/\/calendar\.example\.org\/join\/[0-9a-f-]{36}\.[\w-]{43}$/)
    expect(await listInvitations(admin)).toEqual([
      {
        id: invitation.id,
        email,
        role: 'OPERATOR',
        expiresAt: invitation.expiresAt,
        createdAt: world.now,
        invitedBy: admin.actor.name,
      },
    ])
    expect(await showInvitation(browser(), { token: tokenOf(invitation) })).toEqual({
      organizationName: 'Test organization',
      email,
      role: 'OPERATOR',
      invitedBy: admin.actor.name,
      expiresAt: invitation.expiresAt,
    })

    const { user, session } = await accept(tokenOf(invitation))
    expect(user).toMatchObject({ email, name: 'Ben', role: 'OPERATOR', timeZone: 'Europe/Berlin' })
    expect(user.organization.id).toBe(admin.actor.orgId)
    expect(await authenticateSession(browser(), session.token)).toMatchObject({ userId: user.id, role: 'OPERATOR' })
    expect(await signIn(browser(), { email, password: 'correct horse' })).toMatchObject({ user: { id: user.id } })
    expect(await listInvitations(admin)).toEqual([])
    expect(await actions()).toEqual(['invitation.created', 'member.joined', 'session.started'])
  })

  it('stores the link nowhere that can be read: its hash, and sealed for the worker', async () => {
    const invitation = await inviteMember(admin, { email: newEmail(), role: 'CLIENT' })
    const secret = tokenOf(invitation).split('.')[1] ?? ''
    expect(secret).toHaveLength(43)
    for (const table of ['member_invitations', 'mails', 'activity', 'pgboss.job'])
      expect(JSON.stringify(await world.owner.execute(sql.raw(`select * from ${table}`)))).not.toContain(secret)
  })

  it('once more to the same address replaces the first link', async () => {
    const email = newEmail()
    const first = await inviteMember(admin, { email, role: 'ADMIN' })
    const second = await inviteMember(admin, { email, role: 'CLIENT' })
    expect(await listInvitations(admin)).toMatchObject([{ id: second.id, role: 'CLIENT' }])
    await expect(accept(tokenOf(first))).rejects.toMatchObject(NOT_VALID)
    expect(await accept(tokenOf(second))).toMatchObject({ user: { role: 'CLIENT' } })
  })

  it('ends with its use, its withdrawal and its week, all of which look the same from outside', async () => {
    const [used, withdrawn, old] = [await invite(), await invite(), await invite()]
    await accept(tokenOf(used))
    await withdrawInvitation(admin, { id: withdrawn.id })
    await expect(withdrawInvitation(admin, { id: withdrawn.id })).rejects.toMatchObject({ reason: 'NOT_FOUND' })
    const later = browser({ clock: () => world.now.add({ hours: 7 * 24 }) })
    const just = browser({ clock: () => world.now.add({ hours: 7 * 24 }).subtract({ seconds: 1 }) })
    expect(await showInvitation(just, { token: tokenOf(old) })).toBeTruthy()
    const other = await inviting('ADMIN')
    const elsewhere = tokenOf(old).replace(admin.actor.orgId, other.actor.orgId)
    for (const [guest, token] of [
      [browser(), tokenOf(used)],
      [browser(), tokenOf(withdrawn)],
      [later, tokenOf(old)],
      [browser(), elsewhere],
      [browser(), ''],
      [browser(), 'x'.repeat(200)],
    ] as const) {
      await expect(showInvitation(guest, { token })).rejects.toMatchObject(NOT_VALID)
      await expect(accept(token, guest)).rejects.toMatchObject(NOT_VALID)
    }
  })

  it('of an organization are not those of another', async () => {
    const other = await inviting('ADMIN')
    const { id } = await invite()
    expect(await listInvitations(other)).toEqual([])
    await expect(withdrawInvitation(other, { id })).rejects.toMatchObject({ reason: 'NOT_FOUND' })
    expect(await listInvitations(admin)).toHaveLength(1)
  })

  it('twenty who accept at once are one member', async () => {
    const invitation = await invite()
    const results = await Promise.allSettled(Array.from({ length: 20 }, () => accept(tokenOf(invitation))))
    const refused = results.filter((result) => result.status === 'rejected')
    expect(refused).toHaveLength(19)
    for (const { reason } of refused) expect(reason).toMatchObject(NOT_VALID)
    expect((await listMembers(admin)).filter(({ email }) => email === invitation.email)).toHaveLength(1)
  })

  it('leaves none to somebody who is just becoming a member', async () => {
    for (let nth = 0; nth < 10; nth++) {
      const { email, link } = await invite()
      const again: Promise<unknown>[] = []
      const guest = browser()
      // The new member gets an id once the invitation is taken, and before anybody else can know of it.
      const newId = () => {
        if (again.length === 0) again.push(inviteMember(admin, { email, role: 'ADMIN' }))
        return guest.newId()
      }
      await accept(tokenOf({ link }), { ...guest, newId })
      expect(await Promise.allSettled(again)).toMatchObject([{ reason: { reason: 'EMAIL_TAKEN' } }])
      expect((await listInvitations(admin)).map((open) => open.email)).not.toContain(email)
    }
  })

  it('a browser that is signed in as somebody else gets the new session, and loses the old one', async () => {
    const before = await signUp(browser(), { ...FOUNDER, email: newEmail() })
    const { session } = await accept(tokenOf(await invite()), browser({ sessionToken: before.session.token }))
    expect(await authenticateSession(browser(), before.session.token)).toBeNull()
    expect(await authenticateSession(browser(), session.token)).toMatchObject({ orgId: admin.actor.orgId })
  })
})

describe('incident: an invitation that overwrote an existing account', () => {
  it('tells the inviter nothing of an account elsewhere, and whoever has the link that it is taken', async () => {
    const email = newEmail()
    const founder = await signUp(browser(), { ...FOUNDER, email })
    const rowOf = () => world.owner.execute(sql`select * from users where email = ${email}`)
    const before = await rowOf()
    const [there, nowhere] = [
      await inviteMember(admin, { email, role: 'ADMIN' }),
      await inviteMember(admin, { email: newEmail(), role: 'ADMIN' }),
    ]
    expect(Object.keys(there)).toEqual(Object.keys(nowhere))
    await expect(accept(tokenOf(there))).rejects.toMatchObject({
      reason: 'EMAIL_TAKEN',
      message: expect.stringContaining('There is an account with this e-mail address'),
      details: { fields: { email: expect.any(String) } },
    })
    expect(await rowOf()).toEqual(before)
    expect(await signIn(browser(), { email, password: FOUNDER.password })).toMatchObject({ user: founder.user })
    expect(await listInvitations(admin)).toHaveLength(2)
  })

  it('is refused for members, and says of a deactivated one to reactivate them', async () => {
    const ben = await addMember(world, admin.actor.orgId)
    const again = () => inviteMember(admin, { email: ben.actor.email, role: 'ADMIN' })
    await expect(again()).rejects.toMatchObject({
      reason: 'EMAIL_TAKEN',
      details: { fields: { email: expect.stringContaining('member') } },
    })
    await updateMember(admin, { id: ben.actor.userId, isActive: false })
    await expect(again()).rejects.toMatchObject({
      reason: 'EMAIL_TAKEN',
      message: expect.stringContaining('Reactivate'),
    })
    expect(await listInvitations(admin)).toEqual([])
  })
})

describe('limits', () => {
  it('of links that lead nowhere, per address; right ones do not count', async () => {
    const invitation = await invite()
    const guest = browser()
    for (let nth = 0; nth < 70; nth++) await showInvitation(guest, { token: tokenOf(invitation) })
    const tries = await Promise.allSettled(
      Array.from({ length: 70 }, (_, nth) => showInvitation(guest, { token: `guess ${nth}` })),
    )
    const reasons = tries.map((result) => (result.status === 'rejected' ? Reflect.get(result.reason, 'reason') : ''))
    expect(reasons.filter((reason) => reason === 'NOT_FOUND')).toHaveLength(60)
    expect(reasons.filter((reason) => reason === 'RATE_LIMITED')).toHaveLength(10)
    await expect(accept(tokenOf(invitation), guest)).rejects.toMatchObject({ reason: 'RATE_LIMITED' })
    expect(await accept(tokenOf(invitation))).toBeTruthy()
  })

  it('of invitations, per organization', async () => {
    const invitations = await Promise.allSettled(Array.from({ length: 310 }, () => invite()))
    expect(invitations.filter(({ status }) => status === 'fulfilled')).toHaveLength(300)
  })
})

const FOUNDER = { organizationName: 'Elsewhere', name: 'Cleo', password: 'correct horse', timeZone: 'Asia/Tokyo' }

function invite() {
  return inviteMember(admin, { email: newEmail(), role: 'CLIENT' })
}

async function actions(): Promise<string[]> {
  const rows = await world.owner.execute<{ action: string }>(
    sql`select action from activity where org_id = ${admin.actor.orgId} order by action`,
  )
  return rows.map(({ action }) => action)
}
