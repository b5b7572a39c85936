import type { Event } from '@astralis/core/events/event'
import type { Temporal } from '@astralis/core/temporal'
import { sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
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
import { databaseConstraint } from '../transaction.ts'
import { cancelEvent } from './cancel-event.ts'
import { createEvent } from './create-event.ts'
import { deleteEvent } from './delete-event.ts'
import { extendSeries } from './extend-series.ts'
import { getEvent } from './get-event.ts'
import { listEvents } from './list-events.ts'
import { respondToEvent } from './respond-to-event.ts'
import { updateEvent } from './update-event.ts'

let world: TestWorld
let ada: ServiceContext
beforeAll(async () => {
  world = await createTestWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  ada = await createOrganization(world)
})
afterEach(async () => {
  expect(await violationsIn(world.db)).toEqual([])
})

const TEN = { startsAt: '2026-03-10T09:00:00Z', endsAt: '2026-03-10T10:00:00Z', timeZone: 'Europe/Berlin' }

/** Every Tuesday at ten in Berlin, six times: the clocks change after the third. */
async function weekly(fields: Parameters<typeof eventInput>[0] = {}): Promise<Event[]> {
  const { event } = await createEvent(ada, eventInput({ ...TEN, recurrence: 'FREQ=WEEKLY;COUNT=6', ...fields }))
  return occurrencesOf(event.seriesId)
}

async function allEvents(): Promise<Event[]> {
  return listEvents(ada, listInput({ from: '2026-03-01T00:00:00Z', to: '2027-03-01T00:00:00Z' }))
}

async function occurrencesOf(seriesId: string | null): Promise<Event[]> {
  return (await allEvents()).filter((event) => event.seriesId === seriesId)
}

/** Local starts in Berlin, such as `10 Mar 10:00`. */
function local({ startsAt }: { startsAt: Temporal.Instant }): string {
  return startsAt.toZonedDateTimeISO('Europe/Berlin').toPlainDateTime().toString({ smallestUnit: 'minute' }).slice(5)
}
const locals = (events: Event[]) => events.map(local)

function at(events: Event[], index: number): Event {
  const event = events[index]
  if (!event) throw new Error(`There is no occurrence ${index}.`)
  return event
}

/** The event an hour later. */
function later({ startsAt, endsAt }: Event) {
  return { startsAt: startsAt.add({ hours: 1 }).toString(), endsAt: endsAt.add({ hours: 1 }).toString() }
}

const TEN_O_CLOCK = ['03-10T10:00', '03-17T10:00', '03-24T10:00', '03-31T10:00', '04-07T10:00', '04-14T10:00']

describe('B5: a series is created', () => {
  it('every occurrence is an event, at the same time of day across the change of clocks', async () => {
    const events = await weekly()
    expect(locals(events)).toEqual(TEN_O_CLOCK)
    expect(new Set(events.map(({ startsAt }) => startsAt.toZonedDateTimeISO('UTC').hour))).toEqual(new Set([9, 8]))
    expect(
      events.every(
        ({ status, originalStartsAt, startsAt }) => status === 'SCHEDULED' && originalStartsAt?.equals(startsAt),
      ),
    ).toBe(true)
    expect(at(events, 3)).toMatchObject({ recurrence: 'RRULE:FREQ=WEEKLY;COUNT=6', ownFields: [], version: 1 })
  })

  it('an endless one exists for eighteen months, and goes on from there', async () => {
    const { event, occurrences } = await createEvent(ada, eventInput({ ...TEN, recurrence: 'RRULE:FREQ=WEEKLY' }))
    expect(occurrences).toMatchObject({ total: 79, free: 79, summary: 'All 79 weeks free' })
    const last = await world.owner.execute<{ last: string }>(sql`
      select max(starts_at)::text as last from events where series_id = ${event.seriesId}`)
    expect(last[0]?.last).toContain('2027-09-07')
  })

  it('each occurrence is checked, and those that clash are listed', async () => {
    await createEvent(
      ada,
      eventInput({ startsAt: '2026-03-24T09:30:00Z', endsAt: '2026-03-24T09:45:00Z', title: 'Dentist' }),
    )
    await createEvent(ada, eventInput({ startsAt: '2026-04-07T07:00:00Z', endsAt: '2026-04-07T08:01:00Z' }))
    const asked = await listConflicts(
      ada,
      conflictInput({ ...TEN, participants: [ada.actor.email], recurrence: 'FREQ=WEEKLY;COUNT=6' }),
    )
    expect(asked.occurrences).toMatchObject({ total: 6, free: 4, summary: '4 of 6 weeks free' })
    const made = await createEvent(ada, eventInput({ ...TEN, recurrence: 'FREQ=WEEKLY;COUNT=6' }))
    expect(made.occurrences).toEqual(asked.occurrences)
    expect(made.occurrences?.clashes.map(local)).toEqual(['03-24T10:00', '04-07T10:00'])
    expect(made.occurrences?.clashes[0]?.conflicts).toMatchObject([
      { title: 'Dentist', participants: [ada.actor.email] },
    ])
    const events = await occurrencesOf(made.event.seriesId)
    expect(events.map(({ status }) => status)).toEqual([
      'SCHEDULED',
      'SCHEDULED',
      'CONFLICT',
      'SCHEDULED',
      'CONFLICT',
      'SCHEDULED',
    ])
  })

  it('a caller who wants no conflicts gets all or nothing', async () => {
    await createEvent(ada, eventInput({ startsAt: '2026-04-14T08:00:00Z', endsAt: '2026-04-14T09:00:00Z' }))
    const refused = createEvent(ada, eventInput({ ...TEN, recurrence: 'FREQ=WEEKLY;COUNT=6', onConflict: 'reject' }))
    await expect(refused).rejects.toMatchObject({
      reason: 'EVENT_OVERLAPS',
      details: { conflicts: [{ title: 'Planning' }] },
    })
    expect(await allEvents()).toHaveLength(1)
  })

  it('a repeated idempotency key makes no second series', async () => {
    const input = eventInput({ ...TEN, recurrence: 'FREQ=WEEKLY;COUNT=6', idempotencyKey: 'once' })
    const [one, two] = await Promise.all([createEvent(ada, input), createEvent(ada, input)])
    expect(one.event.id).toBe(two.event.id)
    expect(await allEvents()).toHaveLength(6)
  })

  it('begins with the first time that the rule has, and says so', async () => {
    const { event, warnings } = await createEvent(
      ada,
      eventInput({ ...TEN, recurrence: 'FREQ=WEEKLY;BYDAY=FR;COUNT=2' }),
    )
    expect(local(event)).toBe('03-13T10:00')
    expect(warnings).toMatchObject([{ code: 'STARTS_LATER' }])
  })

  it('whole days stay whole days', async () => {
    const input = {
      startsAt: '2026-03-27T23:00:00Z',
      endsAt: '2026-03-28T23:00:00Z',
      timeZone: 'Europe/Berlin',
      allDay: true,
    }
    const { event } = await createEvent(ada, eventInput({ ...input, recurrence: 'FREQ=DAILY;COUNT=3' }))
    const hours = (await occurrencesOf(event.seriesId)).map(({ startsAt, endsAt }) =>
      startsAt.until(endsAt).total('hours'),
    )
    expect(hours).toEqual([24, 23, 24])
  })

  it.each([
    ['FREQ=HOURLY', /HOURLY is not supported/],
    ['FREQ=DAILY;COUNT=2001', /COUNT/],
    ['FREQ=DAILY;UNTIL=20400101', /at most 2000 occurrences/],
    ['FREQ=WEEKLY;BYDAY=XX', /BYDAY/],
    ['every tuesday', /RRULE/],
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', /BYMONTHDAY/],
  ])('refuses %s and names the field', async (recurrence, message) => {
    const refused = (async () => createEvent(ada, eventInput({ ...TEN, recurrence })))()
    await expect(refused).rejects.toThrow(message)
    await expect(refused).rejects.toThrow(/recurrence|occurrences/)
  })

  it('refuses occurrences that would overlap each other, and seconds', async () => {
    const long = eventInput({ ...TEN, endsAt: '2026-03-11T10:00:00Z', recurrence: 'FREQ=DAILY' })
    await expect(createEvent(ada, long)).rejects.toMatchObject({
      details: { fields: { recurrence: expect.stringContaining('end before the next') } },
    })
    const odd = eventInput({ ...TEN, startsAt: '2026-03-10T09:00:30Z', recurrence: 'FREQ=DAILY' })
    await expect(createEvent(ada, odd)).rejects.toMatchObject({ reason: 'INVALID_INPUT' })
  })

  it('refuses more occurrences times people than one transaction should write', async () => {
    const participants = Array.from({ length: 60 }, (_, nth) => ({ email: `guest-${nth}@example.org` }))
    const refused = createEvent(ada, eventInput({ ...TEN, participants, recurrence: 'FREQ=DAILY' }))
    await expect(refused).rejects.toMatchObject({
      details: { fields: { recurrence: expect.stringMatching(/at most \d+ participants in a series of \d+/) } },
    })
  })
})

describe('B5: one occurrence is changed', () => {
  it('keeps its slot, and says what is its own', async () => {
    const third = at(await weekly(), 2)
    const { event } = await updateEvent(ada, updateInput(third, later(third)))
    expect(local(event)).toBe('03-24T11:00')
    expect(event).toMatchObject({
      ownFields: ['time'],
      originalStartsAt: third.originalStartsAt,
      seriesId: third.seriesId,
    })
    expect(locals(await occurrencesOf(event.seriesId)).with(2, '03-24T10:00')).toEqual(TEN_O_CLOCK)
  })

  it('moved back it is like the others again', async () => {
    const third = at(await weekly(), 2)
    const { event } = await updateEvent(ada, updateInput(third, later(third)))
    const { startsAt, endsAt } = third
    const back = await updateEvent(
      ada,
      updateInput(event, { startsAt: startsAt.toString(), endsAt: endsAt.toString() }),
    )
    expect(back.event.ownFields).toEqual([])
  })

  it('into the time of another occurrence is a conflict', async () => {
    const events = await weekly()
    const [second, third] = [at(events, 1), at(events, 2)]
    const { startsAt, endsAt } = second
    const { event } = await updateEvent(
      ada,
      updateInput(third, { startsAt: startsAt.toString(), endsAt: endsAt.toString() }),
    )
    expect(event).toMatchObject({ status: 'CONFLICT', conflicts: [{ eventId: second.id }] })
  })

  it('can not repeat by itself', async () => {
    const third = at(await weekly(), 2)
    const refused = updateEvent(ada, updateInput(third, { recurrence: 'FREQ=DAILY' }))
    await expect(refused).rejects.toMatchObject({
      details: { fields: { recurrence: expect.stringContaining('following') } },
    })
  })

  it('cancelled and taken back', async () => {
    const third = at(await weekly(), 2)
    const { event } = await cancelEvent(ada, third)
    expect(event).toMatchObject({ status: 'CANCELLED', ownFields: ['status'] })
    const back = await updateEvent(ada, updateInput(event, { status: 'SCHEDULED' }))
    expect(back.event).toMatchObject({ status: 'SCHEDULED', ownFields: [] })
  })
})

describe('B5: all occurrences are changed', () => {
  it('move together, and what was moved alone stays', async () => {
    const events = await weekly()
    const fifth = at(events, 4)
    await updateEvent(ada, updateInput(fifth, { startsAt: '2026-04-08T12:00:00Z', endsAt: '2026-04-08T13:00:00Z' }))
    const second = at(events, 1)
    const { event, occurrences } = await updateEvent(ada, updateInput(second, { ...later(second), scope: 'all' }))
    expect(occurrences).toMatchObject({ total: 6, free: 6, summary: 'All 6 weeks free' })
    expect(event).toMatchObject({ id: second.id, version: 2, ownFields: [] })
    const after = await occurrencesOf(event.seriesId)
    expect(locals(after)).toEqual([
      '03-10T11:00',
      '03-17T11:00',
      '03-24T11:00',
      '03-31T11:00',
      '04-08T14:00',
      '04-14T11:00',
    ])
    const moved = at(after, 4)
    expect(moved).toMatchObject({ id: fifth.id, ownFields: ['time'] })
    expect(moved.originalStartsAt && local({ startsAt: moved.originalStartsAt })).toBe('04-07T11:00')
  })

  it('by a week each goes where the next was', async () => {
    const first = at(await weekly(), 0)
    const { event } = await updateEvent(
      ada,
      updateInput(first, { startsAt: '2026-03-17T09:00:00Z', endsAt: '2026-03-17T10:00:00Z', scope: 'all' }),
    )
    expect(locals(await occurrencesOf(event.seriesId))).toEqual([...TEN_O_CLOCK.slice(1), '04-21T10:00'])
  })

  it('to another weekday, and back', async () => {
    const first = at(await weekly({ recurrence: 'FREQ=WEEKLY;BYDAY=TU;COUNT=6' }), 0)
    const wednesday = { startsAt: '2026-03-11T09:00:00Z', endsAt: '2026-03-11T10:00:00Z' }
    const { event } = await updateEvent(ada, updateInput(first, { ...wednesday, scope: 'all' }))
    expect(event.recurrence).toBe('RRULE:FREQ=WEEKLY;COUNT=6;BYDAY=WE')
    const { startsAt, endsAt } = TEN
    await updateEvent(ada, updateInput(event, { startsAt, endsAt, scope: 'all' }))
    expect(locals(await occurrencesOf(event.seriesId))).toEqual(TEN_O_CLOCK)
  })

  it('a title goes to all but those that have their own', async () => {
    const events = await weekly()
    await updateEvent(ada, updateInput(at(events, 3), { title: 'With the board' }))
    const { event } = await updateEvent(ada, updateInput(at(events, 0), { title: 'Weekly', scope: 'all' }))
    const titles = (await occurrencesOf(event.seriesId)).map(({ title }) => title)
    expect(titles).toEqual(['Weekly', 'Weekly', 'Weekly', 'With the board', 'Weekly', 'Weekly'])
  })

  it('another rule keeps the occurrences that it has too, and their changes', async () => {
    const events = await weekly()
    await updateEvent(ada, updateInput(at(events, 2), { title: 'Special' }))
    const { event } = await updateEvent(
      ada,
      updateInput(at(events, 0), { recurrence: 'FREQ=WEEKLY;INTERVAL=2;COUNT=4', scope: 'all' }),
    )
    const after = await occurrencesOf(event.seriesId)
    expect(locals(after)).toEqual(['03-10T10:00', '03-24T10:00', '04-07T10:00', '04-21T10:00'])
    expect(after.map(({ title }) => title)).toEqual(['Planning', 'Special', 'Planning', 'Planning'])
    expect(at(after, 1).id).toBe(at(events, 2).id)
  })

  it('far ahead, another rule reaches as far from its first occurrence as a new series would', async () => {
    const [startsAt, endsAt] = ['2029-01-09T09:00:00Z', '2029-01-09T10:00:00Z']
    const { event } = await createEvent(ada, eventInput({ startsAt, endsAt, recurrence: 'FREQ=WEEKLY;COUNT=3' }))
    const rule = { recurrence: 'FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=12', scope: 'all' }
    const { event: first } = await updateEvent(ada, updateInput(event, rule))
    expect(first.startsAt.toString()).toBe('2029-06-12T08:00:00Z')
  })

  it('a rule of which nothing is left is refused, and nothing has changed', async () => {
    const first = at(await weekly(), 0)
    const rule = { recurrence: 'RRULE:FREQ=DAILY;COUNT=1\nEXDATE;VALUE=DATE:20260310', scope: 'all' }
    await expect(updateEvent(ada, updateInput(first, rule))).rejects.toMatchObject({
      details: { fields: { recurrence: 'This rule has no occurrence.' } },
    })
    expect(await allEvents()).toHaveLength(6)
  })

  it('somebody new is booked for all of them, and freed again', async () => {
    const bob = await addMember(world, ada.actor.orgId)
    const events = await weekly()
    const participants = [{ email: ada.actor.email }, { email: bob.actor.email }]
    const { event } = await updateEvent(ada, updateInput(at(events, 0), { participants, scope: 'all' }))
    const single = await createEvent(
      bob,
      eventInput({ startsAt: '2026-04-14T08:00:00Z', endsAt: '2026-04-14T09:00:00Z' }),
    )
    expect(single.event.status).toBe('CONFLICT')
    await updateEvent(ada, updateInput(event, { participants: [{ email: ada.actor.email }], scope: 'all' }))
    expect((await getEvent(bob, single.event)).status).toBe('SCHEDULED')
  })

  it('an outdated version is refused, and nothing has changed', async () => {
    const events = await weekly()
    await updateEvent(ada, updateInput(at(events, 0), { title: 'Weekly', scope: 'all' }))
    const refused = updateEvent(ada, updateInput(at(events, 1), { title: 'Mine', scope: 'all' }))
    await expect(refused).rejects.toMatchObject({ reason: 'VERSION_MISMATCH' })
  })

  it('a move that a rule can not follow asks for a rule', async () => {
    const { event } = await createEvent(
      ada,
      eventInput({ ...TEN, recurrence: 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=7;COUNT=4' }),
    )
    const { startsAt, endsAt } = event
    const next = { startsAt: startsAt.add({ hours: 24 }).toString(), endsAt: endsAt.add({ hours: 24 }).toString() }
    await expect(updateEvent(ada, updateInput(event, { ...next, scope: 'all' }))).rejects.toMatchObject({
      details: { fields: { recurrence: expect.stringContaining('Choose how it repeats') } },
    })
  })

  it('an answer for all frees all of the time', async () => {
    const bob = await addMember(world, ada.actor.orgId)
    const events = await weekly({ participants: [{ email: bob.actor.email }] })
    await respondToEvent(bob, { id: at(events, 0).id, status: 'declined', scope: 'all' })
    const { occurrences } = await createEvent(bob, eventInput({ ...TEN, recurrence: 'FREQ=WEEKLY;COUNT=6' }))
    expect(occurrences).toMatchObject({ free: 6 })
    expect((await getEvent(ada, at(events, 5))).version).toBe(1)
  })
})

describe('B5: this and the following are changed', () => {
  it('the series splits, and what came before stays as it was', async () => {
    const events = await weekly()
    const third = at(events, 2)
    const { event } = await updateEvent(ada, updateInput(third, { ...later(third), scope: 'following' }))
    expect(event.id).toBe(third.id)
    expect(event.seriesId).not.toBe(third.seriesId)
    expect(await getEvent(ada, at(events, 1))).toEqual({ ...at(events, 1), recurrence: 'RRULE:FREQ=WEEKLY;COUNT=2' })
    expect(event.recurrence).toBe('RRULE:FREQ=WEEKLY;COUNT=4')
    expect(locals(await allEvents())).toEqual([
      '03-10T10:00',
      '03-17T10:00',
      '03-24T11:00',
      '03-31T11:00',
      '04-07T11:00',
      '04-14T11:00',
    ])
  })

  it('undone it is one series again, as if nothing had been', async () => {
    const before = await weekly()
    const third = at(before, 2)
    const { event } = await updateEvent(ada, updateInput(third, { ...later(third), scope: 'following' }))
    const { startsAt, endsAt } = third
    await updateEvent(
      ada,
      updateInput(event, { startsAt: startsAt.toString(), endsAt: endsAt.toString(), scope: 'all' }),
    )
    const after = await occurrencesOf(third.seriesId)
    const withoutVersions = (list: Event[]) =>
      list.map((event) => ({ ...event, version: 0, sequence: 0, updatedAt: world.now }))
    expect(withoutVersions(after)).toEqual(withoutVersions(before))
    const series = await world.owner.execute(sql`select id from series where org_id = ${ada.actor.orgId}`)
    expect(series).toEqual([{ id: third.seriesId }])
  })

  it('from the first on it is all of them', async () => {
    const first = at(await weekly(), 0)
    const { event } = await updateEvent(ada, updateInput(first, { title: 'Weekly', scope: 'following' }))
    expect(event.seriesId).toBe(first.seriesId)
  })

  it('cancelled, nothing is made any more; taken back, the series goes on', async () => {
    const { event: first } = await createEvent(ada, eventInput({ ...TEN, recurrence: 'FREQ=WEEKLY' }))
    const third = at(await occurrencesOf(first.seriesId), 2)
    const { event } = await cancelEvent(ada, { ...third, scope: 'following' })
    expect(locals((await allEvents()).filter(({ status }) => status !== 'CANCELLED'))).toEqual([
      '03-10T10:00',
      '03-17T10:00',
    ])
    const nextYear = { ...ada, clock: () => world.now.add({ hours: 24 * 365 }) }
    expect(await extendSeries(nextYear, ada.actor)).toEqual({ occurrences: 0 })
    await updateEvent(ada, updateInput(event, { status: 'SCHEDULED', scope: 'all' }))
    const { occurrences } = await extendSeries(nextYear, ada.actor)
    expect(occurrences).toBe(51)
    expect(await occurrencesOf(first.seriesId)).toHaveLength(51)
  })
})

describe('B5: series are cancelled and deleted', () => {
  it('all at once and back, but not what was cancelled alone', async () => {
    const events = await weekly()
    await cancelEvent(ada, at(events, 1))
    const { event } = await cancelEvent(ada, { ...at(events, 0), scope: 'all' })
    expect((await allEvents()).every(({ status }) => status === 'CANCELLED')).toBe(true)
    await updateEvent(ada, updateInput(event, { status: 'SCHEDULED', scope: 'all' }))
    expect((await allEvents()).map(({ status }) => status)).toEqual([
      'SCHEDULED',
      'CANCELLED',
      'SCHEDULED',
      'SCHEDULED',
      'SCHEDULED',
      'SCHEDULED',
    ])
  })

  it('its time goes to whoever waits for it', async () => {
    const events = await weekly()
    const waiting = await createEvent(
      ada,
      eventInput({ startsAt: '2026-04-14T08:00:00Z', endsAt: '2026-04-14T09:00:00Z' }),
    )
    expect(waiting.event.status).toBe('CONFLICT')
    await cancelEvent(ada, { ...at(events, 4), scope: 'following' })
    expect((await getEvent(ada, waiting.event)).status).toBe('SCHEDULED')
  })

  it('a deleted occurrence is not made again', async () => {
    const { event: first } = await createEvent(ada, eventInput({ ...TEN, recurrence: 'FREQ=WEEKLY' }))
    await deleteEvent(ada, at(await occurrencesOf(first.seriesId), 1))
    const { recurrence } = await getEvent(ada, first)
    expect(recurrence).toBe('RRULE:FREQ=WEEKLY\nEXDATE:20260317T100000')
    await updateEvent(ada, updateInput(first, { ...later(first), scope: 'all' }))
    expect(locals(await occurrencesOf(first.seriesId)).slice(0, 2)).toEqual(['03-10T11:00', '03-24T11:00'])
  })

  it.each([
    ['following', ['03-10T10:00', '03-17T10:00']],
    ['all', []],
  ] as const)('deletes %s', async (scope, left) => {
    await deleteEvent(ada, { ...at(await weekly(), 2), scope })
    expect(locals(await allEvents())).toEqual(left)
  })

  it('only who may change an event changes its series', async () => {
    const client = await addMember(world, ada.actor.orgId, 'CLIENT')
    const first = at(await weekly(), 0)
    for (const refused of [
      () => cancelEvent(client, { ...first, scope: 'all' }),
      () => updateEvent(client, updateInput(first, { title: 'Mine', scope: 'all' })),
      () => deleteEvent(client, { ...first, scope: 'following' }),
    ])
      await expect(refused()).rejects.toMatchObject({ reason: 'NOT_ALLOWED' })
    expect(await getEvent(client, first)).toMatchObject({ title: 'Busy', recurrence: null, seriesId: null })
  })
})

describe('B5: an event begins to repeat, and stops', () => {
  it('is the first of its series then', async () => {
    const { event: single } = await createEvent(ada, eventInput(TEN))
    const { event, occurrences } = await updateEvent(ada, updateInput(single, { recurrence: 'FREQ=WEEKLY;COUNT=6' }))
    expect(event).toMatchObject({ id: single.id, version: 2, recurrence: 'RRULE:FREQ=WEEKLY;COUNT=6' })
    expect(occurrences).toMatchObject({ total: 6, free: 6 })
    expect(locals(await occurrencesOf(event.seriesId))).toEqual(TEN_O_CLOCK)
  })

  it.each([
    ['all', ['03-24T10:00']],
    ['following', ['03-10T10:00', '03-17T10:00', '03-24T10:00']],
  ] as const)('no longer repeats: %s', async (scope, left) => {
    const third = at(await weekly(), 2)
    const { event } = await updateEvent(ada, updateInput(third, { recurrence: null, scope }))
    expect(event).toMatchObject({ id: third.id, seriesId: null, recurrence: null, originalStartsAt: null })
    expect(locals(await allEvents())).toEqual(left)
  })
})

describe('B5: the horizon moves on', () => {
  it('in two steps or one it comes to the same', async () => {
    const rules = [
      'FREQ=WEEKLY',
      'FREQ=MONTHLY;BYMONTHDAY=-1',
      'FREQ=WEEKLY;COUNT=100',
      'FREQ=YEARLY',
      'FREQ=DAILY;INTERVAL=9',
    ]
    const after = (months: number) => ({
      ...ada,
      clock: () => world.now.toZonedDateTimeISO('UTC').add({ months }).toInstant(),
    })
    const starts = async () =>
      world.owner.execute(sql`select recurrence.rules, e.starts_at, e.ends_at from events e
        join series recurrence on recurrence.id = e.series_id where e.org_id = ${ada.actor.orgId} order by 1, 2`)
    const outcome = async (steps: number[]) => {
      ada = await createOrganization(world)
      for (const [hour, recurrence] of rules.entries()) {
        const startsAt = `2026-03-10T0${hour}:00:00Z`
        await createEvent(ada, eventInput({ startsAt, endsAt: `2026-03-10T0${hour}:30:00Z`, recurrence }))
      }
      for (const months of steps) await extendSeries(after(months), ada.actor)
      return starts()
    }
    const [two, one] = [await outcome([3, 7]), await outcome([7])]
    expect(two).toEqual(one)
    expect(two.length).toBeGreaterThan(300)
    expect(await extendSeries(after(7), ada.actor)).toEqual({ occurrences: 0 })
  })

  it('what has been taken meanwhile is a conflict', async () => {
    const { event } = await createEvent(ada, eventInput({ ...TEN, recurrence: 'FREQ=WEEKLY' }))
    await createEvent(ada, eventInput({ startsAt: '2027-09-14T08:00:00Z', endsAt: '2027-09-14T09:00:00Z' }))
    await extendSeries({ ...ada, clock: () => world.now.add({ hours: 24 * 14 }) }, ada.actor)
    const [last] = await world.owner.execute(sql`
      select status from events where series_id = ${event.seriesId} order by starts_at desc limit 1`)
    expect(last).toEqual({ status: 'CONFLICT' })
  })
})

describe('the database holds what a series promises', () => {
  it('each slot is one event', async () => {
    const [first, second] = await weekly()
    const double = world.owner.execute(sql`
      update events set original_starts_at = ${first?.originalStartsAt?.toString()} where id = ${second?.id}`)
    const constraint = await double.then(
      () => 'accepted',
      (error: unknown) => databaseConstraint(error),
    )
    expect(constraint).toBe('events_slot_once')
  })
})
