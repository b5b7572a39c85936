import { createOrganization, createTestWorld } from '@astralis/services/testing/test-world'
import { afterAll, beforeAll, describe, expect, it, type TestContext } from 'vitest'
import { KILL_POINTS, type KillPoint } from './testing/kill-points.ts'
import { killAt } from './testing/kill-round.ts'
import { countTwice, type KillSite, openKillSite, recover } from './testing/kill-site.ts'
import { reminderIn, startResend, type StartProvider, startSmtp } from './testing/mail-provider.ts'
import { bundleWorker, type WorkerBundle } from './testing/worker-process.ts'

const KILLS_PER_POINT = 2
const TIMEOUT_MS = 180_000
/** Where a reminder has been handed over and nobody has written down with what success. */
const AMBIGUOUS = KILL_POINTS.filter(({ leaves }) => leaves.status === 'CLAIMED' && leaves.isAttempted)

let bundle: WorkerBundle
beforeAll(async () => {
  bundle = await bundleWorker()
})
afterAll(() => bundle.remove())

async function openSite({ onTestFinished }: TestContext, startProvider: StartProvider): Promise<KillSite> {
  const world = await createTestWorld()
  const provider = await startProvider()
  const site = openKillSite({ databaseUrl: world.url, provider, bundle, ctx: await createOrganization(world) })
  onTestFinished(async () => {
    await site.close()
    await provider.close()
    await world.close()
  })
  return site
}

/** Kills workers at every point in turn; each leaves behind what the point says. Returns the ids of their reminders. */
async function killAtEach(site: KillSite, points: readonly KillPoint[]): Promise<string[]> {
  const ids: string[] = []
  for (const point of points)
    for (let kill = 0; kill < KILLS_PER_POINT; kill++) {
      const { reminderId, trace } = await killAt(site, point)
      expect({ point: point.name, ...trace }).toEqual({ point: point.name, ...point.leaves })
      ids.push(reminderId)
    }
  return ids
}

// At the same time: one waits for the heartbeats of its killed workers while the other kills.
describe.concurrent('F3: whatever moment a worker is killed at,', () => {
  it('Resend accepts each reminder exactly once', { timeout: TIMEOUT_MS }, async (context) => {
    const site = await openSite(context, startResend)
    const due = await killAtEach(site, KILL_POINTS)
    await recover(site)
    expect(
      site.provider
        .accepted()
        .map(({ key }) => reminderIn(key) ?? '')
        .toSorted(),
    ).toEqual(due.toSorted())
    expect(await site.countByStatus()).toEqual({ SENT: due.length })
  })

  it('SMTP accepts none twice, and what it may have accepted is UNKNOWN', { timeout: TIMEOUT_MS }, async (context) => {
    const site = await openSite(context, startSmtp)
    const due = await killAtEach(site, AMBIGUOUS)
    await recover(site)
    expect(countTwice(site.provider.accepted())).toBe(0)
    expect(await site.countByStatus()).toEqual({ UNKNOWN: due.length })
  })
})
