import { listOrganizationsWithEnded } from '@astralis/db/queries/events'
import { enterSweep, leaveSweep } from '@astralis/db/tenancy'
import type { Runtime } from '../context.ts'
import type { Enqueue } from '../enqueue.ts'

/**
 * Queues `events.complete` for every organization with events that are over. The sweep itself may only read; the work
 * runs as the organization, under its row-level security.
 */
export async function sweepEndedEvents(runtime: Runtime & { enqueue: Enqueue }): Promise<{ organizations: number }> {
  return runtime.db.transaction(async (tx) => {
    await enterSweep(tx)
    const orgIds = await listOrganizationsWithEnded(tx, runtime.clock())
    await leaveSweep(tx)
    for (const orgId of orgIds) await runtime.enqueue(tx, 'events.complete', { orgId }, { key: orgId })
    return { organizations: orgIds.length }
  })
}
