import { setAvailabilityInput, setOverrideInput } from '@astralis/core/availability/availability-input'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setAvailability } from '../availability/set-availability.ts'
import { setOverride } from '../availability/set-override.ts'
import type { ServiceContext } from '../context.ts'
import { listConflicts } from '../scheduling/list-conflicts.ts'
import {
  addMember,
  conflictInput,
  createOrganization,
  createTestWorld,
  eventInput,
  type TestWorld,
  updateInput,
} from '../testing/test-world.ts'
import { createEvent } from './create-event.ts'
import type { EventResult } from './present-event.ts'
import { updateEvent } from './update-event.ts'

let world: TestWorld
/** In Berlin, from nine to five. */
let ana: ServiceContext
/** In New York, on Tuesdays until midnight, and off on the 17th. */
let ben: ServiceContext

beforeAll(async () => {
  world = await createTestWorld()
  ana = await createOrganization(world)
  ben = await addMember(world, ana.actor.orgId)
  const rules = [{ dayOfWeek: 2, startTime: '08:00', endTime: '24:00' }]
  await setAvailability(ben, setAvailabilityInput.parse({ timeZone: 'America/New_York', rules }))
  await setOverride(ben, setOverrideInput.parse({ date: '2026-03-17', ranges: [] }))
})
afterAll(() => world.close())

const at = (startsAt: string, endsAt: string) => ({ startsAt: `${startsAt}:00Z`, endsAt: `${endsAt}:00Z` })
const withBen = () => ({ participants: [{ email: ben.actor.email }] })
const whom = ({ warnings }: Pick<EventResult, 'warnings'>) => warnings.map(({ code, email }) => [code, email])
const outside = (...people: ServiceContext[]) =>
  expect.arrayContaining(people.map(({ actor }) => ['OUTSIDE_AVAILABILITY', actor.email]))

describe('C5: outside of somebody’s availability', () => {
  it.each([
    ['inside of everybody’s', at('2026-03-10T14:00', '2026-03-10T15:00'), []],
    ['too late for one', at('2026-03-10T16:00', '2026-03-10T16:30'), ['ana']],
    ['across the end of hours', at('2026-03-10T15:30', '2026-03-10T16:30'), ['ana']],
    ['a day without hours', at('2026-03-11T14:00', '2026-03-11T15:00'), ['ben']],
    ['a day off', at('2026-03-17T14:00', '2026-03-17T15:00'), ['ben']],
    ['until midnight on the clock of the other', at('2026-03-11T03:00', '2026-03-11T04:00'), ['ana']],
    ['longer than any meeting', at('2026-03-14T00:00', '2026-03-15T00:00'), []],
    ['gone already', at('2026-03-01T14:00', '2026-03-01T15:00'), ['past']],
  ])('%s warns, and forbids nothing', async (_, time, expected) => {
    const named = new Map([
      ['ana', ['OUTSIDE_AVAILABILITY', ana.actor.email]],
      ['ben', ['OUTSIDE_AVAILABILITY', ben.actor.email]],
      ['past', ['IN_THE_PAST', undefined]],
    ])
    const warnings = expected.map((name) => named.get(name))
    const asked = await listConflicts(ana, conflictInput({ ...time, participants: [ana.actor.email, ben.actor.email] }))
    expect(whom(asked)).toEqual(warnings)
    const created = await createEvent(ana, eventInput({ ...time, ...withBen() }))
    expect(created.event.id).toBeTruthy()
    expect(whom(created)).toEqual(warnings)
  })

  it('says so in words that name the person and their clock', async () => {
    const { warnings } = await createEvent(ben, eventInput(at('2026-03-24T02:00', '2026-03-24T03:00')))
    expect(warnings[0]?.message).toBe(
      'Test person: 22:00 to 23:00 in America/New_York is outside of their working hours (none that day).',
    )
  })

  it('an event that takes no time warns of nothing, one that is moved is asked again', async () => {
    const night = at('2026-04-07T20:00', '2026-04-07T21:00')
    expect((await createEvent(ana, eventInput({ ...night, showsAs: 'FREE' }))).warnings).toEqual([])
    const { event } = await createEvent(ana, eventInput(at('2026-04-07T09:00', '2026-04-07T10:00')))
    const moved = await updateEvent(ana, updateInput(event, night))
    expect(whom(moved)).toEqual(outside(ana))
  })
})
