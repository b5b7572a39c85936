import { Temporal } from '@astralis/core/temporal'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ServiceContext } from '../context.ts'
import { createEvent } from '../events/create-event.ts'
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
import { createOrganization, createTestWorld, eventInput, type TestWorld } from '../testing/test-world.ts'
import { violationsIn } from '../testing/violations.ts'

const ACCOUNT = 'ines@harborpine.example'
const NOTHING_WRITTEN = { insert: 0, patch: 0, update: 0, delete: 0 }

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

const HALF_HOUR = 30 * 60_000
const START = Temporal.Instant.from('2026-03-03T00:00:00Z').epochMilliseconds

/** One after the other. */
function* events(count: number, more: object = {}) {
  for (let nth = 0; nth < count; nth++) {
    const at = (halves: number) => ({
      dateTime: Temporal.Instant.fromEpochMilliseconds(START + halves * HALF_HOUR).toString(),
      timeZone: 'Europe/Berlin',
    })
    yield { summary: `Event ${nth}`, start: at(nth), end: at(nth + 1), ...more }
  }
}

const isOn = ({ status }: { status: string }) => status !== 'CANCELLED'

describe('G3: a calendar that can not say what changed', () => {
  it('410 with 50 deletions in the gap: both stores are equal, and what is left is there at every moment', async () => {
    const control = sync.google.control
    const there = control.insertMany(ACCOUNT, events(200))
    await syncNow(sync, linked)
    for (const { id } of there.slice(0, 50)) control.delete(ACCOUNT, id)
    control.expireSyncTokens(ACCOUNT)
    control.setPageCap(20)
    const survivors = new Set(there.slice(50).map(({ summary }) => summary))
    let looks = 0
    // Looks at the database whenever the service is asked for something.
    const { GOOGLE } = sync.runtime.calendars.providers
    const listItems: typeof GOOGLE.listItems = async (...call) => {
      const on = (await allEvents(sync, ines.actor)).filter(isOn).map(({ title }) => title)
      expect([...survivors].filter((title) => !on.includes(title ?? ''))).toEqual([])
      looks++
      return GOOGLE.listItems(...call)
    }
    const providers = { GOOGLE: { ...GOOGLE, listItems } }
    const runtime = { ...sync.runtime, calendars: { ...sync.runtime.calendars, providers } }
    await syncNow({ ...sync, runtime }, linked)
    expect(looks).toBe(9)
    expect((await allEvents(sync, ines.actor)).filter(isOn)).toHaveLength(150)
    expect(await differences(sync, linked)).toEqual([])
    expect(control.writes()).toEqual(NOTHING_WRITTEN)
  })

  it('410, then a page that fails: nothing is removed, and the next run goes on', async () => {
    const control = sync.google.control
    const there = control.insertMany(ACCOUNT, events(60))
    await syncNow(sync, linked)
    for (const { id } of there.slice(0, 5)) control.delete(ACCOUNT, id)
    control.expireSyncTokens(ACCOUNT)
    control.setPageCap(20)
    control.faults.add({ kind: 'status', status: 500, methods: ['list'], page: 2 })
    await expect(syncNow(sync, linked)).rejects.toThrow(Error)
    expect((await allEvents(sync, ines.actor)).filter(isOn)).toHaveLength(60)
    control.faults.clear()
    await syncNow(sync, linked)
    expect((await allEvents(sync, ines.actor)).filter(isOn)).toHaveLength(55)
    expect(await differences(sync, linked)).toEqual([])
  })
})

describe('the first link', () => {
  it(
    'of 5,000 events with 300 series writes nothing there and mails nobody; a second one adds nothing',
    { timeout: 240_000 },
    async () => {
      const control = sync.google.control
      control.insertMany(ACCOUNT, events(4700))
      control.insertMany(ACCOUNT, events(300, { recurrence: ['RRULE:FREQ=WEEKLY;COUNT=10'] }))
      await syncNow(sync, linked)
      expect(control.writes()).toEqual(NOTHING_WRITTEN)
      const counted = async () => {
        const [row] = await world.owner.execute(sql`select (select count(*)::int from events) as events,
        (select count(*)::int from series) as series, (select count(*)::int from links) as links,
        (select count(*)::int from mails) as mails`)
        return row
      }
      expect(await counted()).toEqual({ events: 7700, series: 300, links: 5000, mails: 0 })
      // As after a disconnection: everything is listed anew.
      await world.owner.execute(sql`update calendars set sync_token = null, page_token = null`)
      await syncNow(sync, linked)
      expect(await counted()).toEqual({ events: 7700, series: 300, links: 5000, mails: 0 })
      expect(control.writes()).toEqual(NOTHING_WRITTEN)
    },
  )

  it('500 events made here are written once each: their own news change nothing', { timeout: 240_000 }, async () => {
    await syncNow(sync, linked)
    for (let nth = 0; nth < 500; nth++) {
      const [startsAt, endsAt] = [nth, nth + 1].map((halves) =>
        Temporal.Instant.fromEpochMilliseconds(START + halves * HALF_HOUR).toString(),
      )
      await createEvent(ines, eventInput({ title: `Event ${nth}`, startsAt, endsAt }))
    }
    await pushNow(sync, linked)
    for (let round = 0; round < 3; round++) await syncNow(sync, linked)
    expect(sync.google.control.writes()).toEqual({ ...NOTHING_WRITTEN, insert: 500 })
    const versions = new Set((await allEvents(sync, ines.actor)).map(({ version }) => version))
    expect([...versions]).toEqual([1])
  })
})
