import type { ExportActivityInput } from '@astralis/core/activity/activity-input'
import { writeLogCsv } from '@astralis/core/activity/write-log-csv'
import type { ServiceContext } from '../context.ts'
import { readLog } from './read-log.ts'

const PAGE = 5000

/** A part of a file; parts of CSV are put together as they are, those of JSON are lists of entries. */
export interface ExportedLog {
  fileName: string
  mediaType: string
  text: string
  /** The entry to go on from; null when this was the last part. */
  next: string | null
}

/** The activity log as a file, 5,000 entries at a time (B7). Throws NOT_FOUND where `before` is no entry. */
export async function exportActivity(
  ctx: ServiceContext,
  { format, ...filters }: ExportActivityInput,
): Promise<ExportedLog> {
  const { entries, next } = await readLog(ctx, filters, PAGE)
  const today = ctx.clock().toZonedDateTimeISO(ctx.actor.timeZone).toPlainDate()
  const fileName = `activity-${today.toString()}.${format}`
  if (format === 'json') return { fileName, mediaType: 'application/json', text: JSON.stringify(entries), next }
  const text = writeLogCsv(entries, { isFirst: filters.before === undefined })
  return { fileName, mediaType: 'text/csv;charset=utf-8', text, next }
}
