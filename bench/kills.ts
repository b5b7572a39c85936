import assert from 'node:assert/strict'
import { EVENTS, raceCancellations } from '../apps/worker/src/testing/cancel-race.ts'
import { startResend, startSmtp } from '../apps/worker/src/testing/mail-provider.ts'
import { bundleWorker, type WorkerBundle } from '../apps/worker/src/testing/worker-process.ts'
import { seededRandom } from '../apps/worker/src/testing/seeded-random.ts'
import type { Benchmark, Result, World } from './benchmark.ts'
import { killAtPoints } from './kill-points.ts'
import { killSync } from './kill-sync.ts'
import { killRandomly } from './kill-randomly.ts'
import { createKillSite } from './kill-world.ts'

/**
 * "Exactly once", with workers in processes of their own, real sockets and SIGKILL: throws where a mail is lost or sent
 * twice, where a reminder leaves after its meeting was cancelled and nobody takes it back, or where a linked calendar and
 * the events here do not end alike.
 */
export const kills: Benchmark = async (world, report) => {
  const bundle = await bundleWorker()
  world.open.defer(bundle.remove)
  await killRandomly(world, bundle, { startProvider: startResend, reminders: 5000 }, report)
  await killRandomly(world, bundle, { startProvider: startSmtp, reminders: 1000 }, report)
  await killAtPoints(world, bundle, report)
  await cancelWhileDelivering(world, bundle, report)
  await killSync(world, bundle, report)
}

async function cancelWhileDelivering(world: World, bundle: WorkerBundle, report: (result: Result) => void) {
  const site = await createKillSite(world, bundle, 'cancel_race', startResend)
  const result = await raceCancellations(site, { rounds: 1000 / EVENTS, random: seededRandom(1) })
  report({ mail: 'resend', cancelled: 1000, ...result })
  const { pendingAfterCommit, skippedAndAccepted, unclaimedAndAccepted, withoutCancellation, twice } = result
  assert.deepEqual(
    [pendingAfterCommit, skippedAndAccepted, unclaimedAndAccepted, withoutCancellation, twice],
    [0, 0, 0, 0, 0],
  )
}
