import type { Benchmark } from './benchmark.ts'
import { measureDelivery } from './reminder-delivery.ts'
import { measurePlanning } from './reminder-planning.ts'

/**
 * Reminders: delivered by worker processes, beside pg-boss alone, which takes as many jobs and does nothing with them;
 * and planned with their events, beside bare SQL that writes the same rows.
 */
export const reminders: Benchmark = async (world, report) => {
  await measureDelivery(world, report)
  await measurePlanning(world, report)
}
