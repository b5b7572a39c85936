import type { Decision } from '@astralis/core/sync/decide'
import type { SyncDirection } from '@astralis/core/sync/sync-direction'
import type { SyncOutcome } from '@astralis/core/sync/sync-outcome'
import type { Transaction } from '@astralis/db/client'
import type { Stream } from '@astralis/db/queries/streams'
import { insertSyncEntries } from '@astralis/db/queries/sync-log'
import type { Runtime } from '../context.ts'

export interface SyncEntry {
  direction: SyncDirection
  outcome: SyncOutcome
  eventId?: string | null
  title?: string | null
  detail?: Record<string, unknown> | null
  needsAttention?: boolean
}

/** Writes to the log of an account what was done, in the transaction that did it (G5). */
export async function recordSync(
  tx: Transaction,
  { clock, newId }: Pick<Runtime, 'clock' | 'newId'>,
  { orgId, connectionId, id: calendarId }: Pick<Stream, 'orgId' | 'connectionId' | 'id'>,
  entries: readonly SyncEntry[],
): Promise<void> {
  const at = clock()
  await insertSyncEntries(
    tx,
    entries.map(({ eventId = null, title = null, detail = null, needsAttention = false, ...entry }) => ({
      ...entry,
      orgId,
      id: newId(),
      at,
      connectionId,
      calendarId,
      eventId,
      title,
      detail,
      needsAttention,
    })),
  )
}

/** What a decision has to say in the log; null for what nobody needs to read. */
export function entryOf(decision: Decision, direction: SyncDirection): SyncEntry | null {
  const { outcome, lost, tell } = decision
  if (outcome === 'in-step' || outcome === 'agreed') return null
  return { direction, outcome, detail: lost.length > 0 ? { lost } : null, needsAttention: tell }
}
