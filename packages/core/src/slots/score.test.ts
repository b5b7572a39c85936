import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SuggestionReason } from '../events/event.ts'
import { pickBest } from './pick-best.ts'
import type { Person } from './person.ts'
import { carriedBy, planScoring, scoreTime } from './score-slots.ts'
import { WEIGHTS } from './score-weights.ts'
import { searchStarts } from './search.ts'
import { TIMES_OF_DAY, type TimeOfDay } from './suggestion.ts'
import { epoch, personWith, searchFor, somePeople, WEEK } from './testing/people.ts'

const MINUTE = 60_000

const preference = fc.option(fc.constantFrom(...TIMES_OF_DAY), { nil: undefined })

function scoringFor(people: readonly Person[], timeOfDay?: TimeOfDay, carriedLast: string | null = null) {
  return planScoring({ ...searchFor(people), timeOfDay }, people, carriedLast)
}

/** Each rule's share as an outsider reads it from the facts alone; `of` gives a number of them. */
const SHARES: Record<string, (of: (fact: string) => number) => number> = {
  TIME_OF_DAY: (of) => of('outsideMinutes') / of('durationMinutes'),
  SOONER: (of) => of('minutesAfter') / of('rangeMinutes'),
  EARLY_WEEK: (of) => Math.min(4, of('dayOfWeek') - 1) / 4,
  OPTIONAL_PEOPLE: (of) => of('absent') / of('optional'),
  DAY_EDGES: (of) => of('missingMinutes') / of('comfortMinutes') / of('people'),
  SHORT_GAPS: (of) => of('gaps') / of('people') / 2,
  BACK_TO_BACK: (of) => of('excessMinutes') / of('atMost') / of('people'),
  FAIRNESS(of) {
    const share = (0.7 * of('worst.minutes') + (0.3 * of('totalMinutes')) / of('people')) / of('durationMinutes')
    return Math.min(1, share * (of('isAgain') ? 1.5 : 1))
  },
}

function recompute({ rule, facts }: SuggestionReason): number {
  if (rule === 'INSIDE_HOURS') return 100
  const weight = Object.entries(WEIGHTS).find(([name]) => name === rule)?.[1] ?? Number.NaN
  const of = (path: string) =>
    Number(path.split('.').reduce((value: unknown, key) => (value ? Reflect.get(Object(value), key) : 0), facts))
  return -weight * (SHARES[rule]?.(of) ?? Number.NaN)
}

describe('E2: scores', () => {
  it('are the sum of their points, from 0 to 100, and each is what its facts say', () => {
    fc.assert(
      fc.property(somePeople, preference, fc.nat(100), (people, timeOfDay, pick) => {
        const starts = searchStarts(searchFor(people))
        const startsAt = starts[pick % Math.max(1, starts.length)]
        if (startsAt === undefined) return
        const time = { startsAt, endsAt: startsAt + 60 * MINUTE }
        const { score, reasons } = scoreTime(time, scoringFor(people, timeOfDay, people[0]?.email))
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThanOrEqual(100)
        expect(reasons.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(score, 6)
        for (const reason of reasons) expect(Math.abs(recompute(reason) - reason.points)).toBeLessThanOrEqual(0.0501)
        expect(JSON.parse(JSON.stringify(reasons))).toEqual(reasons)
      }),
    )
  })

  it('can take away a hundred points and no more', () => {
    expect(Object.values(WEIGHTS).reduce((sum, weight) => sum + weight, 0)).toBe(100)
  })

  const points = (people: readonly Person[], at: string, rule: string, preferred?: TimeOfDay, last?: string) => {
    const time = { startsAt: epoch(at), endsAt: epoch(at) + 60 * MINUTE }
    return scoreTime(time, scoringFor(people, preferred, last)).reasons.find((reason) => reason.rule === rule)?.points
  }
  const hours = (from: string, to: string) => [epoch(from), epoch(to)]
  const nine = personWith({ open: hours('2026-03-09T08:00Z', '2026-03-09T16:00Z') })

  it.each([
    ['the preferred half of a morning', [nine], '2026-03-09T10:30Z', 'TIME_OF_DAY', -10, 'morning'],
    ['an evening in the morning', [nine], '2026-03-09T09:00Z', 'TIME_OF_DAY', -20, 'evening'],
    ['Monday', [nine], '2026-03-09T09:00Z', 'EARLY_WEEK', 0],
    ['Saturday', [nine], '2026-03-07T09:00Z', 'EARLY_WEEK', -5],
    ['the first hour of the day', [nine], '2026-03-09T08:00Z', 'DAY_EDGES', -12],
    ['half an hour later', [nine], '2026-03-09T08:30Z', 'DAY_EDGES', -6],
    ['the middle of the day', [nine], '2026-03-09T12:00Z', 'DAY_EDGES', 0],
    [
      'after lunch is not the edge of a day',
      [
        personWith({
          open: [
            ...hours('2026-03-09T08:00Z', '2026-03-09T11:00Z'),
            ...hours('2026-03-09T12:00Z', '2026-03-09T16:00Z'),
          ],
        }),
      ],
      '2026-03-09T12:00Z',
      'DAY_EDGES',
      0,
    ],
    [
      'a quarter of an hour between two meetings',
      [personWith({ busy: hours('2026-03-09T10:15Z', '2026-03-09T11:00Z') })],
      '2026-03-09T09:00Z',
      'SHORT_GAPS',
      -6,
    ],
    [
      'no gap at all is no short gap',
      [personWith({ busy: hours('2026-03-09T10:00Z', '2026-03-09T11:00Z') })],
      '2026-03-09T09:00Z',
      'SHORT_GAPS',
      0,
    ],
    [
      'three hours in a row',
      [personWith({ busy: hours('2026-03-09T10:00Z', '2026-03-09T12:00Z') })],
      '2026-03-09T09:00Z',
      'BACK_TO_BACK',
      -6,
    ],
    ['three in the morning', [personWith()], '2026-03-09T02:00Z', 'FAIRNESS', -10],
    [
      'seven in the morning for one of two',
      [personWith(), personWith({ email: 'kim@example.com', timeZone: 'America/New_York' })],
      '2026-03-09T11:30Z',
      'FAIRNESS',
      -4.3,
    ],
  ] as const)('%s', (_, people, at, rule, expected, preferred?: TimeOfDay) => {
    expect(points(people, at, rule, preferred)).toBe(expected)
  })

  it('count more for whoever had it worst last time', () => {
    const people = [personWith(), personWith({ email: 'kim@example.com', timeZone: 'America/New_York' })]
    const again = points(people, '2026-03-09T11:30Z', 'FAIRNESS', undefined, 'kim@example.com')
    expect(again).toBe(-6.4)
    expect(points(people, '2026-03-09T11:30Z', 'FAIRNESS', undefined, 'ana@example.com')).toBe(-4.3)
    const { reasons, score } = scoreTime(
      { startsAt: epoch('2026-03-09T11:30Z'), endsAt: epoch('2026-03-09T12:30Z') },
      scoringFor(people),
    )
    expect(carriedBy({ score, reasons })).toBe('kim@example.com')
    expect(carriedBy({ score, reasons: [{ rule: 'FAIRNESS', points: 0, facts: { worst: 'somebody' } }] })).toBeNull()
    expect(carriedBy(null)).toBeNull()
  })
})

describe('E1: the best distinct times', () => {
  it('are what scoring every one of them gives', () => {
    fc.assert(
      fc.property(somePeople, preference, fc.integer({ min: 1, max: 8 }), (people, timeOfDay, limit) => {
        const starts = searchStarts(searchFor(people))
        const scoring = scoringFor(people, timeOfDay)
        const best = pickBest(starts, 60, limit, scoring)
        expect(best.map(({ startsAt }) => startsAt)).toEqual(pickSlowly(starts, limit, scoring))
      }),
    )
  })

  it('are an hour apart, and on other days before there is a third on one', () => {
    const people = [personWith({ open: [WEEK.from, WEEK.to] })]
    const best = pickBest(searchStarts(searchFor(people, { stepMinutes: 15 })), 30, 6, scoringFor(people))
    const starts = best.map(({ startsAt }) => startsAt).toSorted((a, b) => a - b)
    for (const [index, start] of starts.entries())
      expect(start - (starts[index - 1] ?? -Infinity)).toBeGreaterThanOrEqual(60 * MINUTE)
    const days = starts.map((start) => Math.floor((start + 60 * MINUTE) / (1440 * MINUTE)))
    expect(Math.max(...days.map((day) => days.filter((other) => other === day).length))).toBe(2)
  })

  it('are the same whatever the order of the people', () => {
    fc.assert(
      fc.property(somePeople, (people) => {
        const starts = searchStarts(searchFor(people))
        const score = (list: readonly Person[]) => pickBest(starts, 60, 5, scoringFor(list)).map((time) => time.score)
        expect(score(people.toReversed())).toEqual(score(people))
      }),
    )
  })
})

/** All scored, sorted, and walked through twice. */
function pickSlowly(starts: readonly number[], limit: number, scoring: ReturnType<typeof scoringFor>): number[] {
  const all = starts
    .map((startsAt) => ({ startsAt, score: scoreTime({ startsAt, endsAt: startsAt + 60 * MINUTE }, scoring).score }))
    .toSorted((a, b) => b.score - a.score || a.startsAt - b.startsAt)
  const picked: typeof all = []
  const day = (moment: number) => Math.floor((moment + 60 * MINUTE) / (1440 * MINUTE))
  for (const perDay of [2, Infinity])
    for (const time of all) {
      const isNear = picked.some((other) => Math.abs(other.startsAt - time.startsAt) < 60 * MINUTE)
      const sameDay = picked.filter((other) => day(other.startsAt) === day(time.startsAt)).length
      if (picked.length < limit && !isNear && sameDay < perDay) picked.push(time)
    }
  return picked.toSorted((a, b) => b.score - a.score || a.startsAt - b.startsAt).map(({ startsAt }) => startsAt)
}
