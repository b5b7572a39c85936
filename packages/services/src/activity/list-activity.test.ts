import { listActivityInput } from '@astralis/core/activity/activity-input'
import { Temporal } from '@astralis/core/temporal'
import { timed } from '@astralis/calendars/testing/google-stand-in/google-for-tests'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ServiceContext } from '../context.ts'
import { disconnect } from '../connections/disconnect.ts'
import { cancelEvent } from '../events/cancel-event.ts'
import { createEvent } from '../events/create-event.ts'
import { deleteEvent } from '../events/delete-event.ts'
import { updateEvent } from '../events/update-event.ts'
import { allEvents, createSyncWorld, linkMember, syncNow, type SyncWorld } from '../testing/sync-world.ts'
import {
  addMember,
  createOrganization,
  createTestWorld,
  eventInput,
  type TestWorld,
  updateInput,
} from '../testing/test-world.ts'
import { inOrganization } from '../transaction.ts'
import { listActivity } from './list-activity.ts'
import { recordActivity } from './record-activity.ts'

const ACCOUNT = 'ines@harborpine.example'

let world: TestWorld
let sync: SyncWorld
beforeAll(async () => {
  world = await createTestWorld()
  sync = await createSyncWorld(world)
})
afterAll(async () => {
  await sync.google.close()
  await world.close()
})

const log = (ctx: ServiceContext, filters: Record<string, unknown> = {}) =>
  listActivity(ctx, listActivityInput.parse(filters))
const told = async (ctx: ServiceContext, filters: Record<string, unknown> = {}) =>
  (await log(ctx, filters)).entries.map(({ action, subject }) => `${action} ${subject}`)

/** Writes `count` entries, all of one moment, as one transaction would. */
async function write(ctx: ServiceContext, count: number, name = 'Tool'): Promise<void> {
  const entry = () => ({ action: 'token.created' as const, entityId: ctx.newId(), after: { name } })
  await inOrganization(world, ctx.actor.orgId, (tx) => recordActivity(tx, ctx, Array.from({ length: count }, entry)))
}

describe('B7: the log tells who changed what, when and from where', () => {
  it('newest first, with what it is about, also when that is gone', async () => {
    const ada = await createOrganization(world)
    const { event } = await createEvent(ada, eventInput({ title: 'Planning' }))
    world.now = world.now.add({ seconds: 1 })
    const { event: renamed } = await updateEvent(ada, updateInput(event, { title: 'Review' }))
    world.now = world.now.add({ seconds: 1 })
    const { event: cancelled } = await cancelEvent(ada, renamed)
    world.now = world.now.add({ seconds: 1 })
    await deleteEvent(ada, cancelled)
    expect(await told(ada)).toEqual([
      'event.deleted Review',
      'event.cancelled Review',
      'event.updated Review',
      'event.created Planning',
    ])
    const [deletion, , update] = (await log(ada)).entries
    const { userId, name, email } = ada.actor
    expect(deletion).toMatchObject({
      actor: { id: userId, name, email },
      at: world.now.toString(),
      origin: 'test',
      entity: 'event',
      entityId: event.id,
    })
    expect(update).toMatchObject({
      before: { title: 'Planning', source: 'internal' },
      after: { title: 'Review', source: 'internal' },
    })
  })

  it('says by name which member an entry is about, and nobody’s for what the system did', async () => {
    const ada = await createOrganization(world)
    const entry = { action: 'availability.changed' as const, entityId: ada.actor.userId }
    const system = { ...ada, actor: { orgId: ada.actor.orgId, userId: null }, origin: 'worker' }
    await inOrganization(world, ada.actor.orgId, (tx) => recordActivity(tx, system, [entry]))
    expect((await log(ada)).entries).toMatchObject([{ actor: null, origin: 'worker', subject: 'Test person' }])
  })
})

describe('B7: filters', () => {
  it('by kind, thing, person and time, the end of which is not included', async () => {
    const ada = await createOrganization(world)
    const ben = await addMember(world, ada.actor.orgId)
    const start = world.now
    const { event } = await createEvent(ada, eventInput({ title: 'Of Ada' }))
    world.now = start.add({ hours: 1 })
    await createEvent(
      ben,
      eventInput({ title: 'Of Ben', startsAt: '2026-03-11T09:00:00Z', endsAt: '2026-03-11T10:00:00Z' }),
    )
    world.now = start.add({ hours: 2 })
    await write(ben, 1)
    const from = start.add({ hours: 1 }).toString()
    const to = start.add({ hours: 2 }).toString()
    expect(await told(ada)).toEqual(['token.created Tool', 'event.created Of Ben', 'event.created Of Ada'])
    expect(await told(ada, { entity: 'event' })).toEqual(['event.created Of Ben', 'event.created Of Ada'])
    expect(await told(ada, { entityId: event.id })).toEqual(['event.created Of Ada'])
    expect(await told(ada, { actorId: ben.actor.userId })).toEqual(['token.created Tool', 'event.created Of Ben'])
    expect(await told(ada, { from, to })).toEqual(['event.created Of Ben'])
    expect(await told(ada, { from })).toEqual(['token.created Tool', 'event.created Of Ben'])
    expect(await told(ada, { to, entity: 'token' })).toEqual([])
  })
})

describe('B7: pages', () => {
  it('each entry once, also of one moment, whatever is written meanwhile', async () => {
    const ada = await createOrganization(world)
    await write(ada, 150)
    world.now = world.now.add({ seconds: 1 })
    await write(ada, 130)
    const first = await log(ada)
    expect(first.entries).toHaveLength(100)
    await write(ada, 30, 'Late')
    const second = await log(ada, { before: first.next })
    world.now = world.now.add({ seconds: 1 })
    await write(ada, 30, 'Late')
    const third = await log(ada, { before: second.next })
    expect(third.next).toBeNull()
    const read = [first, second, third].flatMap(({ entries }) => entries)
    const early = read.filter(({ subject }) => subject === 'Tool')
    expect(new Set(early.map(({ id }) => id)).size).toBe(280)
    expect(new Set(read.map(({ id }) => id)).size).toBe(read.length)
    const times = read.map(({ at }) => Temporal.Instant.from(at).epochMilliseconds)
    expect(times).toEqual(times.toSorted((one, other) => other - one))
    // Each page is what it was, when it is asked for again.
    expect(await log(ada, { before: second.next })).toEqual(third)
  })

  it('a page that is just full is the last one', async () => {
    const ada = await createOrganization(world)
    await write(ada, 100)
    expect((await log(ada)).next).toBeNull()
  })
})

describe('H2, H3: who reads what', () => {
  it('an operator and a client read what they did, whatever they ask for', async () => {
    const ada = await createOrganization(world)
    for (const role of ['OPERATOR', 'CLIENT'] as const) {
      const ben = await addMember(world, ada.actor.orgId, role)
      await write(ada, 1, 'Of Ada')
      await write(ben, 1, `Of ${role}`)
      expect(await told(ben)).toEqual([`token.created Of ${role}`])
      expect(await told(ben, { actorId: ada.actor.userId })).toEqual([])
      const others = (await log(ada, { actorId: ada.actor.userId })).entries[0]
      expect(await told(ben, { entityId: others?.entityId })).toEqual([])
      await expect(log(ben, { before: others?.id })).rejects.toMatchObject({ reason: 'NOT_FOUND' })
    }
    expect(await told(ada)).toHaveLength(4)
  })

  it('an admin of another organization reads nothing of it, and its ids are like missing ones', async () => {
    const [ada, eve] = [await createOrganization(world), await createOrganization(world)]
    await write(ada, 3)
    const [entry] = (await log(ada)).entries
    expect(await told(eve)).toEqual([])
    expect(await told(eve, { entityId: entry?.entityId })).toEqual([])
    expect(await told(eve, { actorId: ada.actor.userId })).toEqual([])
    const missing = await log(eve, { before: eve.newId() }).catch((error: unknown) => error)
    expect(await log(eve, { before: entry?.id }).catch((error: unknown) => error)).toEqual(missing)
    expect(missing).toMatchObject({ reason: 'NOT_FOUND' })
  })
})

describe('C6: what is in somebody’s linked calendar', () => {
  it('an admin reads of it that somebody is busy, also when it is gone; its owner reads all', async () => {
    const ada = await createOrganization(world)
    const ines = await addMember(world, ada.actor.orgId)
    const linked = await linkMember(sync, ines, ACCOUNT)
    const { control } = sync.google
    await syncNow(sync, linked)
    const secret = { description: 'Secret notes', location: 'Secret place' }
    const { id } = control.insert(ACCOUNT, timed(10, { summary: 'Secret dentist', ...secret }))
    await syncNow(sync, linked)
    control.patch(ACCOUNT, id, { summary: 'Secret doctor', location: 'Secret street' })
    await syncNow(sync, linked)
    const [event] = await allEvents(sync, ines.actor)
    if (!event) throw new Error('It was imported.')
    const { event: moved } = await updateEvent(
      ines,
      updateInput(event, { startsAt: '2026-03-10T12:00:00Z', endsAt: '2026-03-10T13:00:00Z' }),
    )
    const { event: described } = await updateEvent(ines, updateInput(moved, { description: 'Secret words' }))

    const expectHidden = async () => {
      const { entries } = await log(ada, { entity: 'event' })
      expect(JSON.stringify(entries)).not.toMatch(/secret/i)
      expect(entries.map(({ subject }) => subject)).toEqual(entries.map(() => null))
      return entries.map(({ action }) => action).toSorted()
    }
    expect(await expectHidden()).toEqual(['event.imported', 'event.synchronized', 'event.updated', 'event.updated'])
    await deleteEvent(ines, described)
    expect(await expectHidden()).toContain('event.deleted')
    const own = (await log(ines, { entity: 'event' })).entries
    expect(own).toHaveLength(5)
    expect(JSON.stringify(own)).toMatch(/Secret doctor.*Secret words|Secret words.*Secret doctor/s)
    expect(own.every(({ subject }) => subject?.startsWith('Secret'))).toBe(true)
  })

  it('also a rule that reaches further there is written down', async () => {
    const ines = await createOrganization(world)
    const linked = await linkMember(sync, ines, ACCOUNT)
    const { control } = sync.google
    const { id } = control.insert(ACCOUNT, timed(20, { summary: 'Weekly', recurrence: ['RRULE:FREQ=WEEKLY;COUNT=2'] }))
    await syncNow(sync, linked)
    control.patch(ACCOUNT, id, { recurrence: ['RRULE:FREQ=WEEKLY;COUNT=4'] })
    await syncNow(sync, linked)
    expect(await told(ines, { entity: 'event' })).toEqual(['event.synchronized Weekly'])
  })

  it('of the account itself an admin learns that it was linked, and to which service', async () => {
    const ada = await createOrganization(world)
    const ines = await addMember(world, ada.actor.orgId)
    const { connectionId } = await linkMember(sync, ines, 'private@harborpine.example')
    await disconnect(ines, { id: connectionId })
    expect((await log(ada)).entries).toMatchObject([
      { action: 'connection.disconnected', subject: null, before: { provider: 'GOOGLE', status: 'ACTIVE' } },
    ])
    expect(JSON.stringify(await log(ada))).not.toContain('private@')
    expect((await log(ines)).entries).toMatchObject([{ subject: 'private@harborpine.example' }])
  })

  it('a meeting made here stays readable when it was moved in a linked calendar', async () => {
    const ada = await createOrganization(world)
    const ines = await addMember(world, ada.actor.orgId)
    const linked = await linkMember(sync, ines, 'omar@harborpine.example')
    await syncNow(sync, linked)
    await createEvent(ines, eventInput({ title: 'Offsite' }))
    await syncNow(sync, linked)
    const [there] = sync.google.control.events('omar@harborpine.example')
    if (!there?.id) throw new Error('It was pushed.')
    sync.google.control.move('omar@harborpine.example', there.id, 3_600_000)
    await syncNow(sync, linked)
    expect(await told(ada, { entity: 'event' })).toEqual(
      expect.arrayContaining(['event.synchronized Offsite', 'event.created Offsite']),
    )
  })
})
