import { listWaitingItems } from '@astralis/db/queries/links'
import { inOrganization } from '../transaction.ts'
import { type Push, pushItem } from './push-item.ts'

const BATCH_SIZE = 100

/** Writes to a calendar what was changed here, the oldest change first, until nothing waits. */
export async function pushItems(push: Push): Promise<{ items: number }> {
  const { runtime, stream } = push
  for (let items = 0; ;) {
    const waiting = await inOrganization(runtime, stream.orgId, (tx) =>
      listWaitingItems(tx, stream.orgId, stream.id, BATCH_SIZE),
    )
    if (waiting.length === 0) return { items }
    for (const item of waiting) await pushItem(push, item)
    items += waiting.length
  }
}
