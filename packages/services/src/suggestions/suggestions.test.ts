import { setAvailabilityInput } from '@astralis/core/availability/availability-input'
import { explainInput, suggestInput } from '@astralis/core/slots/suggest-input'
import type { Suggestions } from '@astralis/core/slots/suggestion'
import { Temporal } from '@astralis/core/temporal'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setAvailability } from '../availability/set-availability.ts'
import type { ServiceContext } from '../context.ts'
import { createEvent } from '../events/create-event.ts'
import { deleteEvent } from '../events/delete-event.ts'
import { respondToEvent } from '../events/respond-to-event.ts'
import { type Attempt, takeAttempts } from '../limits/rate-limit.ts'
import { addMember, createOrganization, createTestWorld, eventInput, type TestWorld } from '../testing/test-world.ts'
import { explainTime } from './explain-time.ts'
import { suggestTimes } from './suggest-times.ts'

let world: TestWorld
/** In Berlin, New York and Kolkata, from nine to five on weekdays. */
let ana: ServiceContext
let ben: ServiceContext
let kim: ServiceContext

beforeAll(async () => {
  world = await createTestWorld()
  ana = await createOrganization(world)
  ben = await addMember(world, ana.actor.orgId)
  kim = await addMember(world, ana.actor.orgId)
  await setAvailability(ben, setAvailabilityInput.parse({ timeZone: 'America/New_York' }))
  await setAvailability(kim, setAvailabilityInput.parse({ timeZone: 'Asia/Kolkata' }))
})
afterAll(() => world.close())

/** A Monday, after the change of clocks in New York and before the one in Berlin. */
const MONDAY = { from: '2026-03-09T00:00:00Z', to: '2026-03-10T00:00:00Z' }

const question = (people: (ServiceContext | string)[], fields: object = {}) => ({
  participants: people.map((person) => (typeof person === 'string' ? person : person.actor.email)),
  durationMinutes: 60,
  range: MONDAY,
  timeZone: 'Europe/Berlin',
  limit: 20,
  ...fields,
})
const suggest = (ctx: ServiceContext, ...asked: Parameters<typeof question>) =>
  suggestTimes(ctx, suggestInput.parse(question(...asked)))
const explain = (ctx: ServiceContext, startsAt: string, ...asked: Parameters<typeof question>) =>
  explainTime(ctx, explainInput.parse({ ...question(...asked), startsAt }))
const starts = ({ suggestions }: Suggestions) =>
  suggestions.map(({ startsAt }) => startsAt.toString().slice(11, 16)).toSorted()

describe('E1: suggestions', () => {
  it('are within everybody’s hours, in three zones, in the weeks when only one of them has changed its clocks', async () => {
    const both = await suggest(ana, [ana, ben])
    expect(starts(both)).toEqual(['13:00', '14:00', '15:00'])
    const before = { from: '2026-03-02T00:00:00Z', to: '2026-03-03T00:00:00Z' }
    world.now = Temporal.Instant.from('2026-03-01T08:00:00Z')
    expect(starts(await suggest({ ...ana, clock: () => world.now }, [ana, ben], { range: before }))).toEqual([
      '14:00',
      '15:00',
    ])
    const early = both.suggestions.find(({ startsAt }) => startsAt.toString() === '2026-03-09T13:00:00Z')
    expect(early?.participants).toContainEqual({
      email: ben.actor.email,
      status: 'available',
      localStart: '2026-03-09T09:00',
    })
  })

  it('keep away from what takes somebody’s time, and not from what does not', async () => {
    const team = await createOrganization(world)
    const guest = await addMember(world, team.actor.orgId)
    const at = (hour: string) => ({ startsAt: `2026-03-09T${hour}:00Z`, endsAt: `2026-03-09T${hour}:30Z` })
    await createEvent(team, eventInput({ ...at('09'), participants: [{ email: guest.actor.email }] }))
    await createEvent(team, eventInput({ ...at('10'), showsAs: 'FREE', participants: [{ email: guest.actor.email }] }))
    const optional = [{ email: guest.actor.email, isOptional: true }]
    await createEvent(team, eventInput({ ...at('11'), participants: optional }))
    const { event } = await createEvent(team, eventInput({ ...at('12'), participants: [{ email: guest.actor.email }] }))
    await respondToEvent(guest, { id: event.id, status: 'declined' })
    const found = await suggest(team, [guest], { stepMinutes: 60 })
    expect(starts(found)).toEqual(['08:00', '10:00', '11:00', '12:00', '13:00', '14:00', '15:00'])
    expect(found.metadata).toEqual({ slotsAnalyzed: 24, participantsAnalyzed: 1, conflictsFound: 1 })
  })

  it('keep the buffers free, and an event in conflict too', async () => {
    const solo = await createOrganization(world)
    const noon = { startsAt: '2026-03-09T11:00:00Z', endsAt: '2026-03-09T12:00:00Z' }
    await createEvent(solo, eventInput(noon))
    await createEvent(solo, eventInput({ ...noon, endsAt: '2026-03-09T12:30:00Z' }))
    await setAvailability(solo, setAvailabilityInput.parse({ bufferBeforeMinutes: 30, bufferAfterMinutes: 15 }))
    const isFree = async (time: string) => (await explain(solo, `2026-03-09T${time}:00Z`, [solo])).free
    expect(await Promise.all(['09:30', '10:00', '12:30', '13:00'].map(isFree))).toEqual([true, false, false, true])
    expect(starts(await suggest(solo, [solo], { stepMinutes: 60 }))).toEqual([
      '08:00',
      '09:00',
      '13:00',
      '14:00',
      '15:00',
    ])
  })

  it('name who of the optional people can not come', async () => {
    const participants = [ana.actor.email, { email: kim.actor.email, isOptional: true }]
    const { suggestions } = await suggest(ana, [], { participants })
    const statuses = suggestions.map(({ startsAt, participants: people }) => [
      startsAt.toString().slice(11, 16),
      people.find(({ email }) => email === kim.actor.email)?.status,
    ])
    expect(statuses).toContainEqual(['10:00', 'available'])
    expect(statuses).toContainEqual(['12:00', 'outside-hours'])
    expect(suggestions[0]?.participants.every(({ status }) => status === 'available')).toBe(true)
  })

  it('never lie in the past', async () => {
    const noon = Temporal.Instant.from('2026-03-09T12:10:00Z')
    const late = { ...ana, clock: () => noon }
    expect(starts(await suggest(late, [ana]))).toEqual(['12:30', '13:30', '14:30'])
    const over = await suggest(late, [ana], { range: { from: '2026-03-08T00:00:00Z', to: '2026-03-09T12:00:00Z' } })
    expect(over.empty?.blockers.map(({ rule }) => rule)).toEqual(['IN_THE_PAST'])
  })

  it('a stranger is always open and never busy, and that is said', async () => {
    const found = await suggest(ana, [ana, 'stranger@example.com', 'STRANGER@example.com'])
    expect(starts(found)).toHaveLength(8)
    expect(found.metadata.participantsAnalyzed).toBe(2)
    expect(found.warnings).toMatchObject([{ code: 'UNKNOWN_PERSON', email: 'stranger@example.com' }])
  })

  it('H3: another organization’s events and hours are nobody’s business', async () => {
    const other = await createOrganization(world)
    await createEvent(other, eventInput({ startsAt: MONDAY.from, endsAt: MONDAY.to }))
    const found = await suggest(ana, [other])
    expect(found.warnings).toHaveLength(1)
    expect(found.metadata.conflictsFound).toBe(0)
  })

  it('E3: are put in order by a model, whose answer never changes which times they are', async () => {
    const turned = { rank: async () => ({ ranking: ['s3', 's1', 's2'].map((id) => ({ id, note: `Note ${id}` })) }) }
    const model = { ...turned, reportFailure: () => undefined }
    const plain = await suggest(ana, [ana, ben])
    const ranked = await suggest({ ...ana, rankingModel: model }, [ana, ben])
    expect([plain.rankedBy, ranked.rankedBy]).toEqual(['score', 'model'])
    expect(ranked.suggestions.map(({ startsAt }) => startsAt.toString())).toEqual(
      [2, 0, 1].map((index) => plain.suggestions[index]?.startsAt.toString()),
    )
    expect(ranked.suggestions[0]?.reason).toBe('Note s3')
  })

  it('E5: are kept on the event that is booked, and remember who had the worst of it', async () => {
    const evening = { rules: [{ dayOfWeek: 2, startTime: '19:00', endTime: '22:00' }] }
    const late = await addMember(world, ana.actor.orgId)
    await setAvailability(late, setAvailabilityInput.parse(evening))
    const away = await addMember(world, ana.actor.orgId)
    await setAvailability(away, setAvailabilityInput.parse({ timeZone: 'America/Los_Angeles' }))
    const asked = { range: { from: '2026-03-10T00:00:00Z', to: '2026-03-11T00:00:00Z' } }
    const [first] = (await suggest(late, [late, away], asked)).suggestions
    expect(fairness(first)).toMatchObject({ worst: { email: late.actor.email }, isAgain: false })
    const { score, reasons } = first ?? { score: 0, reasons: [] }
    const booking = eventInput({
      startsAt: '2026-03-10T20:00:00Z',
      endsAt: '2026-03-10T21:00:00Z',
      suggestion: { score, reasons },
    })
    const { event } = await createEvent(late, booking)
    expect(event).toMatchObject({ aiScheduled: true, suggestion: { score, reasons } })
    const [again] = (await suggest(late, [late, away], asked)).suggestions
    expect(fairness(again)).toMatchObject({ isAgain: true })
  })
})

const fairness = (time: Suggestions['suggestions'][number] | undefined) =>
  time?.reasons.find(({ rule }) => rule === 'FAIRNESS')?.facts

describe('E4: nothing found', () => {
  it('names whose hours never meet, and the nearest changes', async () => {
    const found = await suggest(ana, [ana, ben, kim], { durationMinutes: 120 })
    expect(found.suggestions).toEqual([])
    expect(found.summary).toBe('None of 45 possible starts suits 3 people.')
    const { blockers = [], relaxations = [] } = found.empty ?? {}
    expect(blockers.map(({ rule }) => rule)).toEqual(['OUTSIDE_HOURS', 'OUTSIDE_HOURS', 'OUTSIDE_HOURS'])
    expect(relaxations.map(({ kind }) => kind)).toEqual(['WITHOUT_PERSON'])
  })

  it('offers a shorter meeting, one that waits, and one that takes the place of another', async () => {
    const solo = await createOrganization(world)
    const from9to17 = { startsAt: '2026-03-09T08:00:00Z', endsAt: '2026-03-09T15:30:00Z' }
    const { event } = await createEvent(solo, eventInput({ ...from9to17, title: 'Offsite' }))
    const { empty } = await suggest(solo, [solo], { range: { from: MONDAY.from, to: '2026-03-09T20:00:00Z' } })
    const byKind = new Map(empty?.relaxations.map((change) => [change.kind, change]))
    expect(byKind.get('SHORTER')).toMatchObject({ facts: { durationMinutes: 30 } })
    expect(byKind.get('SHORTER')?.startsAt.toString()).toBe('2026-03-09T15:30:00Z')
    expect(byKind.get('WIDER_RANGE')?.startsAt.toString()).toBe('2026-03-10T08:00:00Z')
    expect(byKind.get('MOVE_EVENT')?.facts).toEqual({ eventId: event.id, title: 'Offsite' })
    expect(byKind.get('WITHOUT_PERSON')?.facts).toEqual({ email: solo.actor.email })
  })
})

describe('E4: why not then', () => {
  it('H2: titles are hidden from those who may not see them', async () => {
    const boss = await createOrganization(world)
    const client = await addMember(world, boss.actor.orgId, 'CLIENT')
    await createEvent(
      boss,
      eventInput({ title: 'Secret', startsAt: '2026-03-09T09:00:00Z', endsAt: '2026-03-09T10:00:00Z' }),
    )
    const asked = ['2026-03-09T09:30:00Z', [boss, client]] as const
    const seenByClient = await explain(client, asked[0], [...asked[1]])
    expect(seenByClient.free).toBe(false)
    expect(seenByClient.blockers.map(({ rule, email }) => [rule, email])).toEqual([['BUSY', boss.actor.email]])
    expect(JSON.stringify(seenByClient)).not.toContain('Secret')
    expect(JSON.stringify(await explain(boss, asked[0], [...asked[1]]))).toContain('Secret')
  })

  it('is answered for any time, also outside of the range, with the nearest one that works', async () => {
    const night = await explain(ana, '2026-03-12T02:00:00Z', [ana])
    expect(night.blockers.map(({ rule }) => rule)).toEqual(['OUTSIDE_HOURS'])
    expect(night.relaxations.find(({ kind }) => kind === 'OTHER_TIME')?.startsAt.toString()).toBe(
      '2026-03-09T15:00:00Z',
    )
    const morning = await explain(ana, '2026-03-12T09:15:00Z', [ana])
    expect(morning).toMatchObject({ free: true, blockers: [], relaxations: [] })
  })

  it('an optional person’s absence is told and blocks nothing', async () => {
    const participants = [ana.actor.email, { email: kim.actor.email, isOptional: true }]
    const answer = await explain(ana, '2026-03-09T15:00:00Z', [], { participants })
    expect(answer.free).toBe(true)
    expect(answer.blockers).toMatchObject([{ email: kim.actor.email, facts: { isOptional: true } }])
  })
})

describe('B5, E1: suggestions for a meeting that repeats', () => {
  const WEEKLY = { recurrence: 'FREQ=WEEKLY;COUNT=10', timeOfDay: 'morning' }
  const NINE_IN_WEEK_THREE = { startsAt: '2026-03-23T08:30:00Z', endsAt: '2026-03-23T08:45:00Z', title: 'Dentist' }

  it('hold for every occurrence first, whatever else speaks for the others', async () => {
    const ada = await createOrganization(world)
    await createEvent(ada, eventInput(NINE_IN_WEEK_THREE))
    const { suggestions } = await suggest(ada, [ada], WEEKLY)
    const nine = suggestions.findIndex(({ startsAt }) => startsAt.toString() === '2026-03-09T08:00:00Z')
    expect(suggestions[nine]?.occurrences).toMatchObject({ total: 10, free: 9, summary: '9 of 10 weeks free' })
    expect(suggestions[nine]?.occurrences?.clashes.map(String)).toEqual(['2026-03-23T08:00:00Z'])
    const free = suggestions.map(({ occurrences }) => occurrences?.free ?? 0)
    expect(free).toEqual(free.toSorted((a, b) => b - a))
    expect(free[0]).toBe(10)
  })

  it('keep the time of day of everybody’s hours when one side of the ocean changes its clocks', async () => {
    const { suggestions } = await suggest(ana, [ana, ben], { recurrence: 'FREQ=WEEKLY;COUNT=10' })
    // Three in the afternoon in Berlin is nine in New York, and ten in the two weeks between the changes.
    const three = suggestions.find(({ startsAt }) => startsAt.toString() === '2026-03-09T14:00:00Z')
    expect(three?.occurrences).toMatchObject({ free: 10 })
    // Two in the afternoon is too early in New York once Berlin has changed, too.
    const two = suggestions.find(({ startsAt }) => startsAt.toString() === '2026-03-09T13:00:00Z')
    expect(two?.occurrences).toMatchObject({ free: 3 })
  })

  it('are booked with as many free occurrences as they said', async () => {
    const ada = await createOrganization(world)
    await createEvent(ada, eventInput({ ...NINE_IN_WEEK_THREE, recurrence: 'FREQ=WEEKLY;INTERVAL=3' }))
    const twoWeeks = { from: '2026-03-09T00:00:00Z', to: '2026-03-23T00:00:00Z' }
    const { suggestions } = await suggest(ada, [ada], { range: twoWeeks, recurrence: 'FREQ=WEEKLY' })
    for (const { startsAt, endsAt, occurrences } of [suggestions[0], suggestions.at(-1)].filter(
      (one) => one !== undefined,
    )) {
      const input = { startsAt: startsAt.toString(), endsAt: endsAt.toString(), timeZone: 'Europe/Berlin' }
      const booked = await createEvent(ada, eventInput({ ...input, recurrence: 'FREQ=WEEKLY', showsAs: 'BUSY' }))
      expect(booked.occurrences).toMatchObject({ free: occurrences?.free, total: occurrences?.total })
      await deleteEvent(ada, { ...booked.event, scope: 'all' })
    }
  })

  it('are only on dates that the rule has', async () => {
    const week = { from: '2026-03-09T00:00:00Z', to: '2026-03-16T00:00:00Z' }
    const { suggestions } = await suggest(ana, [ana], { range: week, recurrence: 'FREQ=WEEKLY;BYDAY=WE' })
    expect(new Set(suggestions.map(({ startsAt }) => startsAt.toString().slice(0, 10)))).toEqual(
      new Set(['2026-03-11']),
    )
    const { empty } = await suggest(ana, [ana], { recurrence: 'FREQ=WEEKLY;BYDAY=WE' })
    expect(empty?.blockers).toMatchObject([{ rule: 'NO_OCCURRENCE' }])
  })

  it('refuse more than a rule, and more people than fit', async () => {
    await expect(suggest(ana, [ana], { recurrence: 'FREQ=DAILY;BYHOUR=9' })).rejects.toMatchObject({
      details: { fields: { recurrence: expect.stringContaining('without a time of day') } },
    })
    const many = Array.from({ length: 800 }, (_, nth) => `guest-${nth}@example.org`)
    expect(() => suggestInput.parse(question(many, { recurrence: 'FREQ=DAILY' }))).toThrow(
      /people for a meeting that repeats/,
    )
  })
})

describe('I4: searches are limited by their size', () => {
  it('for everybody by themselves, explanations too', async () => {
    const eager = await addMember(world, ana.actor.orgId)
    const largest: Attempt = { limit: 'suggest.person', of: eager.actor.userId, cost: 400_000 }
    for (let nth = 0; nth < 5; nth++) await takeAttempts(eager, [largest])
    await expect(suggest(eager, [eager])).rejects.toMatchObject({ reason: 'RATE_LIMITED' })
    await expect(explain(eager, '2026-03-09T13:00:00Z', [eager])).rejects.toMatchObject({ reason: 'RATE_LIMITED' })
    expect((await suggest(ana, [eager])).suggestions).not.toEqual([])
  })
})
