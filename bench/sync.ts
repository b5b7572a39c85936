import { bundleWorker } from '../apps/worker/src/testing/worker-process.ts'
import type { Benchmark } from './benchmark.ts'
import { measureImport } from './sync-import.ts'
import { measureLatency } from './sync-latency.ts'

/** Linked calendars: how fast they are taken over, and how soon a change is on the other side. */
export const sync: Benchmark = async (world, report) => {
  const bundle = await bundleWorker()
  world.open.defer(bundle.remove)
  await measureImport(world, bundle, report)
  await measureLatency(world, bundle, report)
}
