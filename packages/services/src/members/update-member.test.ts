import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startSession, authenticateSession } from '../auth/sessions.ts'
import { listConnections } from '../connections/list-connections.ts'
import type { ServiceContext } from '../context.ts'
import { type CalendarWorld, createCalendarWorld, linkAccount, withCalendars } from '../testing/calendar-world.ts'
import { addMember, createOrganization, runtimeOf } from '../testing/test-world.ts'
import { authenticateApiToken } from '../tokens/authenticate-api-token.ts'
import { createToken } from '../tokens/create-token.ts'
import { inOrganization } from '../transaction.ts'
import { listMembers } from './list-members.ts'
import { updateMember } from './update-member.ts'

let world: CalendarWorld
let ana: ServiceContext
beforeAll(async () => {
  world = await createCalendarWorld()
})
beforeEach(async () => {
  ana = await createOrganization(world)
})
afterAll(() => world.close())

const member = (role: 'ADMIN' | 'OPERATOR' | 'CLIENT') => addMember(world, ana.actor.orgId, role)
const update = (by: ServiceContext, of: ServiceContext, changes: { role?: 'ADMIN' | 'OPERATOR'; isActive?: boolean }) =>
  updateMember(by, { id: of.actor.userId, ...changes })
const signIn = ({ actor: { orgId, userId } }: ServiceContext) => {
  const runtime = { ...runtimeOf(world), origin: 'test', userAgent: 'Firefox' }
  return inOrganization(world, orgId, (tx) => startSession(tx, runtime, { orgId, id: userId }))
}
const admins = async () => {
  const rows = await world.owner.execute<{ id: string }>(sql`
    select id from users where org_id = ${ana.actor.orgId} and role = 'ADMIN' and is_active`)
  return rows.map(({ id }) => id)
}

describe('H1: roles', () => {
  it('hold from the next request on', async () => {
    const ben = await member('CLIENT')
    const { token } = await signIn(ben)
    expect(await update(ana, ben, { role: 'OPERATOR' })).toMatchObject({ id: ben.actor.userId, role: 'OPERATOR' })
    expect(await authenticateSession(runtimeOf(world), token)).toMatchObject({ role: 'OPERATOR' })
    const [entry] = await world.owner.execute(sql`
      select action, actor_id, before->>'role' as before, after->>'role' as after from activity where entity_id = ${ben.actor.userId}`)
    expect(entry).toEqual({ action: 'member.updated', actor_id: ana.actor.userId, before: 'CLIENT', after: 'OPERATOR' })
  })

  it('of members of another organization are not found', async () => {
    const other = await createOrganization(world)
    await expect(update(other, ana, { isActive: false })).rejects.toMatchObject({ reason: 'NOT_FOUND' })
    expect(await admins()).toEqual([ana.actor.userId])
  })

  it('that are what they were write nothing', async () => {
    await update(ana, ana, { role: 'ADMIN', isActive: true })
    const [row] = await world.owner.execute(
      sql`select count(*)::int as entries from activity where org_id = ${ana.actor.orgId}`,
    )
    expect(row).toEqual({ entries: 0 })
  })
})

describe('H1: the last active admin', () => {
  it('can neither be demoted nor deactivated, by themselves or beside admins who are deactivated', async () => {
    const ben = await member('ADMIN')
    await update(ana, ben, { isActive: false })
    for (const changes of [{ role: 'OPERATOR' }, { isActive: false }] as const)
      await expect(update(ana, ana, changes)).rejects.toMatchObject({ reason: 'LAST_ADMIN' })
    await update(ana, ben, { isActive: true })
    expect(await update(ana, ana, { isActive: false })).toMatchObject({ isActive: false })
    // Ana's request is from before, and she may nothing any more.
    await expect(update(ana, ben, { isActive: false })).rejects.toMatchObject({ reason: 'NOT_ALLOWED' })
  })

  it('stays, when two demote each other at the same time', async () => {
    for (let nth = 0; nth < 10; nth++) {
      ana = await createOrganization(world)
      const ben = await member('ADMIN')
      const results = await Promise.allSettled([
        update(ana, ben, { role: 'OPERATOR' }),
        update(ben, ana, nth % 2 === 0 ? { role: 'OPERATOR' } : { isActive: false }),
      ])
      expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
      expect(await admins()).toHaveLength(1)
    }
  })

  it('stays, when eight turn on everybody at once', async () => {
    const all = [ana, ...(await Promise.all(Array.from({ length: 7 }, () => member('ADMIN'))))]
    const calls = all.flatMap((by, nth) =>
      all.map((of) => update(by, of, nth % 2 ? { isActive: false } : { role: 'OPERATOR' })),
    )
    const results = await Promise.allSettled(calls)
    expect(await admins()).toHaveLength(1)
    const reasons = results.flatMap((result) => (result.status === 'rejected' ? [result.reason.reason] : []))
    expect(reasons.filter((reason) => reason !== 'LAST_ADMIN' && reason !== 'NOT_ALLOWED')).toEqual([])
  })
})

describe('H1: whoever is deactivated', () => {
  it('loses sessions, API tokens and linked calendars, and signs in again when they are reactivated', async () => {
    const ben = await member('OPERATOR')
    world.google.control.addAccount({ email: 'ben@gmail.example', name: 'Ben' })
    await linkAccount(world, ben, { email: 'ben@gmail.example' })
    const session = await signIn(ben)
    const anas = await signIn(ana)
    const token = await createToken(ben, { name: 'Tool', role: 'CLIENT' })
    await update(ana, ben, { isActive: false })

    expect(await authenticateSession(runtimeOf(world), session.token)).toBeNull()
    expect(await authenticateApiToken(runtimeOf(world), token.token)).toBeNull()
    expect(await authenticateSession(runtimeOf(world), anas.token)).not.toBeNull()
    const statuses = async () => {
      const { connections } = await listConnections(withCalendars(world, ben))
      return connections.map(({ status }) => status)
    }
    expect(await statuses()).toEqual(['DISCONNECTED'])
    const jobs = await world.owner.execute<{ name: string }>(sql`
      select name from pgboss.job where data->>'orgId' = ${ana.actor.orgId} and name in ('connections.close', 'calendars.release')
      order by name`)
    expect(jobs.map(({ name }) => name)).toEqual(['calendars.release', 'connections.close'])
    const log = await world.owner.execute<{ action: string; actor: string }>(sql`
      select action, actor_id as actor from activity
      where org_id = ${ana.actor.orgId} and action in ('member.deactivated', 'connection.disconnected') order by action`)
    expect([...log]).toEqual([
      { action: 'connection.disconnected', actor: ana.actor.userId },
      { action: 'member.deactivated', actor: ana.actor.userId },
    ])

    await update(ana, ben, { isActive: true })
    expect(await authenticateSession(runtimeOf(world), session.token)).toBeNull()
    expect(await authenticateApiToken(runtimeOf(world), token.token)).toBeNull()
    expect(await statuses()).toEqual(['DISCONNECTED'])
    const again = await signIn(ben)
    expect(await authenticateSession(runtimeOf(world), again.token)).toMatchObject({ userId: ben.actor.userId })
  })

  it('is opened nothing by a session that began in the very moment of it', async () => {
    const ben = await member('OPERATOR')
    await update(ana, ben, { isActive: false })
    const late = await signIn(ben)
    expect(await authenticateSession(runtimeOf(world), late.token)).toBeNull()
    await update(ana, ben, { isActive: true })
    expect(await authenticateSession(runtimeOf(world), late.token)).toBeNull()
  })
})

describe('incident: a user search that listed hidden people', () => {
  it('lists deactivated members for an ADMIN only', async () => {
    const [ben, operator, client] = [await member('CLIENT'), await member('OPERATOR'), await member('CLIENT')]
    await update(ana, ben, { isActive: false })
    const seenBy = async (ctx: ServiceContext) => (await listMembers(ctx)).map(({ id }) => id)
    const active = [ana, operator, client].map(({ actor }) => actor.userId).toSorted()
    expect((await seenBy(operator)).toSorted()).toEqual(active)
    expect((await seenBy(client)).toSorted()).toEqual(active)
    expect((await seenBy(ana)).toSorted()).toEqual([...active, ben.actor.userId].toSorted())
  })
})
