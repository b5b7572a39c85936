import assert from 'node:assert/strict'
import { setTimeout as pause } from 'node:timers/promises'
import { createEvent } from '@astralis/services/events/create-event'
import postgres from 'postgres'
import { eventHere, eventThere } from '../apps/worker/src/testing/sync-samples.ts'
import type { WorkerBundle } from '../apps/worker/src/testing/worker-process.ts'
import type { Result, World } from './benchmark.ts'
import { checkInvariants } from './invariants.ts'
import { percentile, round } from './measure.ts'
import { createSyncSite } from './sync-world.ts'

const SAMPLES = 100
const WARM_UP = 5
const POLL_SECONDS = 600
/** Often enough for what takes some tens of milliseconds. */
const LOOK_MS = 2

/**
 * How long it takes until a change is on the other side, one at a time: events made at Google, which notifies us, until
 * their rows are here; and events made here until Google has them. A worker process; this one takes the notifications.
 */
export async function measureLatency(world: World, bundle: WorkerBundle, report: (result: Result) => void) {
  const site = await createSyncSite(world, bundle, 'sync_latency', POLL_SECONDS)
  const sql = postgres(site.databaseUrl, { max: 1, onnotice: () => {} })
  world.open.defer(() => sql.end())
  const { account, ctx } = await site.link(await site.addMember())
  const { control } = site.google
  await site.start().ready
  await until(() => control.push.channels.size === 1)

  const here: number[] = []
  const there: number[] = []
  for (let sample = -WARM_UP; sample < SAMPLES; sample++) {
    const index = 2 * (sample + WARM_UP)
    const made = control.insert(account, eventThere(index))
    const madeAt = performance.now()
    await until(async () => (await sql`select from links where remote_id = ${made.id}`).length > 0)
    const arrivedAt = performance.now()

    const title = `Event ${index + 1}`
    await createEvent(ctx, eventHere(index + 1))
    const createdAt = performance.now()
    await until(() => control.events(account).some(({ summary }) => summary === title))
    if (sample < 0) continue
    here.push(arrivedAt - madeAt)
    there.push(performance.now() - createdAt)
  }
  const of = (values: readonly number[]) => ({
    samples: values.length,
    p50Ms: round(percentile(values, 0.5)),
    p95Ms: round(percentile(values, 0.95)),
    maxMs: round(percentile(values, 1)),
  })
  report({ action: 'from Google to here, notified', ...of(here) })
  report({ action: 'from here to Google', ...of(there) })
  assert.equal(control.events(account).length, 2 * (SAMPLES + WARM_UP))
  await checkInvariants(site.databaseUrl)
}

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await pause(LOOK_MS)
}
