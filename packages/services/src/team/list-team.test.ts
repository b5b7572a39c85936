import { setAvailabilityInput, setOverrideInput } from '@astralis/core/availability/availability-input'
import { teamInput } from '@astralis/core/team/team-input'
import { Temporal } from '@astralis/core/temporal'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { setAvailability } from '../availability/set-availability.ts'
import { setOverride } from '../availability/set-override.ts'
import type { ServiceContext } from '../context.ts'
import { createEvent } from '../events/create-event.ts'
import { addMember, createOrganization, createTestWorld, eventInput, type TestWorld } from '../testing/test-world.ts'
import { listTeam } from './list-team.ts'

const FROM = '2026-03-09T23:00:00Z'
const TO = '2026-03-10T23:00:00Z'

let world: TestWorld
let admin: ServiceContext
let ben: ServiceContext
let client: ServiceContext

beforeEach(async () => {
  world = await createTestWorld()
  admin = await createOrganization(world)
  ben = await addMember(world, admin.actor.orgId)
  client = await addMember(world, admin.actor.orgId, 'CLIENT')
})
afterEach(() => world.close())

const team = (ctx: ServiceContext, input: object = {}) =>
  listTeam(ctx, teamInput.parse({ from: FROM, to: TO, ...input }))

async function look(ctx: ServiceContext, { actor }: ServiceContext, input: object = {}) {
  const { people } = await team(ctx, { userIds: [actor.userId], ...input })
  const [person] = people
  if (!person) throw new Error('Nobody is there.')
  return person
}

const text = ({ startsAt, endsAt }: { startsAt: Temporal.Instant; endsAt: Temporal.Instant }) =>
  `${startsAt.toString()}/${endsAt.toString()}`

/** An event of `ctx` alone on the 10th of March, from `hour` in UTC. */
async function book(ctx: ServiceContext, hour: string, fields: object = {}) {
  const startsAt = `2026-03-10T${hour}:00Z`
  const endsAt = Temporal.Instant.from(startsAt).add({ hours: 1 }).toString()
  const { event } = await createEvent(ctx, eventInput({ title: 'Secret', startsAt, endsAt, ...fields }))
  return event
}

describe('team: who is meant', () => {
  it('is every active member, or those who are named', async () => {
    await world.owner.execute(sql`update users set is_active = false where id = ${ben.actor.userId}`)
    const ids = async (input: object) => (await team(admin, input)).people.map(({ userId }) => userId)
    const active = [admin.actor.userId, client.actor.userId]
    expect((await ids({})).toSorted()).toEqual(active.toSorted())
    expect(await ids({ userIds: [ben.actor.userId, client.actor.userId] })).toEqual([client.actor.userId])
  })

  it('H3: is nobody of another organization, and their events are nobody’s busy time', async () => {
    const stranger = await createOrganization(world)
    await createEvent(stranger, eventInput({ participants: [{ email: ben.actor.email }] }))
    expect((await team(stranger, { userIds: [ben.actor.userId] })).people).toEqual([])
    expect((await look(ben, ben)).busy).toEqual([])
  })

  it('is at most a hundred, and it is said how many more there are', async () => {
    await world.owner.execute(sql`
      insert into users select (jsonb_populate_record(u, jsonb_build_object('id', gen_random_uuid(), 'email', n || 'x@example.com'))).*
      from users u, generate_series(1, 120) n where id = ${admin.actor.userId}`)
    const { people, notShown } = await team(admin)
    expect([people.length, notShown]).toEqual([100, 23])
  })
})

describe('team: working hours', () => {
  it('D1: are what everybody begins with, until somebody says otherwise', async () => {
    const before = await look(admin, ben)
    expect([before.working.map(text), before.isHoursSet]).toEqual([
      ['2026-03-10T08:00:00Z/2026-03-10T16:00:00Z'],
      false,
    ])
    const night = { dayOfWeek: 1, startTime: '22:00', endTime: '06:00' }
    const late = { dayOfWeek: 2, startTime: '22:00', endTime: '06:00' }
    const off = { dayOfWeek: 2, startTime: '12:00', endTime: '13:00', isActive: false }
    await setAvailability(ben, setAvailabilityInput.parse({ rules: [night, late, off] }))
    const after = await look(admin, ben)
    expect([after.working.map(text), after.isHoursSet]).toEqual([
      [`${FROM}/2026-03-10T05:00:00Z`, `2026-03-10T21:00:00Z/${TO}`],
      true,
    ])
  })

  it('D2: an override replaces its date', async () => {
    const ranges = [{ startTime: '10:00', endTime: '12:00' }]
    await setOverride(ben, setOverrideInput.parse({ date: '2026-03-10', ranges }))
    expect((await look(client, ben)).working.map(text)).toEqual(['2026-03-10T09:00:00Z/2026-03-10T11:00:00Z'])
    await setOverride(ben, setOverrideInput.parse({ date: '2026-03-10', ranges: [] }))
    expect((await look(client, ben)).working).toEqual([])
  })

  it('D3: nine stays nine across a change of the clocks', async () => {
    const rules = [6, 7].map((dayOfWeek) => ({ dayOfWeek, startTime: '09:00', endTime: '10:00' }))
    await setAvailability(ben, setAvailabilityInput.parse({ rules }))
    const days = { from: '2026-10-23T22:00:00Z', to: '2026-10-25T23:00:00Z' }
    expect((await look(admin, ben, days)).working.map(text)).toEqual([
      '2026-10-24T07:00:00Z/2026-10-24T08:00:00Z',
      '2026-10-25T08:00:00Z/2026-10-25T09:00:00Z',
    ])
  })
})

describe('team: busy time', () => {
  it('comes from what takes a person’s time: also imported, completed, or in conflict', async () => {
    await book(ben, '09:00', { showsAs: 'FREE' })
    const cancelled = await book(ben, '10:00')
    await world.owner.execute(sql`update events set status = 'CANCELLED' where id = ${cancelled.id}`)
    await book(admin, '11:00', { participants: [{ email: ben.actor.email, isOptional: true }] })
    const declined = await book(admin, '12:00', { participants: [{ email: ben.actor.email }] })
    await world.owner.execute(
      sql`update participants set status = 'declined' where event_id = ${declined.id} and email = ${ben.actor.email}`,
    )
    expect((await look(admin, ben)).busy).toEqual([])

    const imported = await book(ben, '13:00')
    await world.owner.execute(sql`update events set source = 'google' where id = ${imported.id}`)
    const completed = await book(ben, '15:00')
    await world.owner.execute(sql`update events set status = 'COMPLETED' where id = ${completed.id}`)
    await book(ben, '17:00')
    await book(ben, '17:30')
    const { busy } = await look(ben, ben)
    expect(busy.map((one) => `${text(one).slice(11, 16)} ${one.status} ${one.source}`)).toEqual([
      '13:00 SCHEDULED google',
      '15:00 COMPLETED internal',
      '17:00 SCHEDULED internal',
      '17:30 CONFLICT internal',
    ])
  })

  it('is found where it reaches into the days from before, or lasts longer than they do', async () => {
    await createEvent(ben, eventInput({ startsAt: '2026-03-09T22:00:00Z', endsAt: '2026-03-10T00:30:00Z' }))
    await createEvent(ben, eventInput({ startsAt: '2026-03-01T00:00:00Z', endsAt: '2026-03-20T00:00:00Z' }))
    await createEvent(ben, eventInput({ startsAt: TO, endsAt: '2026-03-11T00:30:00Z' }))
    expect((await look(admin, ben)).busy.map(text)).toEqual([
      '2026-03-01T00:00:00Z/2026-03-20T00:00:00Z',
      '2026-03-09T22:00:00Z/2026-03-10T00:30:00Z',
    ])
  })

  it('H2: a CLIENT sees of others’ events only when, joined; an operator sees both of a conflict', async () => {
    await book(ben, '09:00')
    await book(ben, '09:30')
    const hidden = { eventId: null, title: null, status: null, source: null }
    const seen = (await look(client, ben)).busy
    expect(seen.map(text)).toEqual(['2026-03-10T09:00:00Z/2026-03-10T10:30:00Z'])
    expect(seen[0]).toMatchObject(hidden)
    expect(JSON.stringify(await team(client))).not.toContain('Secret')
    expect((await look(admin, ben)).busy.map(({ title, status }) => `${title} ${status}`)).toEqual([
      'Secret SCHEDULED',
      'Secret CONFLICT',
    ])
  })

  it('H2: a CLIENT sees what they take part in, also as optional, or created, whole', async () => {
    const invited = await book(ben, '09:00', { participants: [{ email: client.actor.email, isOptional: true }] })
    const own = await book(client, '12:00', { participants: [{ email: ben.actor.email }] })
    expect((await look(client, ben)).busy.map(({ eventId }) => eventId)).toEqual([invited.id, own.id])
    expect((await look(client, client)).busy.map(({ eventId }) => eventId)).toEqual([own.id])
  })

  it('H2: of others’ linked calendars nobody sees more than when', async () => {
    const imported = await book(ben, '09:00')
    await world.owner.execute(sql`update events set source = 'google' where id = ${imported.id}`)
    expect((await look(ben, ben)).busy[0]).toMatchObject({ title: 'Secret', source: 'google' })
    expect((await look(admin, ben)).busy[0]).toMatchObject({ eventId: null, title: null, source: null })
  })
})

it('team: fourteen days are asked for at once, no more', () => {
  const ask = (from: string, to: string) => teamInput.safeParse({ from, to }).error?.issues[0]
  expect(ask('2026-10-11T22:00:00Z', '2026-10-25T23:00:00Z')).toBeUndefined()
  expect(ask('2026-10-11T22:00:00Z', '2026-10-26T23:00:00Z')).toMatchObject({
    path: ['to'],
    message: 'Expected at most 14 days.',
  })
  expect(ask(TO, FROM)).toMatchObject({ path: ['to'] })
})
