import { type Intervals, mergeIntervals } from '@astralis/core/time/intervals'
import type { Span } from '@astralis/core/time/span'
import { sql } from 'drizzle-orm'
import type { Transaction } from '../client.ts'

interface BusyQuery {
  orgId: string
  emails: readonly string[]
  span: Span
}

interface BusyRow extends Record<string, unknown> {
  email: string
  busy: Buffer
}

/**
 * When each of `emails` is busy in `span`: interval lists of epoch milliseconds, rounded outwards and not cut at the
 * span's edges. An event takes the time of those whom it needs and who have not declined. Whoever is never busy is
 * missing.
 *
 * One row a person, because the driver takes longer over a row for each interval than PostgreSQL over finding it. What
 * starts in the span, or less than a day before it, is read from `participants_busy_idx` alone; what started earlier is
 * longer than a day and rare (ADR 8). Ends are compared after the scan of that index: a condition on its last column
 * would cost a third more, for it can not be left out where a whole page lies within the range.
 */
export async function listBusyTimes(tx: Transaction, query: BusyQuery): Promise<Map<string, Intervals>> {
  const from = query.span.startsAt.toString()
  const to = query.span.endsAt.toString()
  const share = sql`org_id = ${query.orgId} and email = person.email
    and event_takes_time and not is_optional and status <> 'declined'`
  const rows = await tx.execute<BusyRow>(sql`
    select person.email, busy
    from unnest(${sql.param(query.emails)}::text[]) as person(email)
    cross join lateral (
      select string_agg(timestamptz_send(starts_at) || timestamptz_send(ends_at), '')
        filter (where ends_at > ${from}) as busy
      from (
        select starts_at, ends_at from participants
        where ${share} and spans_days and ends_at > ${from} and starts_at <= ${from}::timestamptz - interval '24 hours'
        union all
        select starts_at, ends_at from participants
        where ${share} and starts_at > ${from}::timestamptz - interval '24 hours' and starts_at < ${to}
      ) as shares
    ) as times
    where busy is not null`)
  return new Map(rows.map(({ email, busy }) => [email, mergeIntervals(decodeTimes(busy))]))
}

/** PostgreSQL's own format of an instant: microseconds since 2000 as a big-endian integer of eight bytes. */
const POSTGRES_EPOCH_MS = 946_684_800_000
const PAIR_BYTES = 16

/** Starts and ends by turns, in milliseconds. */
function decodeTimes({ buffer, byteOffset, byteLength }: Buffer): number[] {
  const bytes = new DataView(buffer, byteOffset, byteLength)
  const times: number[] = []
  for (let offset = 0; offset < byteLength; offset += PAIR_BYTES)
    times.push(
      POSTGRES_EPOCH_MS + Math.floor(microsAt(bytes, offset) / 1000),
      POSTGRES_EPOCH_MS + Math.ceil(microsAt(bytes, offset + 8) / 1000),
    )
  return times
}

/** Two halves are several times as fast as a BigInt. */
function microsAt(bytes: DataView, offset: number): number {
  return bytes.getInt32(offset) * 2 ** 32 + bytes.getUint32(offset + 4)
}
