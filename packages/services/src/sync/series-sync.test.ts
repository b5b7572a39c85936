import { timed, ZONE } from '@astralis/calendars/testing/google-stand-in/google-for-tests'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ServiceContext } from '../context.ts'
import { cancelEvent } from '../events/cancel-event.ts'
import { createEvent } from '../events/create-event.ts'
import { deleteEvent } from '../events/delete-event.ts'
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

const ACCOUNT = 'ines@harborpine.example'
const HOUR = 3_600_000

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
const WEEKLY = { summary: 'Weekly', recurrence: ['RRULE:FREQ=WEEKLY;COUNT=5'] }

async function occurrences() {
  return (await allEvents(sync, ines.actor)).toSorted(
    (a, b) => a.startsAt.epochMilliseconds - b.startsAt.epochMilliseconds,
  )
}

/** Titles and starts of what takes place, in order. */
async function told(): Promise<string[]> {
  const taking = (await occurrences()).filter(({ status }) => status !== 'CANCELLED')
  return taking.map(({ title, startsAt }) => `${title} ${startsAt.toString().slice(5, 16)}`)
}

const ids = async () => (await occurrences()).map(({ id }) => id)

async function inStep() {
  await syncNow(sync, linked)
  const writes = control().writes()
  const before = (await occurrences()).map(({ id, version }) => `${id} ${version}`)
  await syncNow(sync, linked)
  expect(control().writes()).toEqual(writes)
  expect((await occurrences()).map(({ id, version }) => `${id} ${version}`)).toEqual(before)
  expect(await differences(sync, linked)).toEqual([])
}

describe('G3: an occurrence that was as its series says, changed on both sides before either is read', () => {
  const second = async () => {
    const [, one] = await occurrences()
    if (!one) throw new Error('There is no second occurrence.')
    return one
  }
  beforeEach(async () => {
    const { id } = control().insert(ACCOUNT, timed(11, WEEKLY))
    await syncNow(sync, linked)
    control().patch(ACCOUNT, `${id}_20260318T090000Z`, { summary: 'Special' })
  })
  afterEach(inStep)

  it('renamed there and moved here, it is both', async () => {
    const one = await second()
    const [startsAt, endsAt] = [one.startsAt, one.endsAt].map((at) => at.add({ hours: 1 }).toString())
    await updateEvent(ines, updateInput(one, { startsAt, endsAt, scope: 'this' }))
    await pushNow(sync, linked)
    await syncNow(sync, linked)
    expect(await told()).toContain('Special 03-18T10:00')
  })

  it('renamed on both sides, it has the name that it has where the series is from, and the other one is in the log', async () => {
    await updateEvent(ines, updateInput(await second(), { title: 'Ours', scope: 'this' }))
    await pushNow(sync, linked)
    await syncNow(sync, linked)
    expect(await told()).toContain('Special 03-18T09:00')
    const [lost] = await world.owner.execute(sql`select detail::text as detail from sync_entries where needs_attention`)
    expect(lost?.['detail']).toContain('Ours')
  })
})

describe('G3: a series that is changed there', () => {
  let seriesId: string
  let before: string[]
  beforeEach(async () => {
    seriesId = control().insert(ACCOUNT, timed(11, WEEKLY)).id
    await syncNow(sync, linked)
    before = await ids()
  })
  afterEach(async () => {
    await inStep()
    expect(control().writes()).toEqual({ insert: 0, patch: 0, update: 0, delete: 0 })
  })

  it('crosses the change of the clocks at the same wall time', async () => {
    expect(await told()).toEqual([
      'Weekly 03-11T09:00',
      'Weekly 03-18T09:00',
      'Weekly 03-25T09:00',
      'Weekly 04-01T08:00',
      'Weekly 04-08T08:00',
    ])
  })

  it('one moved, one renamed, one cancelled', async () => {
    control().move(ACCOUNT, `${seriesId}_20260318T090000Z`, HOUR)
    control().patch(ACCOUNT, `${seriesId}_20260325T090000Z`, { summary: 'Special' })
    control().delete(ACCOUNT, `${seriesId}_20260401T080000Z`)
    await syncNow(sync, linked)
    expect(await told()).toEqual([
      'Weekly 03-11T09:00',
      'Weekly 03-18T10:00',
      'Special 03-25T09:00',
      'Weekly 04-08T08:00',
    ])
    expect(await ids()).toEqual(before)
  })

  it('all moved: each stays the event that it is', async () => {
    control().move(ACCOUNT, seriesId, 2 * HOUR)
    await syncNow(sync, linked)
    expect((await told()).at(0)).toBe('Weekly 03-11T11:00')
    expect((await told()).at(-1)).toBe('Weekly 04-08T10:00')
    expect(await ids()).toEqual(before)
  })

  it('all renamed: but for what has a name of its own', async () => {
    control().patch(ACCOUNT, `${seriesId}_20260325T090000Z`, { summary: 'Special' })
    control().patch(ACCOUNT, seriesId, { summary: 'Renamed' })
    await syncNow(sync, linked)
    expect((await told()).map((line) => line.split(' ')[0])).toEqual([
      'Renamed',
      'Renamed',
      'Special',
      'Renamed',
      'Renamed',
    ])
    expect(await ids()).toEqual(before)
  })

  it('another rule: what is at a slot of both stays', async () => {
    control().patch(ACCOUNT, seriesId, { recurrence: ['RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=3'] })
    await syncNow(sync, linked)
    expect(await told()).toEqual(['Weekly 03-11T09:00', 'Weekly 03-25T09:00', 'Weekly 04-08T08:00'])
    expect(await ids()).toEqual([before[0], before[2], before[4]])
  })

  it('this and following, as Google does it: the old one ends, a new one begins', async () => {
    control().patch(ACCOUNT, seriesId, { recurrence: ['RRULE:FREQ=WEEKLY;UNTIL=20260324T225959Z'] })
    control().insert(ACCOUNT, {
      summary: 'Later',
      recurrence: ['RRULE:FREQ=WEEKLY;COUNT=3'],
      start: { dateTime: '2026-03-25T14:00:00', timeZone: ZONE },
      end: { dateTime: '2026-03-25T15:00:00', timeZone: ZONE },
    })
    await syncNow(sync, linked)
    expect(await told()).toEqual([
      'Weekly 03-11T09:00',
      'Weekly 03-18T09:00',
      'Later 03-25T13:00',
      'Later 04-01T12:00',
      'Later 04-08T12:00',
    ])
  })

  it('all deleted', async () => {
    control().patch(ACCOUNT, `${seriesId}_20260325T090000Z`, { summary: 'Special' })
    await syncNow(sync, linked)
    control().delete(ACCOUNT, seriesId)
    await syncNow(sync, linked)
    expect(await told()).toEqual([])
  })

  it('no series any more, and one again', async () => {
    control().patch(ACCOUNT, seriesId, { recurrence: [] })
    await syncNow(sync, linked)
    expect(await told()).toEqual(['Weekly 03-11T09:00'])
    control().patch(ACCOUNT, seriesId, { recurrence: ['RRULE:FREQ=WEEKLY;COUNT=2'] })
    await syncNow(sync, linked)
    expect(await told()).toEqual(['Weekly 03-11T09:00', 'Weekly 03-18T09:00'])
  })
})

describe('G3: a series of whole days', () => {
  it('comes here, with one day moved and one left out, and is on the same dates', async () => {
    const { id } = control().insert(ACCOUNT, {
      summary: 'Fair',
      recurrence: ['RRULE:FREQ=WEEKLY;COUNT=4'],
      start: { date: '2026-03-17' },
      end: { date: '2026-03-18' },
    })
    await syncNow(sync, linked)
    control().patch(ACCOUNT, `${id}_20260324`, { start: { date: '2026-03-26' }, end: { date: '2026-03-27' } })
    control().delete(ACCOUNT, `${id}_20260331`)
    await syncNow(sync, linked)
    // Whole days begin at midnight in Berlin.
    expect(await told()).toEqual(['Fair 03-16T23:00', 'Fair 03-25T23:00', 'Fair 04-06T22:00'])
    await inStep()
    expect(control().writes()).toEqual({ insert: 0, patch: 0, update: 0, delete: 0 })
  })
})

describe('G3: a series that is changed here', () => {
  async function second() {
    const event = (await occurrences())[1]
    if (!event) throw new Error('There is no second one.')
    return event
  }

  it.each(['this', 'following', 'all'] as const)('%s renamed and moved, of ours', async (scope) => {
    await createEvent(ines, eventInput({ title: 'Series', recurrence: 'RRULE:FREQ=WEEKLY;COUNT=4' }))
    await pushNow(sync, linked)
    const event = await second()
    const startsAt = event.startsAt.add({ hours: 3 }).toString()
    const endsAt = event.endsAt.add({ hours: 3 }).toString()
    await updateEvent(ines, updateInput(event, { title: 'Changed', startsAt, endsAt, scope }))
    await pushNow(sync, linked)
    await inStep()
    const changed = { this: 1, following: 3, all: 4 }[scope]
    expect((await told()).filter((line) => line.startsWith('Changed'))).toHaveLength(changed)
    const masters = control()
      .events(ACCOUNT)
      .filter(({ recurrence }) => recurrence)
    expect(masters).toHaveLength(scope === 'following' ? 2 : 1)
  })

  it.each(['this', 'following', 'all'] as const)('%s renamed and moved, of theirs', async (scope) => {
    control().insert(ACCOUNT, timed(11, WEEKLY))
    await syncNow(sync, linked)
    const event = await second()
    const startsAt = event.startsAt.add({ hours: 3 }).toString()
    const endsAt = event.endsAt.add({ hours: 3 }).toString()
    await updateEvent(ines, updateInput(event, { title: 'Changed', startsAt, endsAt, scope }))
    await pushNow(sync, linked)
    await inStep()
    const changed = { this: 1, following: 4, all: 5 }[scope]
    expect((await told()).filter((line) => line.startsWith('Changed'))).toHaveLength(changed)
  })

  it('an event of theirs that begins to repeat, and stops to', async () => {
    control().insert(ACCOUNT, timed(11, { summary: 'Once' }))
    await syncNow(sync, linked)
    const [event] = await occurrences()
    if (!event) throw new Error('It is not here.')
    await updateEvent(ines, updateInput(event, { recurrence: 'RRULE:FREQ=WEEKLY;COUNT=3' }))
    await inStep()
    expect(await told()).toHaveLength(3)
    expect(control().events(ACCOUNT)).toMatchObject([{ summary: 'Once', recurrence: ['RRULE:FREQ=WEEKLY;COUNT=3'] }])
    const [first] = await occurrences()
    if (!first) throw new Error('It is not here.')
    await updateEvent(ines, updateInput(first, { recurrence: null, scope: 'all' }))
    await inStep()
    expect(await told()).toHaveLength(1)
    expect(control().events(ACCOUNT)).toHaveLength(1)
  })

  it.each(['this', 'following', 'all'] as const)('%s cancelled, deleted', async (scope) => {
    for (const [change, title] of [
      [cancelEvent, 'Cancelled'],
      [deleteEvent, 'Deleted'],
    ] as const) {
      await createEvent(ines, eventInput({ title, showsAs: 'FREE', recurrence: 'RRULE:FREQ=WEEKLY;COUNT=4' }))
      await pushNow(sync, linked)
      const event = (await occurrences()).filter((one) => one.title === title)[1]
      if (!event) throw new Error('There is no second one.')
      await change(ines, { id: event.id, version: event.version, scope })
      await pushNow(sync, linked)
    }
    await inStep()
    const left = { this: 6, following: 2, all: 0 }[scope]
    expect(await told()).toHaveLength(left)
    const taking = control()
      .events(ACCOUNT)
      .filter(({ recurrence }) => recurrence)
    expect(taking).toHaveLength(scope === 'all' ? 0 : 2)
  })
})

describe('F1: mails', () => {
  const mails = async () => [
    ...(await world.owner.execute<{ kind: string; to: string }>(
      sql`select kind, recipient_email as to from mails where kind <> 'reminder' order by created_at, id`,
    )),
  ]

  it('guests of ours hear once of a move there; of what is imported nobody hears', async () => {
    const guest = await addMember(world, ines.actor.orgId)
    await createEvent(ines, eventInput({ title: 'Ours', participants: [{ email: guest.actor.email }] }))
    await pushNow(sync, linked)
    const invited = await mails()
    expect(invited).toHaveLength(1)
    const [there] = control().events(ACCOUNT)
    control().move(ACCOUNT, there?.id ?? '', HOUR)
    const theirs = control().insert(
      ACCOUNT,
      timed(20, { summary: 'Theirs', attendees: [{ email: guest.actor.email }] }),
    )
    world.now = world.now.add({ minutes: 10 })
    for (let round = 0; round < 3; round++) await syncNow(sync, linked)
    control().move(ACCOUNT, theirs.id, HOUR)
    await syncNow(sync, linked)
    control().delete(ACCOUNT, theirs.id)
    await syncNow(sync, linked)
    const all = await mails()
    expect(all.map(({ to }) => to)).toEqual(all.map(() => guest.actor.email))
    expect(all).toHaveLength(2)
    await inStep()
  })
})
