import type { Event } from '@astralis/core/events/event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ServiceContext } from '../context.ts'
import { ServiceError } from '../errors.ts'
import {
  addMember,
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
import { listEvents } from './list-events.ts'
import { respondToEvent } from './respond-to-event.ts'
import { updateEvent } from './update-event.ts'

let world: TestWorld
beforeEach(async () => {
  world = await createTestWorld()
})
afterEach(async () => {
  expect(await violationsIn(world.db)).toEqual([])
  await world.close()
})

function repeat<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index))
}

/** How often each outcome occurs: what `describe` says of an answer, the reason of a refusal, or the fault itself. */
async function tally<T>(work: Promise<T>[], describeAnswer: (answer: T) => string): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const result of await Promise.allSettled(work)) {
    const outcome = result.status === 'fulfilled' ? describeAnswer(result.value) : reasonOf(result.reason)
    counts[outcome] = (counts[outcome] ?? 0) + 1
  }
  return counts
}

function reasonOf(error: unknown): string {
  return error instanceof ServiceError ? error.reason : String(error)
}

async function team(size: number): Promise<[ServiceContext, ...ServiceContext[]]> {
  const first = await createOrganization(world)
  const others = await Promise.all(repeat(size - 1, () => addMember(world, first.actor.orgId)))
  return [first, ...others]
}

/** A half hour of 2026-03-10, by its number. */
function slot(index: number) {
  const start = Date.UTC(2026, 2, 10, 8) + index * 1_800_000
  return { startsAt: new Date(start).toISOString(), endsAt: new Date(start + 1_800_000).toISOString() }
}

const statusOf = ({ event }: { event: Event }) => event.status

function everything(ctx: ServiceContext): Promise<Event[]> {
  return listEvents(ctx, listInput({ from: '2026-03-01T00:00:00Z', to: '2026-04-01T00:00:00Z' }))
}

/** A small generator of pseudo-random numbers (mulberry32), so that a failing run can be repeated. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below)
  }
}

describe('C2: 200 callers want one slot', () => {
  it.each(repeat(10, (round) => round + 1))('flagged, round %i: one is scheduled, 199 wait', async () => {
    const [ada] = await team(1)
    const outcome = await tally(
      repeat(200, () => createEvent(ada, eventInput())),
      statusOf,
    )
    expect(outcome).toEqual({ SCHEDULED: 1, CONFLICT: 199 })
  })

  it.each(repeat(10, (round) => round + 1))('refused, round %i: one is scheduled, 199 get a refusal', async () => {
    const [ada] = await team(1)
    const outcome = await tally(
      repeat(200, () => createEvent(ada, eventInput({ onConflict: 'reject' }))),
      statusOf,
    )
    expect(outcome).toEqual({ SCHEDULED: 1, EVENT_OVERLAPS: 199 })
    expect(await everything(ada)).toHaveLength(1)
  })
})

describe('C2: races between overlapping groups', () => {
  it.each([11, 12, 13])(
    '200 meetings of any 4 of 8 people in 6 slots, seed %i: nobody is booked twice',
    async (seed) => {
      const random = randomFrom(seed)
      const people = await team(8)
      const meetings = repeat(200, () => {
        const chosen = repeat(4, () => people[random(8)]?.actor.email)
        return { organizer: people[random(8)] ?? people[0], emails: [...new Set(chosen)], at: slot(random(6)) }
      })
      const outcome = await tally(
        meetings.map(({ organizer, emails, at }) =>
          createEvent(organizer, eventInput({ ...at, participants: emails.map((email) => ({ email })) })),
        ),
        statusOf,
      )
      expect(Object.keys(outcome).toSorted()).toEqual(['CONFLICT', 'SCHEDULED'])
      expect(outcome['SCHEDULED']).toBeGreaterThanOrEqual(6)
    },
  )

  it('one idempotency key 50 times at once is one event', async () => {
    const [ada] = await team(1)
    const input = eventInput({ idempotencyKey: 'import-42', participants: [{ email: 'guest@example.org' }] })
    const answers = await Promise.all(repeat(50, () => createEvent(ada, input)))
    expect(new Set(answers.map(({ event }) => event.id)).size).toBe(1)
    expect(await everything(ada)).toHaveLength(1)
  })

  it('one idempotency key with other people each time is one event', async () => {
    const people = await team(9)
    const [ada, ...others] = people
    const answers = await Promise.all(
      others.map(({ actor }) =>
        createEvent(ada, eventInput({ idempotencyKey: 'import-43', participants: [{ email: actor.email }] })),
      ),
    )
    expect(new Set(answers.map(({ event }) => event.id)).size).toBe(1)
  })

  it('of 20 edits of one version one wins', async () => {
    const [ada] = await team(1)
    const { event } = await createEvent(ada, eventInput())
    const outcome = await tally(
      repeat(20, (index) => updateEvent(ada, updateInput(event, { title: `Edit ${index}` }))),
      () => 'won',
    )
    expect(outcome).toEqual({ won: 1, VERSION_MISMATCH: 19 })
  })
})

describe('C3: races for time that becomes free', () => {
  it('a cancel with 100 waiting: the oldest gets the time', async () => {
    const [ada] = await team(1)
    const { event } = await createEvent(ada, eventInput())
    for (const index of repeat(100, (number) => number)) {
      world.now = world.now.add({ seconds: 1 })
      await createEvent(ada, eventInput({ title: `Waiting ${index}` }))
    }
    await cancelEvent(ada, event)
    const scheduled = (await everything(ada)).filter(({ status }) => status === 'SCHEDULED')
    expect(scheduled.map(({ title }) => title)).toEqual(['Waiting 0'])
  })

  it('100 attempts to schedule what waits, after a cancel: one wins', async () => {
    const [ada] = await team(1)
    const { event } = await createEvent(ada, eventInput())
    const waiting = await Promise.all(repeat(100, () => createEvent(ada, eventInput())))
    const [, ...outcomes] = await Promise.all([
      cancelEvent(ada, event),
      ...waiting.map((other) => updateEvent(ada, updateInput(other.event, { status: 'SCHEDULED' }))),
    ])
    expect(outcomes).toHaveLength(100)
    const statuses = (await everything(ada)).map(({ status }) => status)
    expect(statuses.filter((status) => status === 'SCHEDULED')).toHaveLength(1)
    expect(statuses.filter((status) => status === 'CONFLICT')).toHaveLength(99)
  })

  it('50 simultaneous swaps: no overlap, and nobody waits for time that is free', async () => {
    const people = await team(4)
    const [ada] = people
    const participants = people.map(({ actor }) => ({ email: actor.email }))
    const pairs = await Promise.all(
      repeat(50, async (index) => {
        const early = await createEvent(ada, eventInput({ ...slot(2 * index), participants }))
        const late = await createEvent(ada, eventInput({ ...slot(2 * index + 1), participants }))
        return [early.event, late.event] as const
      }),
    )
    const outcome = await tally(
      pairs.flatMap(([early, late], index) => [
        updateEvent(ada, updateInput(early, { ...slot(2 * index + 1) })),
        updateEvent(ada, updateInput(late, { ...slot(2 * index) })),
      ]),
      () => 'moved',
    )
    expect(outcome).toEqual({ moved: 100 })
    expect((await everything(ada)).filter(({ status }) => status !== 'SCHEDULED')).toEqual([])
  })

  it.each([21, 22])('400 random changes by 8 people, seed %i: no fault, every invariant holds', async (seed) => {
    const random = randomFrom(seed)
    const people = await team(8)
    const someone = () => people[random(people.length)] ?? people[0]
    const some = () => [...new Set(repeat(3, () => someone().actor.email))].map((email) => ({ email }))
    const events = (
      await Promise.all(
        repeat(60, () => createEvent(someone(), eventInput({ ...slot(random(12)), participants: some() }))),
      )
    ).map(({ event }) => event)
    const change = async (): Promise<string> => {
      const [ctx, event] = [someone(), events[random(events.length)]]
      if (!event) return 'none'
      const current = { ...event, version: 1 + random(2) }
      switch (random(7)) {
        case 0:
          return statusOf(await createEvent(ctx, eventInput({ ...slot(random(12)), participants: some() })))
        case 1:
          return statusOf(await updateEvent(ctx, updateInput(current, { ...slot(random(12)) })))
        case 2:
          return statusOf(await updateEvent(ctx, updateInput(current, { participants: some() })))
        case 3:
          return statusOf(await cancelEvent(ctx, current))
        case 4:
          return statusOf(await updateEvent(ctx, updateInput(current, { status: 'CONFIRMED' })))
        case 5:
          return statusOf(await respondToEvent(ctx, { id: event.id, status: random(2) ? 'declined' : 'accepted' }))
        default:
          await deleteEvent(ctx, current)
          return 'deleted'
      }
    }
    const outcome = await tally(repeat(400, change), (status) => status)
    const expected = [
      'CANCELLED',
      'CONFIRMED',
      'CONFLICT',
      'NOT_ALLOWED',
      'NOT_FOUND',
      'SCHEDULED',
      'VERSION_MISMATCH',
      'deleted',
    ]
    expect(expected).toEqual(expect.arrayContaining(Object.keys(outcome)))
  })
})

describe('B5, C2: a series and everybody else at once', () => {
  /** Tuesdays at ten from 2026-03-10 on, by the week. */
  const week = (nth: number) => {
    const start = Date.UTC(2026, 2, 10, 9) + nth * 7 * 86_400_000
    return { startsAt: new Date(start).toISOString(), endsAt: new Date(start + 3_600_000).toISOString() }
  }
  const WEEKLY = { ...week(0), recurrence: 'FREQ=WEEKLY;COUNT=52', timeZone: 'UTC' }

  it.each([21, 22, 23])('52 weeks against 50 single bookings of the same people, seed %i', async (seed) => {
    const random = randomFrom(seed)
    const people = await team(4)
    const [ada] = people
    const participants = people.map(({ actor }) => ({ email: actor.email }))
    const singles = repeat(50, (index) => {
      const organizer = people[random(4)] ?? ada
      return createEvent(organizer, eventInput({ ...week(index), participants: participants.slice(random(4)) }))
    })
    const [series, ...outcomes] = await Promise.all([
      createEvent(ada, eventInput({ ...WEEKLY, participants })),
      ...singles,
    ])
    const waiting = outcomes.filter(({ event }) => event.status === 'CONFLICT').length
    // Whoever came first in a week has it: each of the 50 weeks is clashed for by two.
    expect((series.occurrences?.clashes.length ?? 0) + waiting).toBe(50)
  })

  it.each([31, 32])(
    'edits of all, following and single occurrences at random while others book, seed %i',
    async (seed) => {
      const random = randomFrom(seed)
      const people = await team(3)
      const [ada] = people
      const participants = people.map(({ actor }) => ({ email: actor.email }))
      await createEvent(ada, eventInput({ ...WEEKLY, participants }))
      const scopes = ['this', 'following', 'all'] as const
      const change = async () => {
        const events = (
          await listEvents(ada, listInput({ from: '2026-03-01T00:00:00Z', to: '2027-03-01T00:00:00Z' }))
        ).filter(({ seriesId }) => seriesId !== null)
        const event = events[random(events.length)]
        const scope = scopes[random(3)] ?? 'this'
        if (!event) return 'nothing left'
        const hours = random(3) - 1
        const kind = random(5)
        if (kind === 0) return cancelEvent(ada, { ...event, scope })
        if (kind === 1) return deleteEvent(ada, { ...event, scope: 'this' })
        if (kind === 2) return updateEvent(ada, updateInput(event, { status: 'SCHEDULED', scope }))
        const startsAt = event.startsAt.add({ hours }).toString()
        const endsAt = event.endsAt.add({ hours }).toString()
        return updateEvent(ada, updateInput(event, { startsAt, endsAt, scope }))
      }
      const book = (index: number) => createEvent(people[random(3)] ?? ada, eventInput(week(index)))
      const outcome = await tally(
        repeat(60, (index) => (index % 3 === 0 ? book(index) : change())),
        () => 'done',
      )
      expect(Object.keys(outcome).filter((key) => !['done', 'VERSION_MISMATCH', 'NOT_FOUND'].includes(key))).toEqual([])
      expect(outcome['done']).toBeGreaterThan(20)
    },
  )
})
