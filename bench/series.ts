import type { Benchmark } from './benchmark.ts'
import { measureChanges } from './series-changes.ts'
import { measureExtension } from './series-extension.ts'

/**
 * The services of repeating events in this process, without HTTP, beside bare SQL that writes the same rows: a series of
 * four people is made, and moved as a whole; then ten thousand series get their next week, as the worker does it.
 */
export const series: Benchmark = async (world, report) => {
  await measureChanges(world, report)
  await measureExtension(world, report)
}
