import { describeOutcome } from '@astralis/core/sync/describe-outcome'
import type { ConnectionLogInput } from '@astralis/core/sync/connection-input'
import type { SyncDirection } from '@astralis/core/sync/sync-direction'
import { SYNC_OUTCOMES, type SyncOutcome } from '@astralis/core/sync/sync-outcome'
import { listSyncEntries, type SyncEntryRow } from '@astralis/db/queries/sync-log'
import type { ServiceContext } from '../context.ts'
import { inOrganization } from '../transaction.ts'
import { requireOwn } from './require-own.ts'

const PAGE = 50

/** A line of the log. `at` is RFC 3339. */
export interface SyncEntry {
  id: string
  at: string
  direction: SyncDirection
  outcome: SyncOutcome
  /** What that means, for people. */
  message: string
  calendarId: string | null
  /** By which its event can be opened. */
  eventId: string | null
  title: string | null
  detail: Record<string, unknown> | null
  needsAttention: boolean
}

/** What happened to an account that the caller has linked, newest first, 50 entries at a time (G5). */
export async function listLog(ctx: ServiceContext, { id, ...filters }: ConnectionLogInput): Promise<SyncEntry[]> {
  const { orgId } = ctx.actor
  return inOrganization(ctx, orgId, async (tx) => {
    await requireOwn(tx, ctx.actor, id)
    const rows = await listSyncEntries(tx, orgId, { connectionId: id, ...filters, limit: PAGE })
    return rows.flatMap(presentEntry)
  })
}

function presentEntry({ id, at, direction, calendarId, eventId, title, detail, ...row }: SyncEntryRow): SyncEntry[] {
  const outcome = SYNC_OUTCOMES.find((known) => known === row.outcome)
  if (outcome === undefined) return []
  const { needsAttention } = row
  const message = describeOutcome(outcome)
  return [{ id, at: at.toString(), direction, outcome, message, calendarId, eventId, title, detail, needsAttention }]
}
