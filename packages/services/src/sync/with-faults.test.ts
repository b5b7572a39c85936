import { timed } from '@astralis/calendars/testing/google-stand-in/google-for-tests'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../context.ts'
import { cancelEvent } from '../events/cancel-event.ts'
import { createEvent } from '../events/create-event.ts'
import { deleteEvent } from '../events/delete-event.ts'
import { updateEvent } from '../events/update-event.ts'
import { ServiceError } from '../errors.ts'
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
import { createOrganization, createTestWorld, eventInput, type TestWorld, updateInput } from '../testing/test-world.ts'
import { violationsIn } from '../testing/violations.ts'

const ACCOUNT = 'ines@harborpine.example'

let world: TestWorld
let sync: SyncWorld
let ines: ServiceContext
let linked: LinkedMember

beforeEach(async () => {
  world = await createTestWorld()
  sync = await createSyncWorld(world)
  ines = await createOrganization(world)
  linked = await linkMember(sync, ines, ACCOUNT)
})
afterEach(async () => {
  expect(await violationsIn(world.owner)).toEqual([])
  await sync.google.close()
  await world.close()
})

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

describe('G3, G4: faults', () => {
  it('200 inserts whose answers are lost are 200 events there', async () => {
    await syncNow(sync, linked)
    for (let nth = 0; nth < 200; nth++) {
      const hour = String(nth % 24).padStart(2, '0')
      const day = String(1 + (nth % 28)).padStart(2, '0')
      const startsAt = `2026-05-${day}T${hour}:00:00Z`
      await createEvent(ines, eventInput({ title: `Event ${nth}`, startsAt, endsAt: `2026-05-${day}T${hour}:30:00Z` }))
    }
    sync.google.control.faults.add({ kind: 'cut-after', methods: ['insert'], times: 200 })
    await pushNow(sync, linked)
    expect(sync.google.control.faults.taken()).toBe(200)
    expect(sync.google.control.events(ACCOUNT)).toHaveLength(200)
    expect(await differences(sync, linked)).toEqual([])
  })

  it('an edit there between a lost answer and the retry survives', async () => {
    await syncNow(sync, linked)
    await createEvent(ines, eventInput({ title: 'Sent' }))
    sync.google.control.faults.add({ kind: 'cut-after', methods: ['insert'], times: 1 })
    sync.google.control.faults.add({ kind: 'status', status: 503, methods: ['insert'], skip: 0, times: 20 })
    await expect(pushNow(sync, linked)).rejects.toThrow(/503|unavailable|try/i)
    sync.google.control.faults.clear()
    const [event] = sync.google.control.events(ACCOUNT)
    sync.google.control.patch(ACCOUNT, event?.id ?? '', { summary: 'Edited there' })
    await pushNow(sync, linked)
    const [here] = await allEvents(sync, ines.actor)
    expect(here?.title).toBe('Edited there')
    expect(await differences(sync, linked)).toEqual([])
  })

  it.each([1, 2, 3])(
    '300 random changes on both sides under faults of 30 in a hundred converge (seed %s)',
    async (seed) => {
      const random = randomFrom(seed)
      const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)]
      const control = sync.google.control
      const faulty = () => {
        const some = { probability: 0.05 }
        control.faults.add({ kind: 'too-many-requests', ...some })
        control.faults.add({ kind: 'too-many-requests', retryAfterSeconds: 2, ...some })
        control.faults.add({ kind: 'rate-limit', ...some })
        control.faults.add({ kind: 'status', status: 503, ...some })
        control.faults.add({ kind: 'cut-before', ...some })
        control.faults.add({ kind: 'cut-after', ...some })
      }
      await syncNow(sync, linked)
      faulty()
      let nth = 0
      const at = () => {
        const day = 1 + Math.floor(random() * 27)
        const hour = 6 + Math.floor(random() * 12)
        const start = `2026-04-${String(day).padStart(2, '0')}T${String(hour).padStart(2, '0')}`
        return { startsAt: `${start}:00:00Z`, endsAt: `${start}:45:00Z` }
      }
      const changeHere = async () => {
        const kind = random()
        const all = await allEvents(sync, ines.actor)
        const event = pick(all)
        if (kind < 0.3 || !event)
          await createEvent(
            ines,
            eventInput({
              title: `Here ${nth}`,
              ...at(),
              ...(random() < 0.3 && { recurrence: 'RRULE:FREQ=WEEKLY;COUNT=4' }),
            }),
          )
        else if (kind < 0.55) {
          const scope = event.seriesId === null ? 'this' : pick(['this', 'all'] as const)
          await updateEvent(ines, updateInput(event, { title: `Here ${nth}`, scope }))
        } else if (kind < 0.75) await updateEvent(ines, updateInput(event, at()))
        else if (kind < 0.85 && event.status !== 'CANCELLED')
          await cancelEvent(ines, { id: event.id, version: event.version, scope: 'this' })
        else if (kind < 0.9) await updateEvent(ines, updateInput(event, { status: 'SCHEDULED' }))
        else await deleteEvent(ines, { id: event.id, version: event.version, scope: 'this' })
      }
      const changeThere = () => {
        const kind = random()
        const event = pick(control.events(ACCOUNT))
        const { startsAt } = at()
        if (kind < 0.35 || !event) {
          const day = Number(startsAt.slice(8, 10))
          const series = random() < 0.3 ? { recurrence: ['RRULE:FREQ=WEEKLY;COUNT=4'] } : {}
          control.insert(ACCOUNT, timed(day, { summary: `There ${nth}`, ...series }))
        } else if (kind < 0.6) control.patch(ACCOUNT, event.id, { summary: `There ${nth}` })
        else if (kind < 0.8) control.move(ACCOUNT, event.id, 3_600_000)
        else control.delete(ACCOUNT, event.id)
      }
      for (nth = 0; nth < 300; nth++) {
        if (random() < 0.5) changeThere()
        else
          try {
            await changeHere()
          } catch (error) {
            // Some changes are none, or not of this event.
            if (!(error instanceof ServiceError)) throw error
          }
        if (random() < 0.15) control.expireSyncTokens(ACCOUNT)
        if (random() < 0.3) await syncNow(sync, linked).catch(() => {})
      }
      control.faults.clear()
      for (let round = 0; round < 4; round++) await syncNow(sync, linked)
      const before = control.writes()
      const versions = (await allEvents(sync, ines.actor)).map(({ id, version }) => `${id} ${version}`)
      await syncNow(sync, linked)
      expect(control.writes()).toEqual(before)
      expect((await allEvents(sync, ines.actor)).map(({ id, version }) => `${id} ${version}`)).toEqual(versions)
      expect(await differences(sync, linked)).toEqual([])
      const uids = control
        .events(ACCOUNT)
        .filter(({ recurringEventId }) => !recurringEventId)
        .map(({ iCalUID }) => iCalUID)
      expect(new Set(uids).size).toBe(uids.length)
      const [broken] = await world.owner.execute(
        sql`select count(*)::int as count from links where problem is not null`,
      )
      expect(broken).toEqual({ count: 0 })
    },
  )
})
