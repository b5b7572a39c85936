import { violationsIn } from '@astralis/services/testing/violations'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recoverCalendars } from './testing/settled-jobs.ts'
import { SYNC_KILL_POINTS, type SyncKillPoint } from './testing/sync-kill-points.ts'
import { endOf, killSyncAt, type SyncEnd, type SyncKill } from './testing/sync-kill-round.ts'
import type { SyncSite } from './testing/sync-site.ts'
import { openSyncTestSite } from './testing/sync-test-site.ts'
import { bundleWorker, type WorkerBundle } from './testing/worker-process.ts'

const KILLS_PER_POINT = 2
const TIMEOUT_MS = 240_000
/** Nothing is read unless somebody asks for it: what is there in the end was brought to an end, not read again. */
const NEVER = 86_400

let bundle: WorkerBundle
beforeAll(async () => {
  bundle = await bundleWorker()
})
const open = new AsyncDisposableStack()
afterAll(async () => {
  await open.disposeAsync()
  await bundle.remove()
})

const NOTHING = { onlyHere: 0, onlyThere: 0, twice: 0 }
const LINKED = { isWatched: true, hasAccess: { here: true, there: true } }
const UNLINKED = { isWatched: false, hasAccess: { here: false, there: false } }

/** What a point is to come to. */
const ENDS: Record<SyncKillPoint['ends'], (point: SyncKillPoint) => Partial<SyncEnd>> = {
  'in-step': () => ({ ...NOTHING, ...LINKED, unlinked: 0, waiting: 0 }),
  // What was made here stays on both sides, what was imported is there alone.
  disconnected: () => ({ ...NOTHING, ...UNLINKED, onlyThere: 1 }),
  released: ({ leaves: { there = 0 } }) => ({ ...NOTHING, ...LINKED, onlyThere: there, isWatched: false }),
}

async function killAtEach(site: SyncSite, points: readonly SyncKillPoint[]): Promise<SyncKill[]> {
  const kills: SyncKill[] = []
  for (const point of points)
    for (let kill = 0; kill < KILLS_PER_POINT; kill++) {
      const killed = await killSyncAt(site, point)
      expect({ point: point.name, ...killed.trace }).toMatchObject({ point: point.name, ...point.leaves })
      kills.push(killed)
    }
  return kills
}

// At the same time: one waits for the heartbeats of its killed workers while the other kills.
describe.concurrent('whatever moment of the sync a worker is killed at, nothing is lost and nothing is there twice', () => {
  const names = [...new Set(SYNC_KILL_POINTS.map(({ name }) => name.split(':')[0] ?? ''))]
  const lanes = [
    { what: names.slice(0, 4), where: 'reading, and making new ones there' },
    { what: names.slice(4), where: 'changing there, and taking leave' },
  ]
  it.each(lanes)('$where', { timeout: TIMEOUT_MS }, async ({ what }) => {
    const site = await openSyncTestSite(bundle, NEVER, open)
    site.google.control.push.drops = true
    const kills = await killAtEach(
      site,
      SYNC_KILL_POINTS.filter(({ name }) => what.includes(name.split(':')[0] ?? '')),
    )
    await recoverCalendars(site)
    for (const { point, linked } of kills) {
      const end = await endOf(site, linked)
      expect({ point: point.name, ...end }).toMatchObject({ point: point.name, ...ENDS[point.ends](point) })
    }
    expect(await violationsIn(site.owner)).toEqual([])
  })
})
