import * as queries from '@astralis/db/queries/events'
import { recordActivity } from '../activity/record-activity.ts'
import type { Runtime } from '../context.ts'
import { inOrganization } from '../transaction.ts'

/** Marks one organization's events that are over as COMPLETED; running twice changes nothing more. */
export async function completeEvents(runtime: Runtime, { orgId }: { orgId: string }): Promise<{ completed: number }> {
  return inOrganization(runtime, orgId, async (tx) => {
    const completed = await queries.completeEvents(tx, orgId, runtime.clock())
    const source = { ...runtime, origin: 'worker', actor: { orgId, userId: null } }
    await recordActivity(
      tx,
      source,
      completed.map(({ id, title, source: owner }) => ({
        action: 'event.completed',
        entityId: id,
        after: { title, source: owner, status: 'COMPLETED' },
      })),
    )
    return { completed: completed.length }
  })
}
