import assert from 'node:assert/strict'
import { recoverCalendars } from '../apps/worker/src/testing/settled-jobs.ts'
import { seededRandom } from '../apps/worker/src/testing/seeded-random.ts'
import { SYNC_KILL_POINTS, type SyncKillPoint } from '../apps/worker/src/testing/sync-kill-points.ts'
import { endOf, killSyncAt, type SyncKill } from '../apps/worker/src/testing/sync-kill-round.ts'
import type { SyncSite } from '../apps/worker/src/testing/sync-site.ts'
import { stormSync } from '../apps/worker/src/testing/sync-storm.ts'
import type { WorkerBundle } from '../apps/worker/src/testing/worker-process.ts'
import type { Result, World } from './benchmark.ts'
import { checkInvariants } from './invariants.ts'
import { createSyncSite } from './sync-world.ts'

const KILLS_PER_POINT = 20
/** Nothing is read but what was asked for: what is there in the end was brought to an end, not read again. */
const NEVER = 86_400
const POLL_SECONDS = 2
const STORM = { members: 6, changes: 1200 }

/** Workers that are killed over linked calendars; in the end both sides are alike, nothing lost and nothing twice. */
export async function killSync(world: World, bundle: WorkerBundle, report: (result: Result) => void) {
  const site = await createSyncSite(world, bundle, 'kill_sync', NEVER)
  site.google.control.push.drops = true
  const killed: SyncKill[] = []
  for (const point of SYNC_KILL_POINTS) killed.push(...(await killOften(site, point)))
  await recoverCalendars(site, 300_000)
  for (const [point, kills] of Map.groupBy(killed, ({ point }) => point)) {
    let [notInStep, twice] = [0, 0]
    for (const { linked } of kills) {
      const end = await endOf(site, linked)
      const left = point.ends === 'disconnected' ? 1 : (point.leaves.there ?? 0)
      if (end.onlyHere > 0 || end.onlyThere !== (point.ends === 'in-step' ? 0 : left)) notInStep++
      twice += end.twice
    }
    report({ killed: point.name, kills: kills.length, notInStep, twice })
    assert.deepEqual([notInStep, twice], [0, 0])
  }
  await checkInvariants(site.databaseUrl)

  const stormSite = await createSyncSite(world, bundle, 'storm_sync', POLL_SECONDS)
  const result = await stormSync(stormSite, { ...STORM, random: seededRandom(1) })
  report({ killed: 'at random', ...result })
  const { lost, twice, different, unlinked } = result
  assert.deepEqual([lost, twice, different, unlinked], [0, 0, 0, 0])
  await checkInvariants(stormSite.databaseUrl)
}

async function killOften(site: SyncSite, point: SyncKillPoint): Promise<SyncKill[]> {
  const kills: SyncKill[] = []
  while (kills.length < KILLS_PER_POINT) {
    const kill = await killSyncAt(site, point)
    assert.deepEqual({ ...kill.trace, ...point.leaves }, kill.trace)
    kills.push(kill)
  }
  return kills
}
