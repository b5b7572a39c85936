import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Temporal } from '../temporal.ts'
import { overlaps } from '../time/span.ts'
import { claimsTime, decideStatus } from './decide-status.ts'
import { type BusyTime, findConflicts, requiredPeople } from './find-conflicts.ts'
import { holdsTime } from './holds-time.ts'
import { type Claim, pairsOf, pairsWaitingFor, planRechecks } from './plan-rechecks.ts'

const PEOPLE = ['ana@example.com', 'ben@example.com', 'cho@example.com']
const NOW = Temporal.Instant.from('2026-03-02T08:00:00Z')
const at = (minute: number) => NOW.add({ minutes: minute })

const span = fc
  .tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 1, max: 30 }))
  .map(([start, length]) => ({ startsAt: at(start), endsAt: at(start + length) }))

const participants = fc.uniqueArray(fc.constantFrom(...PEOPLE), { minLength: 1 }).chain((emails) =>
  fc.tuple(
    ...emails.map((email) =>
      fc.record({
        email: fc.constant(email),
        isOptional: fc.boolean(),
        status: fc.constantFrom('pending' as const, 'accepted' as const, 'declined' as const),
      }),
    ),
  ),
)

const claims = fc.array(fc.record({ span, participants }), { maxLength: 8 }).map((list) =>
  list.map((item, index): Claim => ({
    id: `w${index}`,
    title: 'Waiting',
    source: 'internal',
    ...item.span,
    participants: item.participants,
  })),
)

const busyTimes = fc
  .array(fc.record({ span, email: fc.constantFrom(...PEOPLE), waits: fc.boolean() }), { maxLength: 12 })
  .map((list) =>
    list.map((item, index): BusyTime => ({
      eventId: `b${index}`,
      title: 'Busy',
      source: 'internal',
      email: item.email,
      waits: item.waits,
      ...item.span,
    })),
  )

/** One line for each of some rows, in an order that does not matter. */
const lines = (rows: string[][]) => rows.map((row) => row.join(' ')).toSorted()

describe('findConflicts', () => {
  it('C1: names exactly what overlaps for a person concerned, each event once', () => {
    fc.assert(
      fc.property(span, fc.subarray(PEOPLE), busyTimes, (asked, people, busy) => {
        const found = findConflicts(asked, people, busy)
        const expected = busy.filter((time) => !time.waits && people.includes(time.email) && overlaps(asked, time))
        expect(
          lines(found.flatMap(({ eventId, participants: emails }) => emails.map((email) => [eventId, email]))),
        ).toEqual(lines(expected.map(({ eventId, email }) => [eventId, email])))
        expect(new Set(found.map(({ eventId }) => eventId)).size).toBe(found.length)
      }),
    )
  })

  it('does not depend on the order of what it is given', () => {
    fc.assert(
      fc.property(span, busyTimes, (asked, busy) => {
        expect(findConflicts(asked, PEOPLE, busy.toReversed())).toEqual(findConflicts(asked, PEOPLE.toReversed(), busy))
      }),
    )
  })

  it('neighbours do not overlap', () => {
    const before = { startsAt: at(0), endsAt: at(30) }
    const after = { startsAt: at(30), endsAt: at(60) }
    expect([overlaps(before, after), overlaps(after, before), overlaps(before, before)]).toEqual([false, false, true])
  })
})

describe('planRechecks', () => {
  const needs = (claim: Claim) => requiredPeople(claim)
  const shareSomebody = (a: Claim, b: Claim) => needs(a).some((email) => needs(b).includes(email))

  it('C2: what it resolves overlaps nothing that has the time, and not each other', () => {
    fc.assert(
      fc.property(claims, busyTimes, (waiting, busy) => {
        const resolved = waiting.filter(({ id }) => planRechecks(waiting, busy).resolved.includes(id))
        for (const claim of resolved) expect(findConflicts(claim, needs(claim), busy)).toEqual([])
        for (const [index, a] of resolved.entries())
          for (const b of resolved.slice(index + 1)) expect(shareSomebody(a, b) && overlaps(a, b)).toBe(false)
      }),
    )
  })

  it('C3: nobody is left waiting for time that is free, and everybody who waits is told for what', () => {
    fc.assert(
      fc.property(claims, busyTimes, (waiting, busy) => {
        const plan = planRechecks(waiting, busy)
        for (const { id } of waiting)
          expect(plan.resolved.includes(id)).toBe(!plan.pairs.some(({ eventId }) => eventId === id))
      }),
    )
  })

  it('the first in the list that fits always gets its time', () => {
    fc.assert(
      fc.property(claims, busyTimes, (waiting, busy) => {
        const first = waiting.find((claim) => findConflicts(claim, needs(claim), busy).length === 0)
        const { resolved } = planRechecks(waiting, busy)
        expect(resolved.includes(first?.id ?? '')).toBe(first !== undefined)
      }),
    )
  })

  it('planning again after the plan was carried out changes nothing', () => {
    fc.assert(
      fc.property(claims, busyTimes, (waiting, busy) => {
        const { resolved } = planRechecks(waiting, busy)
        const now = waiting
          .filter(({ id }) => resolved.includes(id))
          .flatMap((claim) => needs(claim).map((email) => ({ ...claim, eventId: claim.id, email, waits: false })))
        const rest = waiting.filter(({ id }) => !resolved.includes(id))
        expect(planRechecks(rest, [...busy, ...now]).resolved).toEqual([])
      }),
    )
  })

  it('the two sides of a conflict agree', () => {
    fc.assert(
      fc.property(claims, (all) => {
        const [claim, ...others] = all
        if (!claim) return
        const asBusy = (waits: boolean) =>
          others.flatMap(({ id, title, source, startsAt, endsAt, ...other }) =>
            requiredPeople(other).map((email) => ({ eventId: id, title, source, startsAt, endsAt, email, waits })),
          )
        const inItsWay = pairsOf(claim, asBusy(false)).map(({ otherEventId, email }) => [otherEventId, email])
        const inTheirWay = pairsWaitingFor(claim, asBusy(true)).map(({ eventId, email }) => [eventId, email])
        expect(lines(inTheirWay)).toEqual(lines(inItsWay))
      }),
    )
  })
})

describe('decideStatus', () => {
  const ahead = { showsAs: 'BUSY', endsAt: at(60) } as const
  const past = { showsAs: 'BUSY', endsAt: at(-60) } as const

  it.each([
    ['SCHEDULED', false, 'SCHEDULED'],
    ['CONFIRMED', false, 'CONFIRMED'],
    ['CONFLICT', false, 'SCHEDULED'],
    ['COMPLETED', false, 'SCHEDULED'],
    ['CANCELLED', false, 'CANCELLED'],
    ['SCHEDULED', true, 'CONFLICT'],
    ['CONFIRMED', true, 'CONFLICT'],
    ['CONFLICT', true, 'CONFLICT'],
  ] as const)('B4: %s that lies ahead, in conflict %s, becomes %s', (status, hasConflicts, expected) => {
    expect(decideStatus({ ...ahead, status }, hasConflicts, NOW)).toBe(expected)
  })

  it('B4: what is completed stays so while it stays in the past', () => {
    expect(decideStatus({ ...past, status: 'COMPLETED' }, false, NOW)).toBe('COMPLETED')
    expect(claimsTime({ ...past, status: 'COMPLETED' }, NOW)).toBe(false)
    expect(claimsTime({ ...ahead, status: 'COMPLETED' }, NOW)).toBe(true)
  })

  it('only busy events that are not cancelled ask for time', () => {
    expect(claimsTime({ ...ahead, status: 'SCHEDULED' }, NOW)).toBe(true)
    expect(claimsTime({ ...ahead, status: 'CANCELLED' }, NOW)).toBe(false)
    expect(claimsTime({ ...ahead, showsAs: 'FREE', status: 'SCHEDULED' }, NOW)).toBe(false)
  })

  it('C6: an imported event that is flagged does not wait for itself', () => {
    const participants = [{ email: 'a@example.com', isOptional: false, status: 'accepted' as const }]
    const claim = {
      id: 'flagged',
      title: 'Dentist',
      source: 'google' as const,
      startsAt: at(0),
      endsAt: at(60),
      participants,
    }
    const { participants: _, id: eventId, ...share } = claim
    const own = { ...share, eventId, email: 'a@example.com', waits: false }
    expect(planRechecks([claim], [own])).toEqual({ resolved: ['flagged'], pairs: [] })
    expect(planRechecks([claim], [own, { ...own, eventId: 'other' }]).pairs).toEqual([
      { eventId: 'flagged', otherEventId: 'other', email: 'a@example.com' },
    ])
  })

  it('C6: an imported event holds its time even when flagged, one of ours waits', () => {
    expect(holdsTime({ source: 'google', status: 'CONFLICT' })).toBe(true)
    expect(holdsTime({ source: 'internal', status: 'CONFLICT' })).toBe(false)
    expect(holdsTime({ source: 'internal', status: 'CONFIRMED' })).toBe(true)
    expect(holdsTime({ source: 'google', status: 'CANCELLED' })).toBe(false)
  })
})
