import { timed } from '@astralis/calendars/testing/google-stand-in/google-for-tests'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ServiceContext } from '../context.ts'
import { cancelEvent } from '../events/cancel-event.ts'
import { createEvent } from '../events/create-event.ts'
import { deleteEvent } from '../events/delete-event.ts'
import { updateEvent } from '../events/update-event.ts'
import {
  allEvents,
  createSyncWorld,
  linkMember,
  type LinkedMember,
  pushNow,
  syncNow,
  type SyncWorld,
} from '../testing/sync-world.ts'
import { createOrganization, createTestWorld, eventInput, type TestWorld, updateInput } from '../testing/test-world.ts'
import { violationsIn } from '../testing/violations.ts'

const ACCOUNT = 'ines@harborpine.example'

let world: TestWorld
let sync: SyncWorld
let ines: ServiceContext
let linked: LinkedMember

beforeEach(async () => {
  world = await createTestWorld()
  sync = await createSyncWorld(world)
  ines = await createOrganization(world)
  linked = await linkMember(sync, ines, ACCOUNT)
})
afterEach(async () => {
  expect(await violationsIn(world.owner)).toEqual([])
  await sync.google.close()
  await world.close()
})

const titles = async () => (await allEvents(sync, ines.actor)).map(({ title, status }) => `${title} ${status}`)
const remoteTitles = () => sync.google.control.events(ACCOUNT).map(({ summary = '' }) => summary)

describe('pull', () => {
  it('the first link brings everything here, and writes nothing there', async () => {
    sync.google.control.insert(ACCOUNT, timed(10, { summary: 'Dentist' }))
    sync.google.control.insert(ACCOUNT, timed(11, { summary: 'Weekly', recurrence: ['RRULE:FREQ=WEEKLY;COUNT=4'] }))
    await syncNow(sync, linked)
    expect(await titles()).toEqual(['Dentist SCHEDULED', ...Array(4).fill('Weekly SCHEDULED')])
    expect(sync.google.control.writes()).toEqual({ insert: 0, patch: 0, update: 0, delete: 0 })
    const [event] = await allEvents(sync, ines.actor)
    expect(event).toMatchObject({ source: 'google', participants: [{ email: ines.actor.email, isOrganizer: true }] })
  })

  it('moves, renames and deletions there arrive here', async () => {
    const { id } = sync.google.control.insert(ACCOUNT, timed(10, { summary: 'Dentist' }))
    await syncNow(sync, linked)
    sync.google.control.move(ACCOUNT, id, 3_600_000)
    sync.google.control.patch(ACCOUNT, id, { summary: 'Doctor' })
    await syncNow(sync, linked)
    const [event] = await allEvents(sync, ines.actor)
    expect(event).toMatchObject({ title: 'Doctor', version: 2 })
    expect(event?.startsAt.toString()).toBe('2026-03-10T10:00:00Z')
    sync.google.control.delete(ACCOUNT, id)
    await syncNow(sync, linked)
    expect(await titles()).toEqual(['Doctor CANCELLED'])
    expect(sync.google.control.writes()).toEqual({ insert: 0, patch: 0, update: 0, delete: 0 })
  })

  it('exceptions and cancelled occurrences of a series', async () => {
    const { id } = sync.google.control.insert(
      ACCOUNT,
      timed(11, { summary: 'Weekly', recurrence: ['RRULE:FREQ=WEEKLY;COUNT=4'] }),
    )
    await syncNow(sync, linked)
    sync.google.control.move(ACCOUNT, `${id}_20260318T090000Z`, 3_600_000)
    sync.google.control.delete(ACCOUNT, `${id}_20260325T090000Z`)
    await syncNow(sync, linked)
    const events = await allEvents(sync, ines.actor)
    expect(events.map(({ startsAt, status }) => `${startsAt.toString()} ${status}`)).toEqual([
      '2026-03-11T09:00:00Z SCHEDULED',
      '2026-03-18T10:00:00Z SCHEDULED',
      '2026-03-25T09:00:00Z CANCELLED',
      '2026-04-01T08:00:00Z SCHEDULED',
    ])
    await syncNow(sync, linked)
    expect(sync.google.control.writes()).toEqual({ insert: 0, patch: 0, update: 0, delete: 0 })
  })
})

describe('push', () => {
  it('an event made here is there, changed there and deleted there, and nothing echoes', async () => {
    await syncNow(sync, linked)
    const { event } = await createEvent(ines, eventInput({ title: 'Ours' }))
    await pushNow(sync, linked)
    expect(remoteTitles()).toEqual(['Ours'])
    const changed = await updateEvent(ines, updateInput(event, { title: 'Still ours' }))
    await pushNow(sync, linked)
    expect(remoteTitles()).toEqual(['Still ours'])
    await syncNow(sync, linked)
    await syncNow(sync, linked)
    const [same] = await allEvents(sync, ines.actor)
    expect(same?.version).toBe(changed.event.version)
    expect(sync.google.control.writes()).toEqual({ insert: 1, patch: 1, update: 0, delete: 0 })
    await cancelEvent(ines, { id: event.id, version: changed.event.version, scope: undefined })
    await pushNow(sync, linked)
    expect(remoteTitles()).toEqual([])
    await syncNow(sync, linked)
    expect(await titles()).toEqual(['Still ours CANCELLED'])
  })

  it('an imported event is moved and deleted from here', async () => {
    const { id } = sync.google.control.insert(ACCOUNT, timed(10, { summary: 'Dentist' }))
    await syncNow(sync, linked)
    const [event] = await allEvents(sync, ines.actor)
    if (!event) throw new Error('no event')
    const input = updateInput(event, { startsAt: '2026-03-10T12:00:00Z', endsAt: '2026-03-10T13:00:00Z' })
    const { event: moved } = await updateEvent(ines, input)
    await pushNow(sync, linked)
    expect(sync.google.control.event(ACCOUNT, id).start.dateTime).toMatch(/^2026-03-10T13:00:00/)
    await deleteEvent(ines, { id: event.id, version: moved.version, scope: undefined })
    await pushNow(sync, linked)
    expect(remoteTitles()).toEqual([])
    await syncNow(sync, linked)
    expect(await titles()).toEqual([])
  })

  it('a series of ours with an exception', async () => {
    await syncNow(sync, linked)
    await createEvent(ines, eventInput({ title: 'Series', recurrence: 'RRULE:FREQ=WEEKLY;COUNT=3' }))
    await pushNow(sync, linked)
    const events = await allEvents(sync, ines.actor)
    const second = events[1]
    if (!second) throw new Error('no event')
    await updateEvent(ines, updateInput(second, { title: 'Special', scope: 'this' }))
    await pushNow(sync, linked)
    expect(remoteTitles().toSorted()).toEqual(['Series', 'Special'])
    await syncNow(sync, linked)
    await syncNow(sync, linked)
    expect(await titles()).toEqual(['Series SCHEDULED', 'Special SCHEDULED', 'Series SCHEDULED'])
    expect(sync.google.control.writes()).toEqual({ insert: 1, patch: 1, update: 0, delete: 0 })
  })
})
