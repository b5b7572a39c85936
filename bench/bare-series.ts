import postgres from 'postgres'
import {
  insertActivity,
  insertOccurrences,
  insertSeries,
  insertShares,
  type Occurrence,
  type SeriesRow,
} from './series-rows.ts'

/**
 * The yardstick of series: the rows that the services write and nothing else, as the app's role, in one transaction with
 * one prepared statement a table, sent together. No lock, no check, no answer.
 */
export function createBareSeries(databaseUrl: string, orgId: string) {
  const sql = postgres(databaseUrl, { max: 1, connection: { role: 'astralis_app', TimeZone: 'UTC' } })
  const write = (statements: (tx: postgres.TransactionSql) => readonly Promise<unknown>[]) =>
    sql.begin((tx) => [tx`select set_config('astralis.org_id', ${orgId}, true)`, ...statements(tx)])
  return {
    create: (series: SeriesRow, occurrences: readonly Occurrence[]) =>
      write((tx) => [
        insertSeries(tx, orgId, [series]),
        insertOccurrences(tx, orgId, occurrences),
        insertShares(tx, orgId, occurrences),
        insertActivity(tx, orgId, series, 'series.created'),
      ]),
    /** The shares follow their events by the foreign key. */
    move: (series: SeriesRow, occurrences: readonly Occurrence[]) =>
      write((tx) => [
        tx`update series set local_starts_at = ${series.localStartsAt}, updated_at = now()
          where org_id = ${orgId} and id = ${series.id}`,
        tx`update events set (version, starts_at, ends_at, original_starts_at, updated_at)
            = (version + 1, e."startsAt", e."endsAt", e."startsAt", now())
          from jsonb_to_recordset(${JSON.stringify(occurrences)}::text::jsonb)
            as e(id uuid, "startsAt" timestamptz, "endsAt" timestamptz)
          where events.org_id = ${orgId} and events.id = e.id`,
        insertActivity(tx, orgId, series, 'event.updated'),
      ]),
    /** `next` is when each series of these occurrences goes on. */
    extend: (occurrences: readonly Occurrence[], next: readonly string[]) =>
      write((tx) => [
        insertOccurrences(tx, orgId, occurrences),
        insertShares(tx, orgId, occurrences),
        tx`update series set next_starts_at = next.at
          from unnest(${occurrences.map(({ seriesId }) => seriesId)}::uuid[], ${next}::timestamptz[]) as next(id, at)
          where org_id = ${orgId} and series.id = next.id`,
      ]),
    close: () => sql.end({ timeout: 5 }),
  }
}
