import { mergeIntervals } from '@astralis/core/time/intervals'
import type { Span } from '@astralis/core/time/span'
import { createDatabase } from '@astralis/db/client'
import { listBusyTimes } from '@astralis/db/queries/list-busy-times'
import { inOrganization } from '@astralis/services/transaction'
import postgres from 'postgres'
import { BITS_PER_DAY, BITS_PER_WEEK, type BusyBits } from './busy-bits.ts'

/** Reads and decodes when people are busy. */
export interface BusyWays {
  /** Ways that answer with interval lists, the slow and obvious one first. */
  exact: Record<string, (emails: string[], span: Span) => Promise<Map<string, number[]>>>
  /** Ways that answer with bits: of each person, periods (eight bytes, then four, then the bits) in any order. */
  bits: Record<string, (emails: string[], span: Span) => Promise<Map<string, Buffer>>>
  close: () => Promise<void>
}

const MINUTE = 60_000

/** The product's query and its rivals (ADR 8), all as the app's role with one connection. */
export function openBusyWays(databaseUrl: string, orgId: string): BusyWays {
  const product = createDatabase(databaseUrl, { role: 'astralis_app', max: 1 })
  const sql = postgres(databaseUrl, {
    max: 1,
    connection: {
      role: 'astralis_app',
      TimeZone: 'UTC',
      plan_cache_mode: 'force_custom_plan',
      max_parallel_workers_per_gather: '0',
    },
  })
  const inside = <Row extends object>(query: (tx: postgres.TransactionSql) => postgres.PendingQuery<Row[]>) =>
    sql.begin(async (tx) => {
      const entered = tx`select set_config('astralis.org_id', ${orgId}, true)`
      const [rows] = await Promise.all([query(tx), entered.execute()])
      return rows
    })
  const bits =
    ({ table, days }: BusyBits) =>
    async (emails: string[], span: Span) => {
      const rows = await inside<{ email: string; busy: Buffer }>(
        (tx) => tx`
          select email, string_agg(timestamptz_send(period) || bit_send(bits), '') as busy from ${tx(table)}
          where org_id = ${orgId} and email = any(${emails})
            and period > ${instant(span.startsAt)}::timestamptz - ${`${days} days`}::interval
            and period < ${instant(span.endsAt)}
          group by email`,
      )
      return new Map(rows.map(({ email, busy }) => [email, busy]))
    }

  return {
    exact: {
      'events joined': async (emails, span) =>
        fromRows(await inside<Share>((tx) => joinedEvents(tx, orgId, emails, span))),
      'index, a row an interval': async (emails, span) =>
        fromRows(await inside<Share>((tx) => tx`${shares(tx, orgId, emails, span)}`)),
      'index, a row a person, minutes': async (emails, span) => {
        const rows = await inside<{ email: string; busy: Buffer }>(
          (tx) => tx`
            select email, string_agg(int4send(floor(extract(epoch from "startsAt") / 60)::int4)
              || int4send(ceil(extract(epoch from "endsAt") / 60)::int4), '') as busy
            from (${shares(tx, orgId, emails, span)}) as shares group by email`,
        )
        return new Map(rows.map(({ email, busy }) => [email, mergeIntervals(decodeMinutes(busy))]))
      },
      'index, a row a person': (emails, span) =>
        inOrganization(product, orgId, (tx) => listBusyTimes(tx, { orgId, emails, span })),
    },
    bits: { 'bits a day': bits(BITS_PER_DAY), 'bits a week': bits(BITS_PER_WEEK) },
    close: async () => {
      await Promise.all([sql.end(), product.close()])
    },
  }
}

interface Share {
  email: string
  startsAt: Date
  endsAt: Date
}

const instant = (at: Span['startsAt']) => at.toString()

/** What the tables held before: whether an event takes time is known by the event alone. */
function joinedEvents(sql: postgres.TransactionSql, orgId: string, emails: string[], span: Span) {
  const [from, to] = [instant(span.startsAt), instant(span.endsAt)]
  const share = sql`select event_id, email from participants
    where org_id = ${orgId} and email = any(${emails}) and starts_at < ${to} and ends_at > ${from}
      and not is_optional and status <> 'declined'`
  return sql<Share[]>`
    select share.email, event.starts_at as "startsAt", event.ends_at as "endsAt"
    from (
      ${share} and not spans_days and starts_at > ${from}::timestamptz - interval '24 hours'
      union all
      ${share} and spans_days
    ) as share
    cross join lateral (select * from events where org_id = ${orgId} and id = share.event_id limit 1) as event
    where event.shows_as = 'BUSY' and event.status in ('SCHEDULED', 'CONFIRMED', 'CONFLICT')`
}

function shares(sql: postgres.TransactionSql, orgId: string, emails: string[], span: Span) {
  const [from, to] = [instant(span.startsAt), instant(span.endsAt)]
  const share = sql`select email, starts_at as "startsAt", ends_at as "endsAt" from participants
    where org_id = ${orgId} and email = any(${emails}) and ends_at > ${from}
      and event_takes_time and not is_optional and status <> 'declined'`
  return sql`
    ${share} and spans_days and starts_at <= ${from}::timestamptz - interval '24 hours'
    union all
    ${share} and starts_at > ${from}::timestamptz - interval '24 hours' and starts_at < ${to}`
}

function fromRows(rows: Share[]): Map<string, number[]> {
  const people = new Map<string, number[]>()
  for (const { email, startsAt, endsAt } of rows) {
    const times = people.get(email) ?? []
    times.push(startsAt.getTime(), endsAt.getTime())
    people.set(email, times)
  }
  for (const [email, times] of people) people.set(email, mergeIntervals(times))
  return people
}

function decodeMinutes(bytes: Buffer): number[] {
  const times: number[] = []
  for (let offset = 0; offset < bytes.length; offset += 4) times.push(bytes.readInt32BE(offset) * MINUTE)
  return times
}
