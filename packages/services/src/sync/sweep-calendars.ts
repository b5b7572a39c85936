import { listDueStreams, requestPull } from '@astralis/db/queries/streams'
import { enterSweep } from '@astralis/db/tenancy'
import { inOrganization } from '../transaction.ts'
import type { SyncRuntime } from './sync-runtime.ts'

/** What waits for longer than that was left behind by a job that is no more. */
const LEFT_BEHIND_SECONDS = 30

/**
 * Queues every calendar that is to be read again, because notifications get lost, and those with something that was left
 * behind. A calendar that is queued or being read already is left alone by the queue.
 */
export async function sweepCalendars(
  runtime: Pick<SyncRuntime, 'db' | 'clock' | 'enqueue' | 'pollSeconds'>,
): Promise<{ calendars: number }> {
  const now = runtime.clock()
  const due = await runtime.db.transaction(async (tx) => {
    await enterSweep(tx)
    return listDueStreams(tx, {
      staleBefore: now.subtract({ seconds: runtime.pollSeconds }),
      waitingBefore: now.subtract({ seconds: LEFT_BEHIND_SECONDS }),
    })
  })
  for (const { orgId, id, isStale } of due)
    await inOrganization(runtime, orgId, async (tx) => {
      if (isStale) await requestPull(tx, orgId, id, now)
      await runtime.enqueue(tx, 'calendars.sync', [{ payload: { orgId, id }, key: id }])
    })
  return { calendars: due.length }
}
