import type { Transaction } from '@astralis/db/client'
import type { Runtime } from '../context.ts'

/** Queues the same job for several calendars. */
export async function queueCalendars(
  tx: Transaction,
  { enqueue }: Pick<Runtime, 'enqueue'>,
  name: 'calendars.sync' | 'calendars.release',
  orgId: string,
  ids: readonly string[],
): Promise<void> {
  await enqueue(
    tx,
    name,
    ids.map((id) => ({ payload: { orgId, id }, key: id })),
  )
}
