import type { LogEntry, Snapshot } from './log-entry.ts'
import { BYTE_ORDER_MARK, writeCsv } from './write-csv.ts'

const HEADINGS = [
  'id',
  'at',
  'actor name',
  'actor e-mail',
  'origin',
  'action',
  'entity',
  'entity id',
  'subject',
  'before',
  'after',
]

/** Entries of the log as a table; what was before and after as JSON. Only a first part has headings. */
export function writeLogCsv(entries: readonly LogEntry[], { isFirst }: { isFirst: boolean }): string {
  const rows = entries.map((entry) => [
    entry.id,
    entry.at,
    entry.actor?.name ?? '',
    entry.actor?.email ?? '',
    entry.origin,
    entry.action,
    entry.entity,
    entry.entityId,
    entry.subject ?? '',
    writeSnapshot(entry.before),
    writeSnapshot(entry.after),
  ])
  return isFirst ? BYTE_ORDER_MARK + writeCsv([HEADINGS, ...rows]) : writeCsv(rows)
}

function writeSnapshot(snapshot: Snapshot | null): string {
  return snapshot ? JSON.stringify(snapshot) : ''
}
