import { violationsIn } from '@astralis/services/testing/violations'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seededRandom } from './testing/seeded-random.ts'
import { stormSync } from './testing/sync-storm.ts'
import { openSyncTestSite } from './testing/sync-test-site.ts'
import { bundleWorker, type WorkerBundle } from './testing/worker-process.ts'

const TIMEOUT_MS = 180_000
const POLL_SECONDS = 2

let bundle: WorkerBundle
beforeAll(async () => {
  bundle = await bundleWorker()
})
const open = new AsyncDisposableStack()
afterAll(async () => {
  await open.disposeAsync()
  await bundle.remove()
})

describe('two workers that are killed at random, while 300 changes are made on both sides', () => {
  it('both sides end alike, nothing lost and nothing twice', { timeout: TIMEOUT_MS }, async () => {
    const site = await openSyncTestSite(bundle, POLL_SECONDS, open)
    const { kills, made, left, ...wrong } = await stormSync(site, { members: 3, changes: 300, random: seededRandom(1) })
    expect(wrong).toEqual({ lost: 0, twice: 0, different: 0, unlinked: 0 })
    expect(kills).toBeGreaterThanOrEqual(4)
    expect(left).toBeGreaterThan(30)
    expect(made).toBeGreaterThan(left)
    expect(await violationsIn(site.owner)).toEqual([])
  })
})
