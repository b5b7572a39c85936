import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Conflict } from '../events/event.ts'
import { Temporal } from '../temporal.ts'
import { mergeIntervals } from '../time/intervals.ts'
import { explainEmpty, findHindrances } from './explain-empty.ts'
import { explainTime, listAbsent } from './explain-time.ts'
import { type Person, planPeople } from './person.ts'
import { relaxDuration, relaxSomebody, relaxStart, relaxTime } from './relax.ts'
import { describeSearch, measureSearch, type Search, searchStarts } from './search.ts'
import { epoch, personWith, searchFor, somePeople, WEEK } from './testing/people.ts'

const MINUTE = 60_000
const someTime = fc.integer({ min: 0, max: 5 * 96 }).map((quarter) => WEEK.from + quarter * 15 * MINUTE)
const hasTime = (search: Search) => search.durationMinutes > 0 && searchStarts(search).length > 0
const without = (search: Search, email: unknown) => ({
  ...search,
  people: search.people.filter((person) => person.email !== email),
})

describe('E4: why not', () => {
  it('a time is free exactly when the engine would offer it, and somebody is named exactly when it is not', () => {
    fc.assert(
      fc.property(somePeople, someTime, (people, startsAt) => {
        const search = searchFor(people, { stepMinutes: 15 })
        const { free, blockers } = explainTime(search, startsAt, listAbsent(search, startsAt), [])
        const offered = searchStarts({ ...search, from: startsAt, to: startsAt + 60 * MINUTE })
        expect(free).toBe(offered.length === 1)
        const closed = people.filter(
          ({ open }) => mergeIntervals([...open, startsAt, startsAt + 60 * MINUTE]).length !== open.length,
        )
        for (const { email } of blockers)
          expect(listAbsent(search, startsAt).some((one) => one.email === email)).toBe(true)
        expect(free || closed.length === 0 || blockers.length > 0).toBe(true)
      }),
    )
  })

  it('each change that it names makes a time possible', () => {
    fc.assert(
      fc.property(somePeople, someTime, (people, startsAt) => {
        const search = searchFor(people, { stepMinutes: 15 })
        const absent = listAbsent(search, startsAt)
        const nearest = relaxStart(search, startsAt, searchStarts(search))
        const changes = [...relaxTime(search, startsAt, absent, []), ...(nearest ? [nearest] : [])]
        for (const { kind, startsAt: at, facts } of changes) {
          const start = at.epochMilliseconds
          const changed = kind === 'SHORTER' ? { ...search, durationMinutes: Number(facts['durationMinutes']) } : search
          const rest = kind === 'WITHOUT_PERSON' ? without(changed, facts['email']) : changed
          expect(listAbsent(rest, start).filter(({ isOptional }) => !isOptional)).toEqual([])
          expect(kind === 'OTHER_TIME' || start === startsAt).toBe(true)
        }
      }),
    )
  })

  it('an empty search names who is in the way, and changes that are enough', () => {
    fc.assert(
      fc.property(somePeople, fc.constantFrom(15, 60, 240, 480), (people, durationMinutes) => {
        const search = searchFor(people, { durationMinutes })
        fc.pre(searchStarts(search).length === 0)
        const found = findHindrances(search)
        expect(explainEmpty(search, found).length).toBeGreaterThan(0)
        const longest = [...Array(32).keys()]
          .map((quarters) => quarters * 15)
          .findLast((minutes) => minutes < durationMinutes && hasTime({ ...search, durationMinutes: minutes }))
        expect(relaxDuration(search)?.facts['durationMinutes']).toBe(longest)
        const helpful = people.map(({ email }) => email).filter((email) => hasTime(without(search, email)))
        const named = relaxSomebody(search, found.hindrances)?.facts['email']
        expect(helpful.length === 0 ? [undefined] : helpful).toContain(named)
      }),
    )
  })
})

describe('E4: in words', () => {
  const event = (fields: Partial<Conflict> = {}): Conflict => ({
    eventId: 'e1',
    title: 'Review',
    startsAt: Temporal.Instant.from('2026-03-09T09:00Z'),
    endsAt: Temporal.Instant.from('2026-03-09T10:00Z'),
    participants: ['ana@example.com'],
    source: 'internal',
    ...fields,
  })
  const explain = (person: Person, at: string, events: Conflict[] = [], fields: Partial<Search> = {}) => {
    const search = searchFor([person], fields)
    const absent = listAbsent(search, epoch(at))
    const { blockers } = explainTime(search, epoch(at), absent, events)
    return {
      rules: blockers.map(({ rule }) => rule),
      words: blockers.map(({ message }) => message).join(' '),
      changes: relaxTime(search, epoch(at), absent, events).map(({ kind, message }) => `${kind}: ${message}`),
    }
  }
  const nineToFive = { open: [epoch('2026-03-09T08:00Z'), epoch('2026-03-09T16:00Z')] }
  const review = { busy: [epoch('2026-03-09T09:00Z'), epoch('2026-03-09T10:00Z')] }

  it('hours, on the clock of the person', () => {
    const { rules, words, changes } = explain(personWith({ ...nineToFive }), '2026-03-09T15:30Z')
    expect(rules).toEqual(['OUTSIDE_HOURS'])
    expect(words).toBe('Ana: 16:30 to 17:30 in Europe/Berlin is outside of their working hours (09:00–17:00).')
    expect(changes).toEqual([
      'SHORTER: Mon 9 Mar, 16:30 works for 30 minutes.',
      'WITHOUT_PERSON: Mon 9 Mar, 16:30 works without Ana.',
    ])
  })

  it('a day without hours, and a day off', () => {
    expect(explain(personWith(nineToFive), '2026-03-08T10:00Z').words).toContain('(none that day)')
    const dayOff = personWith({ ...nineToFive, overrides: [{ date: '2026-03-10', ranges: [] }] })
    expect(explain(dayOff, '2026-03-10T10:00Z').words).toBe('Ana is off on 2026-03-10.')
    expect(explain(personWith({ open: [] }), '2026-03-10T10:00Z').rules).toEqual(['OUTSIDE_HOURS'])
  })

  it('an event, which could make room where it is ours', () => {
    const busy = personWith(review)
    const { rules, words, changes } = explain(busy, '2026-03-09T09:30Z', [event()])
    expect(rules).toEqual(['BUSY'])
    expect(words).toBe('Ana is busy: “Review”, Mon 9 Mar, 10:00 to 11:00.')
    expect(changes).toContain('MOVE_EVENT: Mon 9 Mar, 10:30 works when “Review” is moved.')
    expect(explain(busy, '2026-03-09T09:30Z', [event({ source: 'google' })]).changes.join()).not.toContain('MOVE_EVENT')
  })

  it('the time that somebody keeps free around it', () => {
    const buffers = { bufferBeforeMinutes: 15, bufferAfterMinutes: 30 }
    const busy = [epoch('2026-03-09T08:30Z'), epoch('2026-03-09T10:15Z')]
    const person = personWith({ ...buffers, busy })
    expect(explain(person, '2026-03-09T10:00Z', [event()]).words).toBe(
      'Ana keeps 15 minutes free after “Review”, Mon 9 Mar, 10:00 to 11:00.',
    )
    expect(explain(person, '2026-03-09T07:45Z', [event()]).words).toBe(
      'Ana keeps 30 minutes free before “Review”, Mon 9 Mar, 10:00 to 11:00.',
    )
  })

  it('what has passed', () => {
    const past = explain(personWith(), '2026-03-09T09:30Z', [], { notBefore: epoch('2026-03-09T12:00Z') })
    expect(past.rules).toEqual(['IN_THE_PAST'])
    expect(past.changes).toEqual([])
  })

  it.each([
    ['the past', searchFor([personWith()], { notBefore: WEEK.to }), 'IN_THE_PAST'],
    ['a range shorter than the meeting', searchFor([personWith()], { to: WEEK.from + 30 * MINUTE }), 'RANGE_TOO_SHORT'],
    ['nobody’s hours', searchFor([personWith({ open: [] })]), 'NO_HOURS'],
    ['too short hours', searchFor([personWith({ open: [WEEK.from, WEEK.from + 45 * MINUTE] })]), 'HOURS_TOO_SHORT'],
    ['meetings all day', searchFor([personWith({ busy: [WEEK.from, WEEK.to] })]), 'BUSY'],
  ])('an empty search because of %s', (_, search, rule) => {
    const [blocker] = explainEmpty(search, findHindrances(search))
    expect(blocker?.rule).toBe(rule)
    expect(describeSearch(0, measureSearch(search), 1)).toMatch(/^None of \d+ possible starts suits one person\.$/)
  })
})

describe('D1, D2: whose time it is', () => {
  const week = {
    timeZone: 'America/New_York',
    rules: [
      { dayOfWeek: 1 as const, startTime: '09:00', endTime: '17:00', isActive: true },
      { dayOfWeek: 2 as const, startTime: '09:00', endTime: '17:00', isActive: false },
    ],
    bufferBeforeMinutes: 10,
    bufferAfterMinutes: 20,
    overrides: [],
    members: [{ id: '1', email: 'ana@example.com', name: 'Ana' }],
  }
  const asked = [
    { email: 'kim@example.com', isOptional: true },
    { email: 'stranger@example.com', isOptional: false },
    { email: 'ana@example.com', isOptional: false },
  ]
  const meeting = [epoch('2026-03-09T14:00Z'), epoch('2026-03-09T15:00Z')]
  const people = planPeople(
    asked,
    {
      hours: [
        week,
        {
          ...week,
          overrides: [{ date: '2026-03-10', ranges: [{ startTime: '10:00', endTime: '12:00' }] }],
          members: [{ id: '2', email: 'kim@example.com', name: 'Kim' }],
        },
      ],
      busy: new Map([['ana@example.com', meeting]]),
    },
    { ...WEEK, timeZone: 'Europe/Berlin' },
  )

  it('rules that are switched off do not count, overrides only for their own person', () => {
    expect(people.map(({ email }) => email)).toEqual(['ana@example.com', 'kim@example.com', 'stranger@example.com'])
    const monday = [epoch('2026-03-09T13:00Z'), epoch('2026-03-09T21:00Z')]
    expect(people[0]?.open).toEqual(monday)
    expect(people[1]?.open).toEqual([...monday, epoch('2026-03-10T14:00Z'), epoch('2026-03-10T16:00Z')])
  })

  it('buffers widen what is busy: time before a meeting follows the one that ends', () => {
    expect(people[0]?.busy).toEqual([epoch('2026-03-09T13:40Z'), epoch('2026-03-09T15:10Z')])
  })

  it('a stranger is always open and never busy', () => {
    expect(people[2]).toMatchObject({ name: null, open: [WEEK.from, WEEK.to], busy: [], timeZone: 'Europe/Berlin' })
  })
})
