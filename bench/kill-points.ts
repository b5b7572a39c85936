import assert from 'node:assert/strict'
import { KILL_POINTS, type KillPoint } from '../apps/worker/src/testing/kill-points.ts'
import { killAt } from '../apps/worker/src/testing/kill-round.ts'
import { countTwice, type KillSite, recover } from '../apps/worker/src/testing/kill-site.ts'
import { reminderIn, startResend } from '../apps/worker/src/testing/mail-provider.ts'
import type { WorkerBundle } from '../apps/worker/src/testing/worker-process.ts'
import type { Result, World } from './benchmark.ts'
import { createKillSite } from './kill-world.ts'

const KILLS_PER_POINT = 100
/** Sites side by side: one starts a worker while another waits for the death of its own. */
const LANES = 2

/** A hundred workers killed at each point, each over a reminder of its own; Resend has accepted each once in the end. */
export async function killAtPoints(world: World, bundle: WorkerBundle, report: (result: Result) => void) {
  const points = [...KILL_POINTS]
  const lane = async (_: unknown, nth: number) => {
    const site = await createKillSite(world, bundle, `kill_points_${nth}`, startResend)
    const killed = new Map<KillPoint, string[]>()
    for (let point = points.shift(); point; point = points.shift()) killed.set(point, await killOften(site, point))
    await recover(site, 300_000)
    return { site, killed }
  }
  const lanes = await Promise.all(Array.from({ length: LANES }, lane))

  for (const { site, killed } of lanes)
    for (const [point, ids] of killed) {
      const accepted = site.provider.accepted().filter(({ key }) => ids.includes(reminderIn(key) ?? ''))
      const counts = { due: ids.length, accepted: accepted.length, twice: countTwice(accepted) }
      report({ mail: 'resend', killed: point.name, kills: ids.length, ...counts })
      assert.deepEqual(counts, { due: KILLS_PER_POINT, accepted: KILLS_PER_POINT, twice: 0 })
    }
  for (const { site, killed } of lanes) {
    const due = [...killed.values()].flat().length
    assert.equal(site.provider.accepted().length, due)
    assert.deepEqual(await site.countByStatus(), { SENT: due })
  }
}

async function killOften(site: KillSite, point: KillPoint): Promise<string[]> {
  const ids: string[] = []
  while (ids.length < KILLS_PER_POINT) {
    const { reminderId, trace } = await killAt(site, point)
    assert.deepEqual(trace, point.leaves)
    ids.push(reminderId)
  }
  return ids
}
