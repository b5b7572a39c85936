import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ServiceContext } from '../context.ts'
import { listConflicts } from '../scheduling/list-conflicts.ts'
import {
  addMember,
  conflictInput,
  createOrganization,
  createTestWorld,
  eventInput,
  listInput,
  type TestWorld,
  updateInput,
} from '../testing/test-world.ts'
import { violationsIn } from '../testing/violations.ts'
import { cancelEvent } from './cancel-event.ts'
import { createEvent } from './create-event.ts'
import { deleteEvent } from './delete-event.ts'
import { getEvent } from './get-event.ts'
import { listEvents } from './list-events.ts'
import { respondToEvent } from './respond-to-event.ts'
import { updateEvent } from './update-event.ts'

let world: TestWorld
let ada: ServiceContext
let grace: ServiceContext
let client: ServiceContext

beforeAll(async () => {
  world = await createTestWorld()
})
beforeEach(async () => {
  ada = await createOrganization(world)
  grace = await addMember(world, ada.actor.orgId)
  client = await addMember(world, ada.actor.orgId, 'CLIENT')
})
afterAll(async () => {
  expect(await violationsIn(world.db)).toEqual([])
  await world.close()
})

const guests = (...people: ServiceContext[]) => ({ participants: people.map(({ actor }) => ({ email: actor.email })) })
const NINE = { startsAt: '2026-03-10T09:00:00Z', endsAt: '2026-03-10T10:00:00Z' }
const HALF_PAST_NINE = { startsAt: '2026-03-10T09:30:00Z', endsAt: '2026-03-10T10:30:00Z' }
const TEN = { startsAt: '2026-03-10T10:00:00Z', endsAt: '2026-03-10T11:00:00Z' }

const statusNow = async (ctx: ServiceContext, { id }: { id: string }) => (await getEvent(ctx, { id })).status

describe('B1, B2: create, read, update, cancel, delete', () => {
  it('keeps every field, and makes the caller the organizer', async () => {
    const { event } = await createEvent(
      ada,
      eventInput({
        ...NINE,
        title: 'Planning',
        description: 'First\nsecond',
        timeZone: 'America/New_York',
        location: 'Room 1',
        meetingLink: 'https://meet.example/room',
        participants: [
          { email: 'Guest@Example.org', name: 'Guest' },
          { email: grace.actor.email, isOptional: true },
        ],
        suggestion: { score: 91, reasons: [{ rule: 'inside-hours', points: 100, facts: { people: 2 } }] },
      }),
    )
    expect(await getEvent(ada, event)).toMatchObject({
      version: 1,
      title: 'Planning',
      description: 'First\nsecond',
      timeZone: 'America/New_York',
      location: 'Room 1',
      meetingLink: 'https://meet.example/room',
      status: 'SCHEDULED',
      showsAs: 'BUSY',
      source: 'internal',
      aiScheduled: true,
      suggestion: { score: 91 },
      createdBy: ada.actor.userId,
      participants: [
        { email: ada.actor.email, userId: ada.actor.userId, isOrganizer: true, status: 'accepted', isOptional: false },
        { email: 'guest@example.org', name: 'Guest', userId: null, isOrganizer: false, status: 'pending' },
        { email: grace.actor.email, name: 'Test person', userId: grace.actor.userId, isOptional: true },
      ],
    })
    expect(event.startsAt.toString()).toBe('2026-03-10T09:00:00Z')
  })

  it('keeps microseconds, and an all-day event takes whole days of its zone', async () => {
    const exact = await createEvent(ada, eventInput({ startsAt: '2026-03-10T09:00:00.123456Z' }))
    expect((await getEvent(ada, exact.event)).startsAt.toString()).toBe('2026-03-10T09:00:00.123456Z')
    const { event } = await createEvent(
      ada,
      eventInput({
        startsAt: '2026-03-29T09:00:00Z',
        endsAt: '2026-03-29T10:00:00Z',
        allDay: true,
        timeZone: 'Europe/Berlin',
      }),
    )
    // The day of the change to summer time has 23 hours.
    expect([event.startsAt.toString(), event.endsAt.toString()]).toEqual([
      '2026-03-28T23:00:00Z',
      '2026-03-29T22:00:00Z',
    ])
  })

  it('changes only what the input names, and clears what it sets to null', async () => {
    const { event } = await createEvent(
      ada,
      eventInput({ location: 'Room 1', description: 'Agenda', ...guests(grace) }),
    )
    await respondToEvent(grace, { id: event.id, status: 'tentative' })
    const { event: changed } = await updateEvent(ada, updateInput(event, { title: 'New title', location: null }))
    expect(changed).toMatchObject({ version: 2, title: 'New title', location: null, description: 'Agenda' })
    expect(changed.participants.find(({ email }) => email === grace.actor.email)?.status).toBe('tentative')
  })

  it('replaces participants, keeps the answers of those who stay, and never loses the organizer', async () => {
    const { event } = await createEvent(ada, eventInput(guests(grace, client)))
    await respondToEvent(grace, { id: event.id, status: 'accepted' })
    const { event: changed } = await updateEvent(
      ada,
      updateInput(event, {
        participants: [{ email: grace.actor.email, isOptional: true }, { email: 'new@example.org' }],
      }),
    )
    expect(changed.participants.map(({ email, status, isOptional }) => [email, status, isOptional])).toEqual([
      [ada.actor.email, 'accepted', false],
      ['new@example.org', 'pending', false],
      [grace.actor.email, 'accepted', true],
    ])
  })

  it('refuses an end that lands before the start that is kept', async () => {
    const { event } = await createEvent(ada, eventInput(NINE))
    await expect(updateEvent(ada, updateInput(event, { endsAt: '2026-03-10T08:00:00Z' }))).rejects.toMatchObject({
      reason: 'INVALID_INPUT',
      details: { fields: { endsAt: expect.any(String) } },
    })
    expect((await getEvent(ada, event)).version).toBe(1)
  })

  it('refuses a stale version, and an event that is gone', async () => {
    const { event } = await createEvent(ada, eventInput())
    await updateEvent(ada, updateInput(event, { title: 'First' }))
    await expect(updateEvent(ada, updateInput(event, { title: 'Second' }))).rejects.toMatchObject({
      reason: 'VERSION_MISMATCH',
    })
    await expect(cancelEvent(ada, event)).rejects.toMatchObject({ reason: 'VERSION_MISMATCH' })
    await expect(deleteEvent(ada, event)).rejects.toMatchObject({ reason: 'VERSION_MISMATCH' })
    await deleteEvent(ada, { id: event.id, version: 2 })
    await expect(getEvent(ada, event)).rejects.toMatchObject({ reason: 'NOT_FOUND' })
    await expect(deleteEvent(ada, event)).rejects.toMatchObject({ reason: 'NOT_FOUND' })
  })

  it('lists what overlaps the range, by person and by status, long events too', async () => {
    const { event: long } = await createEvent(
      grace,
      eventInput({ startsAt: '2026-02-01T00:00:00Z', endsAt: '2026-03-09T00:00:00Z', title: 'Long' }),
    )
    const { event: short } = await createEvent(ada, eventInput({ ...NINE, title: 'Short' }))
    const { event: cancelled } = await createEvent(ada, eventInput({ ...TEN, title: 'Cancelled' }))
    await cancelEvent(ada, cancelled)
    const week = { from: '2026-03-08T00:00:00Z', to: '2026-03-15T00:00:00Z' }
    const titles = async (fields: object) =>
      (await listEvents(ada, listInput({ ...week, ...fields }))).map(({ title }) => title)
    expect(await titles({})).toEqual([long.title, short.title, 'Cancelled'])
    expect(await titles({ userIds: [ada.actor.userId] })).toEqual(['Short', 'Cancelled'])
    expect(await titles({ statuses: ['SCHEDULED'] })).toEqual(['Long', 'Short'])
    expect(await titles({ from: '2026-03-09T00:00:00Z', to: '2026-03-10T09:00:00Z' })).toEqual([])
  })
})

describe('C1: conflicts', () => {
  it('a second meeting is kept as CONFLICT and says with what, when and whom', async () => {
    const first = await createEvent(ada, eventInput({ ...NINE, ...guests(grace), title: 'First' }))
    const { event, conflicts } = await createEvent(grace, eventInput({ ...HALF_PAST_NINE, ...guests(client) }))
    expect(event.status).toBe('CONFLICT')
    expect(conflicts).toEqual(event.conflicts)
    expect(conflicts).toMatchObject([
      { eventId: first.event.id, title: 'First', participants: [grace.actor.email], source: 'internal' },
    ])
    expect(conflicts[0]?.startsAt.toString()).toBe(NINE.startsAt)
  })

  it('is refused where the caller asks for that, and nothing is stored', async () => {
    await createEvent(ada, eventInput(NINE))
    await expect(createEvent(ada, eventInput({ ...HALF_PAST_NINE, onConflict: 'reject' }))).rejects.toMatchObject({
      reason: 'EVENT_OVERLAPS',
      details: { conflicts: [{ participants: [ada.actor.email] }] },
    })
    expect(await listEvents(ada, listInput({ from: NINE.startsAt, to: TEN.endsAt }))).toHaveLength(1)
  })

  it('a refused move leaves the event where it was', async () => {
    await createEvent(ada, eventInput(NINE))
    const { event } = await createEvent(ada, eventInput(TEN))
    await expect(updateEvent(ada, updateInput(event, { ...NINE, onConflict: 'reject' }))).rejects.toMatchObject({
      reason: 'EVENT_OVERLAPS',
    })
    expect(await getEvent(ada, event)).toMatchObject({ version: 1, status: 'SCHEDULED' })
  })

  it.each([
    ['touches the other', { ...TEN, isOptional: false }],
    ['is free', { ...HALF_PAST_NINE, showsAs: 'FREE', isOptional: false }],
    ['only asks optionally', { ...HALF_PAST_NINE, isOptional: true }],
  ])('none where the second %s', async (_case, { isOptional, ...fields }) => {
    await createEvent(grace, eventInput(NINE))
    const participants = [{ email: grace.actor.email, isOptional }]
    const { event } = await createEvent(ada, eventInput({ ...fields, participants }))
    expect(event.status).toBe('SCHEDULED')
  })

  it('an edit of another field keeps a confirmed event confirmed', async () => {
    const { event } = await createEvent(ada, eventInput(NINE))
    const { event: confirmed } = await updateEvent(ada, updateInput(event, { status: 'CONFIRMED' }))
    const { event: renamed } = await updateEvent(ada, updateInput(confirmed, { title: 'Renamed' }))
    expect(renamed.status).toBe('CONFIRMED')
  })

  it('C4: the form learns of conflicts before anything is stored', async () => {
    const { event } = await createEvent(ada, eventInput({ ...NINE, ...guests(grace) }))
    const ask = (fields: object) =>
      listConflicts(ada, conflictInput({ ...HALF_PAST_NINE, participants: [grace.actor.email], ...fields }))
    expect(await ask({})).toMatchObject({ hasConflict: true, conflicts: [{ eventId: event.id }] })
    expect(await ask({ excludeEventId: event.id })).toMatchObject({ hasConflict: false, conflicts: [] })
    expect(await ask(TEN)).toMatchObject({ hasConflict: false, warnings: [] })
    expect(await ask({ startsAt: '2026-03-01T09:00:00Z', endsAt: '2026-03-01T10:00:00Z' })).toMatchObject({
      warnings: [{ code: 'IN_THE_PAST' }],
    })
  })
})

describe('C3: time that becomes free', () => {
  async function conflicting() {
    const first = (await createEvent(ada, eventInput({ ...NINE, ...guests(grace) }))).event
    const second = (await createEvent(grace, eventInput(HALF_PAST_NINE))).event
    expect(second.status).toBe('CONFLICT')
    return { first, second }
  }

  it.each([
    [
      'moves',
      (event) =>
        updateEvent(ada, updateInput(event, { startsAt: '2026-03-11T09:00:00Z', endsAt: '2026-03-11T10:00:00Z' })),
    ],
    ['is shortened', (event) => updateEvent(ada, updateInput(event, { endsAt: '2026-03-10T09:30:00Z' }))],
    ['is cancelled', (event) => cancelEvent(ada, event)],
    ['is deleted', (event) => deleteEvent(ada, event)],
    ['shows as free', (event) => updateEvent(ada, updateInput(event, { showsAs: 'FREE' }))],
    ['loses the person', (event) => updateEvent(ada, updateInput(event, { participants: [] }))],
    [
      'needs the person no more',
      (event) =>
        updateEvent(ada, updateInput(event, { participants: [{ email: grace.actor.email, isOptional: true }] })),
    ],
    ['is declined by the person', (event) => respondToEvent(grace, { id: event.id, status: 'declined' })],
  ] as [string, (event: { id: string; version: number }) => Promise<unknown>][])(
    'the other event is scheduled when the first %s',
    async (_case, giveWay) => {
      const { first, second } = await conflicting()
      await giveWay(first)
      expect(await getEvent(grace, second)).toMatchObject({ status: 'SCHEDULED', conflicts: [], version: 1 })
    },
  )

  it('a conflict resolves when it moves away itself, and comes back when it returns', async () => {
    const { second } = await conflicting()
    const { event: moved } = await updateEvent(grace, updateInput(second, TEN))
    expect(moved).toMatchObject({ status: 'SCHEDULED', conflicts: [] })
    const { event: back } = await updateEvent(grace, updateInput(moved, HALF_PAST_NINE))
    expect(back.status).toBe('CONFLICT')
  })

  it('the oldest of those who wait comes first, the others wait for it now', async () => {
    const { first, second } = await conflicting()
    world.now = world.now.add({ minutes: 1 })
    const third = (await createEvent(grace, eventInput(HALF_PAST_NINE))).event
    await cancelEvent(ada, first)
    expect(await statusNow(grace, second)).toBe('SCHEDULED')
    expect(await getEvent(grace, third)).toMatchObject({ status: 'CONFLICT', conflicts: [{ eventId: second.id }] })
  })

  it('taking a cancelled event back checks it again', async () => {
    const { first, second } = await conflicting()
    const { event: cancelled } = await cancelEvent(ada, first)
    const { event: back } = await updateEvent(ada, updateInput(cancelled, { status: 'SCHEDULED' }))
    expect(back).toMatchObject({ status: 'CONFLICT', conflicts: [{ eventId: second.id }] })
  })

  it('accepting again what was declined takes the time, or becomes a conflict', async () => {
    const { first, second } = await conflicting()
    await respondToEvent(grace, { id: first.id, status: 'declined' })
    const { event } = await respondToEvent(grace, { id: first.id, status: 'accepted' })
    expect(event).toMatchObject({ status: 'CONFLICT', conflicts: [{ eventId: second.id }] })
  })
})

describe('H2: who may', () => {
  it('a client changes only own events, and sees of others that people are busy', async () => {
    const { event } = await createEvent(ada, eventInput({ title: 'Secret plan', location: 'Room 1', ...guests(grace) }))
    expect(await getEvent(client, event)).toMatchObject({ title: 'Busy', location: null, description: null })
    expect(JSON.stringify(await listEvents(client, listInput({ from: NINE.startsAt, to: TEN.endsAt })))).not.toContain(
      'Secret',
    )
    await expect(cancelEvent(client, event)).rejects.toMatchObject({ reason: 'NOT_ALLOWED' })
    const own = await createEvent(client, eventInput({ ...NINE, ...guests(grace) }))
    expect(own.conflicts).toMatchObject([{ title: 'Busy', participants: [grace.actor.email] }])
    await cancelEvent(client, own.event)
  })

  it('only a participant answers', async () => {
    const { event } = await createEvent(ada, eventInput())
    await expect(respondToEvent(grace, { id: event.id, status: 'declined' })).rejects.toMatchObject({
      reason: 'NOT_ALLOWED',
    })
  })

  it('H3: an event of another organization answers like none', async () => {
    const { event } = await createEvent(ada, eventInput())
    const stranger = await createOrganization(world)
    await expect(getEvent(stranger, event)).rejects.toMatchObject({ reason: 'NOT_FOUND' })
    await expect(updateEvent(stranger, updateInput(event, { title: 'Mine' }))).rejects.toMatchObject({
      reason: 'NOT_FOUND',
    })
    await expect(deleteEvent(stranger, event)).rejects.toMatchObject({ reason: 'NOT_FOUND' })
    expect(await listEvents(stranger, listInput({ from: NINE.startsAt, to: TEN.endsAt }))).toEqual([])
  })
})
