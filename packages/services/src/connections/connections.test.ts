import type { ProviderErrorKind } from '@astralis/calendars/provider-error'
import { sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { newOrgToken } from '../auth/org-token.ts'
import type { ServiceContext } from '../context.ts'
import {
  calendarServicesOf,
  type CalendarWorld,
  createCalendarWorld,
  giveConsent,
  linkAccount,
  TEST_KEYS,
  withCalendars,
} from '../testing/calendar-world.ts'
import { addMember, createOrganization } from '../testing/test-world.ts'
import { ConnectionBroken, getAccess } from './access-token.ts'
import { authorizationUrl } from './authorization-url.ts'
import { closeConnection } from './close-connection.ts'
import { disconnect } from './disconnect.ts'
import { type AuthorizationAnswer, finishAuthorization } from './finish-authorization.ts'
import { listCalendars } from './list-calendars.ts'
import { listConnections } from './list-connections.ts'
import { listLog } from './list-log.ts'
import { rotateKeys } from './rotate-keys.ts'
import { syncNow } from './sync-now.ts'
import { updateConnection } from './update-connection.ts'

const EMAIL = 'ana@gmail.example'
const TEAM = 'team@group.calendar.google.com'
let world: CalendarWorld
let ana: ServiceContext

beforeAll(async () => {
  world = await createCalendarWorld()
  world.google.control.addAccount({ email: EMAIL, name: 'Ana' })
  world.google.control.addCalendar({ id: TEAM, summary: 'Team', roles: { [EMAIL]: 'writer' } })
  ana = await createOrganization(world)
})
afterEach(() => world.google.control.faults.clear())
afterAll(() => world.close())

async function begin(member: ServiceContext) {
  const ctx = withCalendars(world, member)
  const sessionToken = newOrgToken(ctx.actor.orgId, ctx.newSecret)
  const url = await authorizationUrl(ctx, { provider: 'GOOGLE', returnTo: '/calendar?from=here' }, sessionToken)
  const comeBack = (params: URLSearchParams, changes: Partial<AuthorizationAnswer> = {}) =>
    finishAuthorization(ctx, {
      actor: ctx.actor,
      sessionToken,
      state: params.get('state'),
      code: params.get('code'),
      error: params.get('error'),
      origin: 'test',
      ...changes,
    })
  return { url, comeBack, sessionToken }
}

async function countOf(orgId: string): Promise<number> {
  const [row] = await world.owner.execute<{ n: number }>(
    sql`select count(*)::int as n from connections where org_id = ${orgId}`,
  )
  return row?.n ?? 0
}

async function jobsOf(name: string, orgId: string): Promise<string[]> {
  const rows = await world.owner.execute<{ id: string }>(sql`
    select data->>'id' as id from pgboss.job where name = ${name} and data->>'orgId' = ${orgId}`)
  return rows.map(({ id }) => id)
}

describe('A3: every failure of linking has its name, and changes nothing:', () => {
  const scopes = ['https://www.googleapis.com/auth/calendar.events']
  const yes = (url: string) => giveConsent(world.google, url, { email: EMAIL })
  let member: ServiceContext
  beforeAll(async () => {
    member = await createOrganization(world)
  })

  type Attempt = (begun: Awaited<ReturnType<typeof begin>>) => ReturnType<typeof finishAuthorization>
  it.each<[string, Attempt]>([
    ['DENIED', ({ url, comeBack }) => comeBack(giveConsent(world.google, url, null))],
    ['STATE_MISSING', ({ url, comeBack }) => comeBack(yes(url), { state: null })],
    ['STATE_MISSING', ({ url, comeBack }) => comeBack(yes(url), { code: null })],
    [
      'STATE_WRONG',
      ({ url, comeBack }) => comeBack(yes(url), { state: newOrgToken(member.actor.orgId, ana.newSecret) }),
    ],
    ['STATE_WRONG', ({ url, comeBack }) => comeBack(yes(url), { state: newOrgToken(ana.actor.orgId, ana.newSecret) })],
    ['STATE_WRONG', ({ url, comeBack }) => comeBack(yes(url), { state: 'nonsense' })],
    ['STATE_WRONG', ({ url, comeBack }) => comeBack(yes(url), { sessionToken: 'another session' })],
    ['STATE_WRONG', ({ url, comeBack }) => comeBack(yes(url), { actor: ana.actor })],
    ['SIGNED_OUT', ({ url, comeBack }) => comeBack(yes(url), { actor: null, sessionToken: null })],
    [
      'STATE_EXPIRED',
      ({ url, comeBack }) => {
        const params = yes(url)
        world.now = world.now.add({ minutes: 10 })
        return comeBack(params)
      },
    ],
    ['CODE_EXPIRED', ({ url, comeBack }) => comeBack(yes(url), { code: 'of another time' })],
    ['SCOPES_MISSING', ({ url, comeBack }) => comeBack(giveConsent(world.google, url, { email: EMAIL, scopes }))],
    [
      'NO_REFRESH_TOKEN',
      ({ url, comeBack }) => comeBack(yes(url.replace('access_type=offline', 'access_type=online'))),
    ],
    [
      'PROVIDER_UNAVAILABLE',
      ({ url, comeBack }) => {
        world.google.control.faults.add({ kind: 'status', methods: ['token'] })
        return comeBack(yes(url))
      },
    ],
    ['PROVIDER_REFUSED', ({ url, comeBack }) => comeBack(yes(url), { error: 'invalid_request' })],
  ])('%s', async (failure, attempt) => {
    const { result } = await attempt(await begin(member))
    expect(result).toEqual({ problem: failure })
    expect(await countOf(member.actor.orgId)).toBe(0)
    expect(await jobsOf('calendars.sync', member.actor.orgId)).toEqual([])
  })

  it('a state is used once, and by its own session although others have tried', async () => {
    const { url, comeBack } = await begin(member)
    const params = yes(url)
    expect((await comeBack(params, { sessionToken: 'stolen' })).result).toEqual({ problem: 'STATE_WRONG' })
    expect(await comeBack(params)).toEqual({ returnTo: '/calendar?from=here', result: { connected: EMAIL } })
    expect((await comeBack(params)).result).toEqual({ problem: 'STATE_WRONG' })
    expect(await countOf(member.actor.orgId)).toBe(1)
  })
})

describe('A3: a linked account', () => {
  it('has its primary calendar chosen and queued, and its address, and no token', async () => {
    const connection = await linkAccount(world, ana, { email: EMAIL })
    expect(connection).toMatchObject({ providerEmail: EMAIL, status: 'ACTIVE', isSyncing: true, problem: null })
    const calendars = await listCalendars(ana, connection)
    expect(calendars.map(({ isPrimary, isSelected }) => [isPrimary, isSelected])).toEqual([
      [true, true],
      [false, false],
    ])
    expect(await jobsOf('calendars.sync', ana.actor.orgId)).toEqual([calendars[0]?.id])
    expect(JSON.stringify(connection)).not.toMatch(/ya29|1\/\/0/)
  })

  it('is nobody else’s to see or change, not even an admin’s or another organization’s', async () => {
    const connection = await linkAccount(world, ana, { email: EMAIL })
    for (const other of [await addMember(world, ana.actor.orgId, 'ADMIN'), await createOrganization(world)]) {
      expect((await listConnections(withCalendars(world, other))).connections).toEqual([])
      const attempts = [
        listCalendars(other, connection),
        listLog(other, connection),
        syncNow(other, connection),
        disconnect(other, connection),
        updateConnection(other, { id: connection.id, syncEnabled: false }),
      ]
      for (const result of await Promise.allSettled(attempts))
        expect(result).toMatchObject({ status: 'rejected', reason: { reason: 'NOT_FOUND' } })
    }
    expect((await listConnections(withCalendars(world, ana))).connections).toHaveLength(1)
  })

  it('can be paused and resumed, with the calendars of its person', async () => {
    const { id } = await linkAccount(world, ana, { email: EMAIL })
    const [primary, team] = await listCalendars(ana, { id })
    await updateConnection(ana, { id, syncEnabled: false })
    await expect(syncNow(ana, { id })).rejects.toMatchObject({ reason: 'CONNECTION_PAUSED' })
    await updateConnection(ana, { id, syncEnabled: true, calendarIds: [team?.id ?? ''] })
    expect((await listCalendars(ana, { id })).map(({ isSelected }) => isSelected)).toEqual([false, true])
    expect(await jobsOf('calendars.release', ana.actor.orgId)).toEqual([primary?.id])
    await expect(updateConnection(ana, { id, calendarIds: [id] })).rejects.toMatchObject({ reason: 'NOT_FOUND' })
    const log = await listLog(ana, { id, direction: 'connection' })
    expect(log.map(({ outcome }) => outcome)).toEqual(expect.arrayContaining(['paused', 'resumed', 'calendars-chosen']))
  })
})

describe('A4: tokens', () => {
  const access = (id: string, options = {}) => getAccess(withCalendars(world, ana), ana.actor.orgId, id, options)

  it('are refreshed when their time is nearly over, or when one was refused', async () => {
    const { id } = await linkAccount(world, ana, { email: EMAIL })
    const first = await access(id)
    expect(await access(id)).toEqual(first)
    world.now = world.now.add({ minutes: 59 })
    const second = await access(id)
    expect(second.accessToken).not.toBe(first.accessToken)
    expect((await access(id, { refresh: true })).accessToken).not.toBe(second.accessToken)
  })

  it('ten workers that refresh at once end with one pair that is valid', async () => {
    const { id } = await linkAccount(world, ana, { email: EMAIL })
    world.now = world.now.add({ hours: 2 })
    await Promise.all(Array.from({ length: 10 }, () => access(id)))
    const { accessToken } = await access(id)
    const answer = await fetch(`${world.google.apiRootUrl}calendar/v3/users/me/calendarList`, {
      headers: { authorization: `Bearer ${accessToken}` },
    })
    expect(answer.status).toBe(200)
  })

  it('a withdrawn consent is told once, however many find out; linking again helps', async () => {
    const member = await createOrganization(world)
    const { id } = await linkAccount(world, member, { email: EMAIL })
    const ctx = withCalendars(world, member)
    world.google.control.revokeAccess(EMAIL)
    const attempts = await Promise.allSettled(
      Array.from({ length: 5 }, () => getAccess(ctx, member.actor.orgId, id, { refresh: true })),
    )
    for (const attempt of attempts)
      expect(attempt.status === 'rejected' && attempt.reason).toBeInstanceOf(ConnectionBroken)
    const [connection] = (await listConnections(ctx)).connections
    expect(connection).toMatchObject({ status: 'NEEDS_REAUTH', problem: { reason: 'CONSENT_WITHDRAWN' } })
    const log = await listLog(member, { id })
    expect(log.filter(({ needsAttention }) => needsAttention).map(({ outcome }) => outcome)).toEqual([
      'consent-withdrawn',
    ])
    await expect(syncNow(member, { id })).rejects.toMatchObject({ reason: 'CONNECTION_NEEDS_REAUTH' })

    const again = await linkAccount(world, member, { email: EMAIL })
    expect(again).toMatchObject({ id, status: 'ACTIVE', problem: null })
  })

  it('a service that does not answer is no reason to give up', async () => {
    const { id } = await linkAccount(world, ana, { email: EMAIL })
    world.google.control.faults.add({ kind: 'status', methods: ['token'] })
    const kind: ProviderErrorKind = 'unavailable'
    await expect(access(id, { refresh: true })).rejects.toMatchObject({ kind })
    expect((await listConnections(withCalendars(world, ana))).connections[0]).toMatchObject({ status: 'ACTIVE' })
  })

  it('security: are in no row of the database, in whatever form; nor after the keys were rotated', async () => {
    const { id } = await linkAccount(world, ana, { email: EMAIL })
    const ctx = withCalendars(world, ana)
    const tokens = [(await access(id)).accessToken, (await access(id, { refresh: true })).accessToken]
    const dump = await dumpDatabase()
    for (const token of tokens) expect(dump.includes(token)).toBe(false)
    expect(dump).not.toMatch(/ya29\.|1\/\/0[\w-]{20}/)
    for (const token of tokens) {
      expect(dump.includes(Buffer.from(token).toString('base64url'))).toBe(false)
      expect(dump.includes(Buffer.from(token).toString('hex'))).toBe(false)
    }

    const [old] = TEST_KEYS
    const rotated = {
      ...ctx,
      calendars: calendarServicesOf(world.google, [{ id: 'new', key: Buffer.alloc(32, 7) }, old]),
    }
    const { accounts, resealed } = await rotateKeys(rotated)
    expect([resealed, accounts]).toEqual([accounts, accounts])
    expect((await rotateKeys(rotated)).resealed).toBe(0)
    const alone = { ...ctx, calendars: calendarServicesOf(world.google, [{ id: 'new', key: Buffer.alloc(32, 7) }]) }
    expect((await getAccess(alone, ana.actor.orgId, id)).accessToken).toBe(tokens[1])
    // Back to the key of the other tests.
    await rotateKeys({
      ...ctx,
      calendars: calendarServicesOf(world.google, [old, { id: 'new', key: Buffer.alloc(32, 7) }]),
    })
  })
})

it('A3: disconnecting revokes and erases, once, unless it was linked again meanwhile', async () => {
  const member = await createOrganization(world)
  const ctx = withCalendars(world, member)
  const { orgId } = member.actor
  const { id } = await linkAccount(world, member, { email: EMAIL })
  await disconnect(member, { id })
  await disconnect(member, { id })
  await expect(getAccess(ctx, orgId, id)).rejects.toBeInstanceOf(ConnectionBroken)
  expect(await jobsOf('connections.close', orgId)).toEqual([id])

  await linkAccount(world, member, { email: EMAIL })
  expect(await closeConnection(ctx, { orgId, id })).toEqual({ channels: 0, status: 'in use' })
  await disconnect(member, { id })
  for (let round = 0; round < 2; round++)
    expect(await closeConnection(ctx, { orgId, id })).toEqual({ channels: 0, status: 'closed' })
  const [row] = await world.owner.execute(sql`select access_token, refresh_token from connections where id = ${id}`)
  expect(row).toEqual({ access_token: null, refresh_token: null })
  expect(world.google.control.requests('revoke').length).toBeGreaterThan(0)
})

async function dumpDatabase(): Promise<string> {
  const tables = await world.owner.execute<{ schema: string; name: string }>(sql`
    select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname in ('public', 'pgboss')`)
  const texts: string[] = []
  for (const { schema, name } of tables) {
    const rows = await world.owner.execute<{ row: string }>(
      sql`select t::text as row from ${sql.identifier(schema)}.${sql.identifier(name)} as t`,
    )
    texts.push(...rows.map(({ row }) => row))
  }
  return texts.join('\n')
}
