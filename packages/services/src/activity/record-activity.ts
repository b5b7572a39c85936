import type { ActivityEntity } from '@astralis/core/activity/activity-entity'
import type { ActivitySnapshot } from '@astralis/db/schema/activity'
import type { Transaction } from '@astralis/db/client'
import { insertActivity } from '@astralis/db/queries/activity'
import type { Runtime } from '../context.ts'

/** Who acted: a person, or the system in one of its jobs. */
export type ActivitySource = Pick<Runtime, 'clock' | 'newId'> & {
  origin: string
  actor: { orgId: string; userId: string | null }
}

export interface ActivityEntry {
  action: `${ActivityEntity}.${string}`
  entityId: string
  before?: ActivitySnapshot | undefined
  after?: ActivitySnapshot | undefined
}

/** Writes what happened, in the transaction in which it happened (B7). The entity is the action's first word. */
export async function recordActivity(tx: Transaction, source: ActivitySource, entries: ActivityEntry[]): Promise<void> {
  const at = source.clock()
  await insertActivity(
    tx,
    entries.map((entry) => ({
      orgId: source.actor.orgId,
      id: source.newId(),
      at,
      actorId: source.actor.userId,
      origin: source.origin,
      action: entry.action,
      entity: entry.action.split('.')[0] ?? entry.action,
      entityId: entry.entityId,
      before: entry.before ?? null,
      after: entry.after ?? null,
    })),
  )
}
