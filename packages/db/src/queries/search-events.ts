import type { SearchCursor, SearchPlace } from '@astralis/core/search/search-cursor'
import { Temporal } from '@astralis/core/temporal'
import { type SQL, sql } from 'drizzle-orm'
import type { Transaction } from '../client.ts'
import { enterSearch, leaveSearch } from '../tenancy.ts'

interface EventSearch {
  orgId: string
  /** Each of them has to be there: the beginning of a word, or the address of somebody whom it means. */
  terms: readonly { start: string; emails: readonly string[] }[]
  from?: Temporal.Instant | undefined
  to?: Temporal.Instant | undefined
  now: Temporal.Instant
  after?: SearchCursor | undefined
  limit: number
}

/**
 * The first of the organization's own events that have all terms, in order. Found by an index, so how long it takes tells
 * something of them all: for those who may see them all.
 */
export async function searchInternal(tx: Transaction, search: EventSearch): Promise<SearchPlace[]> {
  const [, found] = await Promise.all([
    enterSearch(tx, queryOf(search)),
    firstOf(
      tx,
      search,
      sql`search_documents d join events e on e.org_id = d.org_id and e.id = d.event_id
        where d.org_id = ${search.orgId} and d.words @@ current_search() and e.source = 'internal'`,
    ),
    leaveSearch(tx),
  ])
  return found
}

/**
 * The same among the events that somebody created or takes part in, whatever their source, or only imported ones. No other
 * event is looked at.
 */
export async function searchOwn(
  tx: Transaction,
  search: EventSearch,
  { userId, email, onlyImported }: { userId: string; email: string; onlyImported: boolean },
): Promise<SearchPlace[]> {
  const { orgId } = search
  return firstOf(
    tx,
    search,
    sql`(select event_id as id from participants where org_id = ${orgId} and email = ${email}
        union select id from events where org_id = ${orgId} and created_by = ${userId}) as own
      join events e on e.org_id = ${orgId} and e.id = own.id
      join search_documents d on d.org_id = e.org_id and d.event_id = e.id
      where d.words @@ ${queryOf(search)}::tsquery ${onlyImported ? sql`and e.source <> 'internal'` : sql``}`,
  )
}

/** How far from now, in the direction in which one goes through what was found. */
const DISTANCE = sql`case when is_over then 'epoch'::timestamptz - starts_at else starts_at - 'epoch'::timestamptz end`

/**
 * Of a series one event, rather one that is on than a cancelled one: the next, or the last where all are over. The
 * transaction plans it with its values, as all of them are (ADR 7).
 */
async function firstOf(tx: Transaction, search: EventSearch, found: SQL): Promise<SearchPlace[]> {
  const { from, to, now, after, limit } = search
  const rows = await tx.execute<{ id: string; startsAt: string; isOver: boolean }>(sql`
    with found as (
      select e.id, coalesce(e.series_id, e.id) as meeting, e.starts_at, e.ends_at <= ${now.toString()}::timestamptz as is_over,
        e.status = 'CANCELLED' as is_off
      from ${found}
        ${from ? sql`and e.ends_at > ${from.toString()}::timestamptz` : sql``}
        ${to ? sql`and e.starts_at < ${to.toString()}::timestamptz` : sql``}
    ), meetings as (
      select distinct on (meeting) id, starts_at, is_over, ${DISTANCE} as distance
      from found order by meeting, is_off, is_over, ${DISTANCE}, id
    )
    select id, starts_at as "startsAt", is_over as "isOver" from meetings
    ${after ? sql`where (is_over, distance, id) > (${after.isOver}, ${distanceOf(after)}, ${after.id}::uuid)` : sql``}
    order by is_over, distance, id limit ${limit}`)
  return rows.map(({ startsAt, ...row }) => ({ ...row, startsAt: Temporal.Instant.from(startsAt) }))
}

function distanceOf({ isOver, startsAt }: SearchPlace): SQL {
  const at = sql`${startsAt.toString()}::timestamptz`
  return isOver ? sql`'epoch'::timestamptz - ${at}` : sql`${at} - 'epoch'::timestamptz`
}

/** As a tsquery, of words as the documents have them. */
function queryOf({ orgId, terms }: Pick<EventSearch, 'orgId' | 'terms'>): string {
  const prefix = orgId.slice(0, 8)
  const lexeme = (text: string) => `'${(prefix + text).replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
  const all = terms.map(({ start, emails }) =>
    [`${lexeme(start)}:*`, ...emails.map((email) => lexeme(` ${email}`))].join(' | '),
  )
  return all.map((some) => `(${some})`).join(' & ')
}
