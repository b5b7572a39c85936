import { OMAR, timed, ZONE } from '@astralis/calendars/testing/google-stand-in/google-for-tests'
import type { Event } from '@astralis/core/events/event'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ServiceContext } from '../context.ts'
import { cancelEvent } from '../events/cancel-event.ts'
import { createEvent } from '../events/create-event.ts'
import { deleteEvent } from '../events/delete-event.ts'
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
import { createOrganization, createTestWorld, eventInput, type TestWorld, updateInput } from '../testing/test-world.ts'
import { violationsIn } from '../testing/violations.ts'

const ACCOUNT = 'ines@harborpine.example'
const BOTH = [{ email: OMAR, responseStatus: 'accepted' }, { email: ACCOUNT }]

let world: TestWorld
let sync: SyncWorld
let ines: ServiceContext
let linked: LinkedMember

beforeEach(async () => {
  world = await createTestWorld()
  sync = await createSyncWorld(world)
  ines = await createOrganization(world)
  linked = await linkMember(sync, ines, ACCOUNT)
  await syncNow(sync, linked)
})
afterEach(async () => {
  expect(await violationsIn(world.owner)).toEqual([])
  await sync.google.close()
  await world.close()
})

const control = () => sync.google.control

async function only(): Promise<Event> {
  const [event, second] = await allEvents(sync, ines.actor)
  if (!event || second) throw new Error('There is not exactly one event.')
  return event
}

/** The log from here on: what was decided, what got lost by it, and whether somebody is told. */
async function logAfter(work: () => Promise<unknown>) {
  const known = sql`select id from sync_entries`
  const before = new Set((await world.owner.execute<{ id: string }>(known)).map(({ id }) => id))
  await work()
  const rows = await world.owner.execute<{ id: string; outcome: string; detail: unknown; told: boolean }>(
    sql`select id, outcome, detail, needs_attention as told from sync_entries order by at, id`,
  )
  return rows.filter(({ id }) => !before.has(id))
}

/** An event that was made here, and is there by now. */
async function ours(title = 'Ours') {
  const { event } = await createEvent(ines, eventInput({ title }))
  await pushNow(sync, linked)
  const [there] = control().events(ACCOUNT)
  if (!there) throw new Error('It is not there.')
  return { event, remoteId: there.id }
}

/** An event that was made there, and is here by now. */
async function theirs(body: object = {}) {
  const { id: remoteId } = control().insert(ACCOUNT, timed(10, { summary: 'Theirs', ...body }))
  await syncNow(sync, linked)
  return { event: await only(), remoteId }
}

async function inStep() {
  const writes = control().writes()
  const before = (await allEvents(sync, ines.actor)).map(({ id, version }) => `${id} ${version}`)
  await syncNow(sync, linked)
  await syncNow(sync, linked)
  expect(control().writes()).toEqual(writes)
  expect((await allEvents(sync, ines.actor)).map(({ id, version }) => `${id} ${version}`)).toEqual(before)
  expect(await differences(sync, linked)).toEqual([])
}

describe('G3: both sides changed', () => {
  it.each(['ours', 'theirs'] as const)('different groups of %s: both changes are on both sides', async (owner) => {
    const { event, remoteId } = await (owner === 'ours' ? ours() : theirs())
    await updateEvent(ines, updateInput(event, { title: 'Renamed here' }))
    control().move(ACCOUNT, remoteId, 3_600_000)
    const log = await logAfter(() => syncNow(sync, linked))
    expect(log.filter(({ told }) => told)).toEqual([])
    const here = await only()
    expect(here).toMatchObject({ id: event.id, title: 'Renamed here' })
    expect(here.startsAt.toString()).toBe('2026-03-10T10:00:00Z')
    expect(control().event(ACCOUNT, remoteId).summary).toBe('Renamed here')
    await inStep()
  })

  it.each([
    ['ours', 'conflict-ours-won', 'Said here', 'Said there'],
    ['theirs', 'conflict-theirs-won', 'Said there', 'Said here'],
  ] as const)(
    'the same group of %s: the owner wins, the other is in the log and told',
    async (owner, outcome, kept, lost) => {
      const { event, remoteId } = await (owner === 'ours' ? ours() : theirs())
      await updateEvent(ines, updateInput(event, { title: 'Said here' }))
      control().patch(ACCOUNT, remoteId, { summary: 'Said there' })
      const log = await logAfter(() => syncNow(sync, linked))
      expect((await only()).title).toBe(kept)
      expect(control().event(ACCOUNT, remoteId).summary).toBe(kept)
      const conflicts = log.filter((entry) => entry.outcome === outcome)
      expect(conflicts).toHaveLength(1)
      expect(conflicts[0]).toMatchObject({ told: true })
      expect(JSON.stringify(conflicts[0]?.detail)).toContain(lost)
      await inStep()
    },
  )
})

describe('G3: deleted there', () => {
  it('and unchanged here: cancelled here, and taken back under a new id', async () => {
    const { remoteId } = await ours()
    control().delete(ACCOUNT, remoteId)
    await syncNow(sync, linked)
    const cancelled = await only()
    expect(cancelled.status).toBe('CANCELLED')
    await inStep()
    await updateEvent(ines, updateInput(cancelled, { status: 'SCHEDULED' }))
    await pushNow(sync, linked)
    const there = control().events(ACCOUNT)
    expect(there.map(({ summary }) => summary)).toEqual(['Ours'])
    expect(there[0]?.id).toBe(`${remoteId}g1`)
    await inStep()
  })

  it.each(['ours', 'theirs'] as const)('and changed here (%s): the change wins, and is told', async (owner) => {
    const { event, remoteId } = await (owner === 'ours' ? ours() : theirs())
    await updateEvent(ines, updateInput(event, { title: 'Still wanted' }))
    control().delete(ACCOUNT, remoteId)
    const log = await logAfter(() => syncNow(sync, linked))
    expect(control().events(ACCOUNT)).toMatchObject([{ summary: 'Still wanted' }])
    expect(await only()).toMatchObject({ id: event.id, title: 'Still wanted', status: 'SCHEDULED' })
    expect(log.filter(({ told }) => told).map(({ outcome }) => outcome)).toEqual(['revived-there'])
    await inStep()
  })
})

describe('G3: deleted here', () => {
  it.each(['cancelled', 'deleted'] as const)('%s, and unchanged there: deleted there', async (how) => {
    const { event } = await ours()
    const input = { id: event.id, version: event.version, scope: undefined }
    await (how === 'cancelled' ? cancelEvent(ines, input) : deleteEvent(ines, input))
    const log = await logAfter(() => pushNow(sync, linked))
    expect(log.map(({ outcome, told }) => [outcome, told])).toEqual([['deleted-there', false]])
    expect(control().events(ACCOUNT)).toEqual([])
    await inStep()
  })

  it('and there as well, by itself: that is fine', async () => {
    const { event, remoteId } = await theirs()
    await deleteEvent(ines, { id: event.id, version: event.version, scope: undefined })
    control().delete(ACCOUNT, remoteId)
    const log = await logAfter(() => syncNow(sync, linked))
    expect(log.filter(({ told }) => told)).toEqual([])
    expect(await allEvents(sync, ines.actor)).toEqual([])
    await inStep()
  })

  it('and moved there meanwhile: it is kept, and somebody is asked', async () => {
    const { event, remoteId } = await theirs()
    await deleteEvent(ines, { id: event.id, version: event.version, scope: undefined })
    control().move(ACCOUNT, remoteId, 3_600_000)
    const log = await logAfter(() => syncNow(sync, linked))
    expect(log.filter(({ told }) => told).map(({ outcome }) => outcome)).toEqual(['kept'])
    const here = await only()
    expect(here.startsAt.toString()).toBe('2026-03-10T10:00:00Z')
    expect(control().events(ACCOUNT)).toHaveLength(1)
    await inStep()
  })

  it('and only answered there meanwhile: it is deleted', async () => {
    const { event, remoteId } = await theirs({ attendees: [{ email: ACCOUNT }, { email: OMAR }] })
    await deleteEvent(ines, { id: event.id, version: event.version, scope: undefined })
    control().answer(OMAR, remoteId, 'accepted')
    await syncNow(sync, linked)
    expect(control().events(ACCOUNT)).toEqual([])
    expect(await allEvents(sync, ines.actor)).toEqual([])
    await inStep()
  })
})

describe('G3: refused writes', () => {
  it('an event that changes there each time is tried five times, then flagged; the next change goes on', async () => {
    const { event, remoteId } = await ours()
    await updateEvent(ines, updateInput(event, { title: 'Renamed here' }))
    const { GOOGLE } = sync.runtime.calendars.providers
    let tries = 0
    const updateItem: typeof GOOGLE.updateItem = (...call) => {
      control().patch(ACCOUNT, remoteId, { location: `Room ${++tries}`, start: at(9, tries), end: at(11, tries) })
      return GOOGLE.updateItem(...call)
    }
    const calendars = { ...sync.runtime.calendars, providers: { GOOGLE: { ...GOOGLE, updateItem } } }
    const log = await logAfter(() => pushNow({ ...sync, runtime: { ...sync.runtime, calendars } }, linked))
    expect(tries).toBe(5)
    expect(log.filter(({ outcome }) => outcome === 'gave-up')).toMatchObject([{ told: true }])
    await updateEvent(ines, updateInput(await only(), { title: 'Once more' }))
    await syncNow(sync, linked)
    expect(control().event(ACCOUNT, remoteId).summary).toBe('Once more')
    await inStep()
  })

  it('what only the organizer may change goes back to what it was, and is told', async () => {
    const { id } = control().insert(OMAR, timed(10, { summary: 'Of Omar', attendees: BOTH, guestsCanModify: true }))
    await syncNow(sync, linked)
    const event = await only()
    // Omar takes it back, and nobody has heard of it when it is changed here.
    await updateEvent(ines, updateInput(event, { title: 'Of Ines' }))
    control().patch(OMAR, id, { guestsCanModify: false })
    const log = await logAfter(() => syncNow(sync, linked))
    expect((await only()).title).toBe('Of Omar')
    expect(control().event(OMAR, id).summary).toBe('Of Omar')
    expect(log.filter(({ told }) => told).map(({ outcome }) => outcome)).toEqual(['refused-there'])
    await inStep()
  })

  it('an invitation can not be edited here, and the answer to it arrives as an answer only', async () => {
    const { id } = control().insert(OMAR, timed(10, { summary: 'Of Omar', attendees: BOTH }))
    await syncNow(sync, linked)
    const event = await only()
    await expect(updateEvent(ines, updateInput(event, { title: 'Of Ines' }))).rejects.toMatchObject({
      reason: 'EVENT_READ_ONLY',
    })
    await respondToEvent(ines, { id: event.id, status: 'tentative', scope: 'this' })
    await pushNow(sync, linked)
    const { summary, attendees } = control().event(OMAR, id)
    expect(summary).toBe('Of Omar')
    expect(attendees?.find(({ email }) => email === ACCOUNT)?.responseStatus).toBe('tentative')
    expect(control().writes()).toEqual({ insert: 0, patch: 1, update: 0, delete: 0 })
    await inStep()
  })
})

describe('G3: an insert whose answer was lost', () => {
  it('and that was deleted there before it is sent again, is deleted here', async () => {
    await createEvent(ines, eventInput({ title: 'Sent' }))
    control().faults.add({ kind: 'cut-after', methods: ['insert'], times: 1 })
    control().faults.add({ kind: 'status', status: 503, methods: ['insert'] })
    await expect(pushNow(sync, linked)).rejects.toMatchObject({ kind: 'unavailable' })
    control().faults.clear()
    const [there] = control().events(ACCOUNT)
    control().delete(ACCOUNT, there?.id ?? '')
    await syncNow(sync, linked)
    expect(control().events(ACCOUNT)).toEqual([])
    expect((await only()).status).toBe('CANCELLED')
    await inStep()
  })
})

describe('G3: odd events', () => {
  it('are set aside once with their reason, the others go on, and they come when they are mended', async () => {
    const zero = control().insert(ACCOUNT, { summary: 'No time', start: at(10, 0), end: at(10, 0) })
    control().insert(ACCOUNT, timed(12, { summary: 'Fine' }))
    const log = await logAfter(async () => {
      await syncNow(sync, linked)
      control().expireSyncTokens(ACCOUNT)
      await syncNow(sync, linked)
    })
    expect(log.filter(({ told }) => told)).toMatchObject([{ outcome: 'quarantined' }])
    expect((await allEvents(sync, ines.actor)).map(({ title }) => title)).toEqual(['Fine'])
    control().patch(ACCOUNT, zero.id, { end: at(11, 0) })
    await syncNow(sync, linked)
    expect((await allEvents(sync, ines.actor)).map(({ title }) => title)).toEqual(['No time', 'Fine'])
    await inStep()
  })
})

function at(hour: number, minute: number) {
  const [hours, minutes] = [hour, minute].map((part) => String(part).padStart(2, '0'))
  return { dateTime: `2026-03-10T${hours}:${minutes}:00`, timeZone: ZONE }
}
