import type { ConnectionOutcome } from '@astralis/core/sync/sync-outcome'
import type { Transaction } from '@astralis/db/client'
import { insertSyncEntries } from '@astralis/db/queries/sync-log'
import type { Runtime } from '../context.ts'

interface ConnectionNews {
  orgId: string
  connectionId: string
  outcome: ConnectionOutcome
  detail?: Record<string, unknown>
  needsAttention?: boolean
}

/** Writes down what happened to a linked account as a whole, in the transaction in which it happened. */
export async function logConnection(
  tx: Transaction,
  { clock, newId }: Pick<Runtime, 'clock' | 'newId'>,
  { detail, needsAttention = false, ...news }: ConnectionNews,
): Promise<void> {
  await insertSyncEntries(tx, [
    { ...news, id: newId(), at: clock(), direction: 'connection', needsAttention, ...(detail && { detail }) },
  ])
}
