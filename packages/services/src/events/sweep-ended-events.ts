import { listOrganizationsWithEnded } from '@astralis/db/queries/events'
import { enterSweep, leaveSweep } from '@astralis/db/tenancy'
import type { Runtime } from '../context.ts'

/**
 * Queues `events.complete` for every organization with events that are over. The sweep itself may only read; the work
 * runs as the organization, under its row-level security.
 */
export async function sweepEndedEvents(runtime: Runtime): Promise<{ organizations: number }> {
  return runtime.db.transaction(async (tx) => {
    await enterSweep(tx)
    const orgIds = await listOrganizationsWithEnded(tx, runtime.clock())
    await leaveSweep(tx)
    await runtime.enqueue(
      tx,
      'events.complete',
      orgIds.map((orgId) => ({ payload: { orgId }, key: orgId })),
    )
    return { organizations: orgIds.length }
  })
}
