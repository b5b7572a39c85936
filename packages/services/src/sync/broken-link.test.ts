import { timed } from '@astralis/calendars/testing/google-stand-in/google-for-tests'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { tokenPlace } from '../connections/sealed-places.ts'
import type { ServiceContext } from '../context.ts'
import { createEvent } from '../events/create-event.ts'
import { differences } from '../testing/compare-stores.ts'
import {
  allEvents,
  createSyncWorld,
  linkMember,
  type LinkedMember,
  logOf,
  pushNow,
  syncNow,
  type SyncWorld,
} from '../testing/sync-world.ts'
import { createOrganization, createTestWorld, eventInput, type TestWorld } from '../testing/test-world.ts'
import { violationsIn } from '../testing/violations.ts'

const ACCOUNT = 'ines@harborpine.example'
const EVENTS_SCOPE = 'https://www.googleapis.com/auth/calendar.events'
const READ_SCOPE = 'https://www.googleapis.com/auth/calendar.events.readonly'

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

const control = () => sync.google.control
const titlesThere = () =>
  control()
    .events(ACCOUNT)
    .map(({ summary }) => summary)

const sorted = (titles: (string | undefined)[]) =>
  titles.map((title) => title ?? '').toSorted((a, b) => (a < b ? -1 : 1))

/** New tokens in place of the old ones, as linking again brings them. */
async function linkAgain(scopes: string[]) {
  const { accessToken, refreshToken } = control().grant(ACCOUNT, scopes)
  const place = { orgId: ines.actor.orgId, id: linked.connectionId, provider: 'GOOGLE' as const }
  const { seal } = sync.runtime.calendars
  await world.owner.execute(sql`
    update connections set status = 'ACTIVE', problem = null, problem_detail = null, problem_since = null,
      access_expires_at = ${world.now.add({ hours: 1 }).toString()},
      access_token = ${seal.seal(accessToken, tokenPlace(place, 'access_token'))},
      refresh_token = ${seal.seal(refreshToken, tokenPlace(place, 'refresh_token'))}`)
}

async function status() {
  const [row] = await world.owner.execute<{ status: string }>(sql`select status from connections`)
  return row?.status
}

async function outcomes(outcome: string) {
  return (await logOf(world)).filter((entry) => entry.outcome === outcome)
}

describe('G4: a consent that is no more', () => {
  it('is said once however often it is met, and what waits is written after linking again', async () => {
    await syncNow(sync, linked)
    control().revokeAccess(ACCOUNT)
    for (const title of ['One', 'Two', 'Three']) {
      await createEvent(ines, eventInput({ title, showsAs: 'FREE' }))
      expect(await pushNow(sync, linked)).toMatchObject({ status: 'stopped' })
    }
    expect(await status()).toBe('NEEDS_REAUTH')
    expect(await outcomes('consent-withdrawn')).toHaveLength(1)
    expect(titlesThere()).toEqual([])
    control().insert(ACCOUNT, timed(12, { summary: 'Meanwhile' }))
    await linkAgain([EVENTS_SCOPE])
    await syncNow(sync, linked)
    expect(sorted(titlesThere())).toEqual(['Meanwhile', 'One', 'Three', 'Two'])
    expect(await allEvents(sync, ines.actor)).toHaveLength(4)
    expect(await differences(sync, linked)).toEqual([])
    expect(control().writes()).toMatchObject({ insert: 3 })
  })

  it.each(['goes on with the next page', 'begins anew where that is too old'])(
    'that is found out between two pages leaves what was there, and %s',
    async (how) => {
      control().insertMany(
        ACCOUNT,
        Array.from({ length: 30 }, (_, nth) => timed(1 + (nth % 28), { summary: `Event ${nth}` })),
      )
      control().setPageCap(10)
      const { GOOGLE } = sync.runtime.calendars.providers
      let pages = 0
      const listItems: typeof GOOGLE.listItems = (...call) => {
        if (++pages === 3) control().revokeAccess(ACCOUNT)
        return GOOGLE.listItems(...call)
      }
      const calendars = { ...sync.runtime.calendars, providers: { GOOGLE: { ...GOOGLE, listItems } } }
      const runtime = { ...sync.runtime, calendars }
      expect(await syncNow({ ...sync, runtime }, linked)).toMatchObject({ status: 'stopped' })
      expect(await allEvents(sync, ines.actor)).toHaveLength(20)
      await linkAgain([EVENTS_SCOPE])
      const isNew = how.startsWith('begins')
      if (isNew) control().faults.add({ kind: 'status', status: 400, methods: ['list'], page: 3, times: 1 })
      const before = control().requests('list').length
      await syncNow(sync, linked)
      expect(await allEvents(sync, ines.actor)).toHaveLength(30)
      expect(control().requests('list').length - before).toBe(isNew ? 4 : 1)
      expect(await differences(sync, linked)).toEqual([])
    },
  )

  it('a page that is refused each time does not keep a worker for ever', async () => {
    control().insertMany(ACCOUNT, [timed(10), timed(11), timed(12)])
    control().setPageCap(1)
    control().faults.add({ kind: 'status', status: 400, methods: ['list'], page: 2 })
    await expect(syncNow(sync, linked)).rejects.toMatchObject({ kind: 'invalid' })
    expect(control().requests('list')).toHaveLength(4)
  })

  it('an access token that ends in the middle is refreshed, once, and nobody notices', async () => {
    await syncNow(sync, linked)
    for (const title of ['One', 'Two', 'Three']) await createEvent(ines, eventInput({ title, showsAs: 'FREE' }))
    const { GOOGLE } = sync.runtime.calendars.providers
    let inserts = 0
    const insertItem: typeof GOOGLE.insertItem = (...call) => {
      if (++inserts === 2) control().expireAccessTokens(ACCOUNT)
      return GOOGLE.insertItem(...call)
    }
    const calendars = { ...sync.runtime.calendars, providers: { GOOGLE: { ...GOOGLE, insertItem } } }
    const runtime = { ...sync.runtime, calendars }
    expect(await pushNow({ ...sync, runtime }, linked)).toMatchObject({ status: 'done', pushed: 3 })
    expect(sorted(titlesThere())).toEqual(['One', 'Three', 'Two'])
    expect(control().requests('token')).toHaveLength(1)
    expect(await status()).toBe('ACTIVE')
  })

  it('a box that was left unticked is said once, and what waits is written when it is ticked', async () => {
    await syncNow(sync, linked)
    await linkAgain([READ_SCOPE])
    await createEvent(ines, eventInput({ title: 'Waits' }))
    for (let nth = 0; nth < 3; nth++) await pushNow(sync, linked).catch(() => {})
    expect(await status()).toBe('SCOPES_MISSING')
    expect(await outcomes('scopes-missing')).toHaveLength(1)
    await linkAgain([EVENTS_SCOPE])
    await pushNow(sync, linked)
    expect(titlesThere()).toEqual(['Waits'])
    expect(await differences(sync, linked)).toEqual([])
  })
})

describe('G2: notifications', () => {
  it('are asked for once, and again a day before they end, with the old channel stopped after that', async () => {
    await syncNow(sync, linked)
    await syncNow(sync, linked)
    const [first, ...more] = [...control().push.channels.keys()]
    expect(more).toEqual([])
    world.now = world.now.add({ hours: 24 * 6 - 1 })
    await syncNow(sync, linked)
    expect([...control().push.channels.keys()]).toEqual([first])
    world.now = world.now.add({ hours: 1 })
    await syncNow(sync, linked)
    const channels = [...control().push.channels.keys()]
    expect(channels).toHaveLength(1)
    expect(channels).not.toContain(first)
    const methods = control()
      .requests()
      .map(({ method }) => method)
    expect(methods.lastIndexOf('watch')).toBeLessThan(methods.indexOf('stop'))
    const [row] = await world.owner.execute(sql`select channel_id as id from calendars`)
    expect(row).toEqual({ id: channels[0] })
  })

  it('to an address that is not taken are done without: everything is read all the same', async () => {
    const offline = { ...sync, runtime: { ...sync.runtime, publicUrl: 'http://localhost:3000' } }
    control().insert(ACCOUNT, timed(10, { summary: 'First' }))
    expect(await syncNow(offline, linked)).toMatchObject({ status: 'done' })
    control().insert(ACCOUNT, timed(11, { summary: 'Second' }))
    expect(await syncNow(offline, linked)).toMatchObject({ status: 'done' })
    expect(control().push.channels.size).toBe(0)
    expect(control().requests('watch')).toHaveLength(1)
    expect(await allEvents(sync, ines.actor)).toHaveLength(2)
    const [row] = await world.owner.execute(sql`select status, problem from connections`)
    expect(row).toEqual({ status: 'ACTIVE', problem: null })
  })
})
