import { timed } from '@astralis/calendars/testing/google-stand-in/google-for-tests'
import { listEventsInput } from '@astralis/core/events/event-input'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ServiceContext } from '../context.ts'
import { createEvent } from '../events/create-event.ts'
import { getEvent } from '../events/get-event.ts'
import { listEvents } from '../events/list-events.ts'
import { respondToEvent } from '../events/respond-to-event.ts'
import { updateEvent } from '../events/update-event.ts'
import { differences } from '../testing/compare-stores.ts'
import {
  allEvents,
  createSyncWorld,
  linkMember,
  type LinkedMember,
  pushNow,
  syncNow,
  type SyncWorld,
} from '../testing/sync-world.ts'
import {
  addMember,
  createOrganization,
  createTestWorld,
  eventInput,
  type TestWorld,
  updateInput,
} from '../testing/test-world.ts'
import { violationsIn } from '../testing/violations.ts'

let INES: string
let OMAR: string

let world: TestWorld
let sync: SyncWorld
let ines: ServiceContext
let omar: ServiceContext
let ofInes: LinkedMember
let ofOmar: LinkedMember

beforeEach(async () => {
  world = await createTestWorld()
  sync = await createSyncWorld(world)
  ines = await createOrganization(world)
  omar = await addMember(world, ines.actor.orgId)
  // Both are known there by the addresses that they have here.
  INES = ines.actor.email
  OMAR = omar.actor.email
  for (const email of [INES, OMAR]) sync.google.control.addAccount({ email, name: 'Member' })
  ofInes = await linkMember(sync, ines, INES)
  ofOmar = await linkMember(sync, omar, OMAR)
})
afterEach(async () => {
  expect(await violationsIn(world.owner)).toEqual([])
  await sync.google.close()
  await world.close()
})

const invited = () => ({ attendees: [{ email: INES, responseStatus: 'accepted' }, { email: OMAR }] })
const events = () => allEvents(sync, ines.actor)
const writes = () => sync.google.control.writes()

describe('the same meeting in two members’ calendars', () => {
  it('is one event with two links, and both are busy', async () => {
    sync.google.control.insert(INES, timed(10, { summary: 'Together', ...invited() }))
    await syncNow(sync, ofOmar)
    await syncNow(sync, ofInes)
    await syncNow(sync, ofOmar)
    const [event, ...more] = await events()
    expect(more).toEqual([])
    const members = event?.participants.map(({ userId }) => userId).toSorted()
    expect(members).toEqual([ines.actor.userId, omar.actor.userId].toSorted())
    const [links] = await world.owner.execute(sql`select count(*)::int as count from links`)
    expect(links).toEqual({ count: 2 })
    expect(writes()).toEqual({ insert: 0, patch: 0, update: 0, delete: 0 })
  })

  it('moved by its organizer there, it moves once here, whichever calendar tells of it first', async () => {
    const { id } = sync.google.control.insert(INES, timed(10, { summary: 'Together', ...invited() }))
    await syncNow(sync, ofInes)
    await syncNow(sync, ofOmar)
    sync.google.control.move(INES, id, 3_600_000)
    await syncNow(sync, ofOmar)
    await syncNow(sync, ofInes)
    await syncNow(sync, ofOmar)
    const [event, ...more] = await events()
    expect(more).toEqual([])
    expect(event?.startsAt.toString()).toBe('2026-03-10T10:00:00Z')
    expect(writes()).toEqual({ insert: 0, patch: 0, update: 0, delete: 0 })
  })

  it('a meeting made here reaches the other calendar by Google, and stays one event', async () => {
    await syncNow(sync, ofInes)
    await syncNow(sync, ofOmar)
    const { event } = await createEvent(
      ines,
      eventInput({ title: 'Ours', participants: [{ email: omar.actor.email }] }),
    )
    await pushNow(sync, ofInes)
    await syncNow(sync, ofOmar)
    await syncNow(sync, ofInes)
    expect(await events()).toHaveLength(1)
    const before = writes()
    await updateEvent(ines, updateInput(event, { title: 'Still ours' }))
    // The attendee’s copy is late, and must not take the change back.
    await syncNow(sync, ofOmar)
    await pushNow(sync, ofInes)
    await syncNow(sync, ofOmar)
    await syncNow(sync, ofInes)
    const [after, ...more] = await events()
    expect(more).toEqual([])
    expect(after?.title).toBe('Still ours')
    expect(writes()).toEqual({ ...before, patch: before.patch + 1 })
  })

  it('an answer given here is given there, and one given there is given here', async () => {
    const { id } = sync.google.control.insert(INES, timed(10, { summary: 'Together', ...invited() }))
    await syncNow(sync, ofInes)
    await syncNow(sync, ofOmar)
    const [event] = await events()
    await respondToEvent(omar, { id: event?.id ?? '', status: 'tentative' })
    await pushNow(sync, ofOmar)
    await pushNow(sync, ofInes)
    await syncNow(sync, ofInes)
    const answers = () => sync.google.control.event(INES, id).attendees?.map(({ responseStatus }) => responseStatus)
    expect(answers()).toEqual(['accepted', 'tentative'])
    sync.google.control.answer(OMAR, id, 'declined')
    await syncNow(sync, ofOmar)
    await syncNow(sync, ofInes)
    const [after] = await events()
    expect(after?.participants.find(({ userId }) => userId === omar.actor.userId)?.status).toBe('declined')
    expect(await differences(sync, ofInes)).toEqual([])
  })

  it('each is told whether they may change it', async () => {
    sync.google.control.insert(INES, timed(10, { summary: 'Together', ...invited() }))
    sync.google.control.insert(OMAR, timed(11, { summary: 'Of Omar alone' }))
    await syncNow(sync, ofInes)
    await syncNow(sync, ofOmar)
    await createEvent(ines, eventInput({ title: 'Made here' }))
    const told = async (by: ServiceContext) => {
      const range = { from: '2026-03-01T00:00:00Z', to: '2026-04-01T00:00:00Z' }
      const seen = await listEvents(by, listEventsInput.parse(range))
      expect(await Promise.all(seen.map(({ id }) => getEvent(by, { id })))).toEqual(seen)
      return Object.fromEntries(seen.map(({ title, mayChange }) => [title, mayChange]))
    }
    expect(await told(ines)).toEqual({ Together: true, Busy: false, 'Made here': true })
    expect(await told(omar)).toEqual({ Together: false, 'Of Omar alone': true, 'Made here': true })
    expect(await told(await addMember(world, ines.actor.orgId, 'CLIENT'))).toEqual({ Busy: false })
  })

  it('an invited person can answer, but not move it', async () => {
    sync.google.control.insert(OMAR, timed(10, { summary: 'Elsewhere', attendees: [{ email: OMAR }] }), {
      email: 'boss@example.org',
    })
    await syncNow(sync, ofOmar)
    const [event] = await events()
    if (!event) throw new Error('no event')
    await expect(updateEvent(omar, updateInput(event, { title: 'Mine' }))).rejects.toMatchObject({
      reason: 'EVENT_READ_ONLY',
    })
    await respondToEvent(omar, { id: event.id, status: 'accepted' })
    await pushNow(sync, ofOmar)
    const [there] = sync.google.control.events(OMAR)
    expect(there?.attendees?.find(({ email }) => email === OMAR)?.responseStatus).toBe('accepted')
  })
})
