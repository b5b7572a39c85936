import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Event, Scope } from '../events/event.ts'
import { joinSeries } from './join-series.ts'
import { type ChangePlan, type ChangeWish, planChange } from './plan-change.ts'
import { planDelete } from './plan-delete.ts'
import { planExtension } from './plan-extension.ts'
import type { Series } from './series.ts'
import { countingIds, NOW, someRule, someZone, stored, storedSeries } from './testing/some-series.ts'

/** Each run plans some dozens of occurrences. */
const RUNS = { numRuns: 40 }

interface Stored {
  series: Series
  events: Event[]
}

/** The change of the `nth` occurrence, as far as the scope says. */
function change(
  { series, events }: Stored,
  nth: number,
  scope: Scope,
  wish: (event: Event) => Partial<ChangeWish['wanted']>,
  recurrence?: string | null,
): ChangePlan {
  const event = events[nth]
  if (!event) throw new Error(`There is no occurrence ${nth}.`)
  const occurrences = scope === 'this' ? [event] : scope === 'all' ? events : events.slice(nth)
  const context = { event, series, occurrences, scope, now: NOW, newId: countingIds() }
  return planChange(context, { wanted: { ...event, ...wish(event) }, recurrence, isEdit: true })
}

const later = (minutes: number) => (event: Event) => ({
  startsAt: event.startsAt.add({ minutes }),
  endsAt: event.endsAt.add({ minutes }),
})

const starts = (events: readonly { startsAt: Event['startsAt'] }[]) =>
  events.map(({ startsAt }) => startsAt.epochMilliseconds).toSorted((a, b) => a - b)

/** What there is after a plan, of the events that were there before. */
function apply(events: readonly Event[], { changed, added, removed }: ChangePlan): Event[] {
  const gone = new Set(removed.map(({ id }) => id))
  const after = new Map(changed.map((one) => [one.after.id, stored(one.after, null)]))
  const kept = events.filter(({ id }) => !gone.has(id)).map((event) => after.get(event.id) ?? event)
  return [...kept, ...added.map((draft) => stored(draft, null))]
}

describe('B5: a change of this and the following', () => {
  it('at any point changes no other occurrence, and moves each of the others by as much', () => {
    fc.assert(
      fc.property(someRule, someZone, fc.nat(), fc.integer({ min: -60, max: 120 }), (rule, timeZone, pick, minutes) => {
        const before = storedSeries(rule, { timeZone })
        // An added date is moved by itself.
        const nth = pick % Math.min(before.events.length, 7)
        const plan = change(before, nth, 'following', later(minutes))
        expect(plan.removed).toEqual([])
        const touched = new Set(plan.changed.map(({ after }) => after.id))
        expect(before.events.filter(({ id }) => !touched.has(id))).toEqual(before.events.slice(0, nth))
        for (const { before: event, after } of plan.changed)
          expect(after.startsAt.epochMilliseconds - event.startsAt.epochMilliseconds).toBe(minutes * 60_000)
      }),
      RUNS,
    )
  })

  it('taken back, the two halves are one series again', () => {
    fc.assert(
      fc.property(someRule, fc.nat(), (rule, pick) => {
        const whole = storedSeries(rule)
        const nth = 1 + (pick % Math.min(whole.events.length - 1, 6))
        const plan = change(whole, nth, 'following', () => ({ title: 'Other' }))
        const [before, after] = plan.written
        if (!before || !after) return
        expect(joinSeries(before, after)).toBeNull()
        const half = { series: after, events: plan.changed.map((one) => stored(one.after, after.rules)) }
        const back = change(half, 0, 'all', () => ({ title: 'Weekly' })).written[0]
        if (!back) throw new Error('The series is not written.')
        // Of how often it changed on the way, other programs have to know.
        const joined = { ...joinSeries(before, back), splitFrom: null, sequence: 0 }
        expect(joined).toEqual(whole.series)
      }),
      RUNS,
    )
  })
})

describe('B5: a change of all', () => {
  it('there and back gives the same occurrences', () => {
    fc.assert(
      fc.property(
        someRule,
        someZone,
        fc.nat(),
        fc.integer({ min: -600, max: 800 }),
        (rule, timeZone, pick, minutes) => {
          const before = storedSeries(rule, { timeZone })
          const nth = pick % Math.min(before.events.length, 7)
          const there = change(before, nth, 'all', later(minutes))
          const moved = {
            series: there.written[0] ?? before.series,
            events: there.changed.map(({ after }) => stored(after, null)),
          }
          const back = apply(moved.events, change(moved, nth, 'all', later(-minutes)))
          expect(starts(back)).toEqual(starts(before.events))
        },
      ),
    )
  })

  it.each([
    ['a later week', 'FREQ=WEEKLY;COUNT=5', 7 * 1440],
    ['another weekday', 'FREQ=WEEKLY;BYDAY=TU;COUNT=5', 1440],
    ['another day of the month', 'FREQ=MONTHLY;COUNT=5', 2 * 1440],
  ])('to %s each has a slot of its own', (_what, rule, minutes) => {
    const before = storedSeries(rule)
    const { changed, added, removed } = change(before, 0, 'all', later(minutes))
    expect([changed.length, added.length, removed.length]).toEqual([5, 0, 0])
    expect(new Set(changed.map(({ after }) => String(after.originalStartsAt))).size).toBe(5)
    expect(changed.every(({ after }) => after.startsAt.equals(after.originalStartsAt ?? after.endsAt))).toBe(true)
  })

  it('from one zone to another keeps the time of day there', () => {
    const before = storedSeries('FREQ=WEEKLY;COUNT=6')
    const inNewYork = (event: Event) => ({
      timeZone: 'America/New_York',
      startsAt: event.startsAt.toZonedDateTimeISO('Europe/Berlin').withTimeZone('America/New_York').toInstant(),
      endsAt: event.endsAt,
    })
    const { changed, written } = change(before, 0, 'all', inNewYork)
    expect(written[0]).toMatchObject({ timeZone: 'America/New_York', startsAt: '2026-03-10T05:00:00' })
    const hours = changed.map(({ after }) => after.startsAt.toZonedDateTimeISO('America/New_York').hour)
    expect(new Set(hours)).toEqual(new Set([5]))
  })

  it('a rule that everybody knows already is no change of the rule', () => {
    const before = storedSeries('FREQ=WEEKLY;COUNT=6')
    const plan = change(before, 2, 'all', () => ({ title: 'Other' }), 'RRULE:COUNT=6;FREQ=WEEKLY')
    expect(plan.changed).toHaveLength(6)
    expect(plan.written[0]?.rules).toBe(before.series.rules)
  })
})

describe('B5: deleting', () => {
  it('leaves the other slots, and none of the deleted ones comes back', () => {
    fc.assert(
      fc.property(someRule, fc.nat(), fc.constantFrom<Scope>('this', 'following', 'all'), (rule, pick, scope) => {
        const { series, events } = storedSeries(rule)
        const nth = pick % Math.min(events.length, 7)
        const event = events[nth]
        if (!event) return
        const occurrences = scope === 'this' ? [event] : scope === 'all' ? events : events.slice(nth)
        const plan = planDelete({ event, series, occurrences, scope, now: NOW, newId: countingIds() })
        const [left] = plan.written
        expect(plan.dropped === null).toBe(left !== undefined)
        if (!left) return
        const again = storedSeries(left.rules).events
        const kept = events.filter((one) => !plan.removed.includes(one))
        expect(starts(again)).toEqual(starts(kept))
      }),
      RUNS,
    )
  })
})

describe('B5: the horizon', () => {
  it('in two steps comes to the same as in one', () => {
    fc.assert(
      fc.property(someRule, someZone, fc.nat(400), fc.nat(400), (rule, timeZone, first, second) => {
        const { series } = storedSeries(rule, { timeZone })
        const at = (days: number) => ({ now: NOW.add({ hours: 24 * days }), newId: countingIds() })
        const step = planExtension(series, at(first))
        const next = planExtension(step.series, at(first + second))
        const once = planExtension(series, at(first + second))
        expect(starts([...step.added, ...next.added])).toEqual(starts(once.added))
        expect(next.series).toEqual(once.series)
      }),
      RUNS,
    )
  })
})
