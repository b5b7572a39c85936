import { horizonOf } from '@astralis/core/series/horizon'
import { Temporal } from '@astralis/core/temporal'
import { listOrganizationsWithDueSeries } from '@astralis/db/queries/series'
import { enterSweep, leaveSweep } from '@astralis/db/tenancy'
import type { Runtime } from '../context.ts'

/** Queues `series.extend` for every organization with a series of which occurrences have come within the horizon. */
export async function sweepSeries(runtime: Runtime): Promise<{ organizations: number }> {
  const horizon = Temporal.Instant.fromEpochMilliseconds(horizonOf(runtime.clock()))
  return runtime.db.transaction(async (tx) => {
    await enterSweep(tx)
    const orgIds = await listOrganizationsWithDueSeries(tx, horizon)
    await leaveSweep(tx)
    await runtime.enqueue(
      tx,
      'series.extend',
      orgIds.map((orgId) => ({ payload: { orgId }, key: orgId })),
    )
    return { organizations: orgIds.length }
  })
}
