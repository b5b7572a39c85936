import type { Link } from '@astralis/core/sync/link'
import { Temporal } from '@astralis/core/temporal'
import { and, eq, isNotNull, isNull, lt, sql } from 'drizzle-orm'
import { anyOf } from '../any-of.ts'
import type { Transaction } from '../client.ts'
import { links } from '../schema/sync.ts'

const columns = {
  id: links.id,
  calendarId: links.calendarId,
  remoteId: links.remoteId,
  idGeneration: links.idGeneration,
  ownId: links.ownId,
  originalStartsAt: links.originalStartsAt,
  seriesRemoteId: links.seriesRemoteId,
  icalUid: links.icalUid,
  etag: links.etag,
  webLink: links.webLink,
  owner: links.owner,
  writeAccess: links.writeAccess,
  base: links.base,
  generation: links.generation,
  pushRequestedAt: links.pushRequestedAt,
  problem: links.problem,
}

interface Names {
  remoteIds: readonly string[]
  ownIds: readonly string[]
}

/** All links of those items of a calendar that have one of these ids, there or here. */
export async function listItemLinks(
  tx: Transaction,
  orgId: string,
  calendarId: string,
  { remoteIds, ownIds }: Names,
): Promise<Link[]> {
  const named = tx
    .select({ ownId: links.ownId })
    .from(links)
    .where(and(eq(links.orgId, orgId), eq(links.calendarId, calendarId), anyOf(links.remoteId, remoteIds)))
  // An array, and no join: with statistics from before a large import the planner would compare every row with every row.
  const isNamed = sql`${links.ownId} = any(array${named} || ${sql.param(ownIds)}::uuid[])`
  return tx
    .select(columns)
    .from(links)
    .where(and(eq(links.orgId, orgId), eq(links.calendarId, calendarId), isNamed))
}

/** Which items here are known under these UIDs (RFC 5545), in whatever calendar. */
export async function listOwnIdsByUid(
  tx: Transaction,
  orgId: string,
  uids: readonly string[],
): Promise<{ icalUid: string; ownId: string }[]> {
  if (uids.length === 0) return []
  const rows = await tx
    .selectDistinct({ icalUid: links.icalUid, ownId: links.ownId })
    .from(links)
    .where(and(eq(links.orgId, orgId), anyOf(links.icalUid, uids), isNull(links.originalStartsAt)))
  return rows.flatMap(({ icalUid, ownId }) => (icalUid === null ? [] : [{ icalUid, ownId }]))
}

/** Writes links as they are now, whether they were there before or not. */
export async function putLinks(tx: Transaction, orgId: string, rows: readonly Link[]): Promise<void> {
  if (rows.length === 0) return
  await tx.execute(sql`
    insert into links (org_id, id, calendar_id, remote_id, id_generation, own_id, original_starts_at, series_remote_id,
      ical_uid, etag, web_link, owner, write_access, base, generation, push_requested_at, problem)
    select ${orgId}, r.id, r."calendarId", r."remoteId", r."idGeneration", r."ownId", r."originalStartsAt",
      r."seriesRemoteId", r."icalUid", r.etag, r."webLink", r.owner, r."writeAccess", r.base, r.generation,
      r."pushRequestedAt", r.problem
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, "calendarId" uuid, "remoteId" text,
      "idGeneration" int, "ownId" uuid, "originalStartsAt" timestamptz, "seriesRemoteId" text, "icalUid" text, etag text,
      "webLink" text, owner side, "writeAccess" write_access, base jsonb, generation int, "pushRequestedAt" timestamptz,
      problem text)
    on conflict (org_id, id) do update set (remote_id, id_generation, series_remote_id, ical_uid, etag, web_link, owner,
      write_access, base, generation, push_requested_at, problem)
      = (excluded.remote_id, excluded.id_generation, excluded.series_remote_id, excluded.ical_uid, excluded.etag,
      excluded.web_link, excluded.owner, excluded.write_access, excluded.base, excluded.generation,
      excluded.push_requested_at, excluded.problem)`)
}

export async function deleteLinks(tx: Transaction, orgId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await tx.delete(links).where(and(eq(links.orgId, orgId), anyOf(links.id, ids)))
}

/** Links of a calendar to what was there once, exceptions aside, and was not in the full list of `generation`. */
export async function listUnseenLinks(
  tx: Transaction,
  orgId: string,
  calendarId: string,
  generation: number,
  limit: number,
): Promise<Link[]> {
  return tx
    .select(columns)
    .from(links)
    .where(
      and(
        eq(links.orgId, orgId),
        eq(links.calendarId, calendarId),
        lt(links.generation, generation),
        isNotNull(links.remoteId),
        // Without one it was sent, and nobody knows whether it arrived.
        isNotNull(links.etag),
        isNull(links.originalStartsAt),
      ),
    )
    .orderBy(links.id)
    .limit(limit)
}

/** Items of a calendar with changes that it does not know yet, the oldest first. */
export async function listWaitingItems(
  tx: Transaction,
  orgId: string,
  calendarId: string,
  limit: number,
): Promise<{ ownId: string; requestedAt: Temporal.Instant }[]> {
  const rows = await tx.execute<{ ownId: string; requestedAt: string }>(sql`
    select own_id as "ownId", max(push_requested_at) as "requestedAt" from links
    where org_id = ${orgId} and calendar_id = ${calendarId} and push_requested_at is not null and problem is null
    group by own_id order by 2 limit ${limit}`)
  return rows.map(({ ownId, requestedAt }) => ({ ownId, requestedAt: Temporal.Instant.from(requestedAt) }))
}

/** Nothing waits any more, unless it was asked for again since. */
export async function clearRequests(
  tx: Transaction,
  orgId: string,
  calendarId: string,
  ownId: string,
  until: Temporal.Instant,
): Promise<void> {
  await tx.execute(sql`
    update links set push_requested_at = null
    where org_id = ${orgId} and calendar_id = ${calendarId} and own_id = ${ownId} and push_requested_at <= ${until.toString()}`)
}

interface ChangedItem {
  /** An event's or a series' id. */
  ownId: string
  /** Whose it is; null where a calendar knows it already or nobody's does. */
  createdBy: string | null
  /** The item that it was split off, whose calendar it goes to; null for others. */
  partOf: string | null
}

/**
 * Notes for every linked calendar that has one of these items that it changed here; an item of somebody who has linked
 * a calendar gets a link to that, in the calendar that new ones go to. Answers which calendars have something to do now.
 */
export async function requestPushes(
  tx: Transaction,
  orgId: string,
  items: readonly ChangedItem[],
  { now, exceptCalendarId = null }: { now: Temporal.Instant; exceptCalendarId?: string | null },
): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    with asked as (select "ownId" as own_id, "createdBy" as created_by, "partOf" as part_of
      from jsonb_to_recordset(${JSON.stringify(items)}::jsonb) as a("ownId" uuid, "createdBy" uuid, "partOf" uuid)),
    parts as (select distinct on (a.own_id) a.own_id, c.id as calendar_id
      from asked a
      join links whole on whole.org_id = ${orgId} and whole.own_id = a.part_of and whole.original_starts_at is null
        and whole.write_access = 'all'
      join calendars c on c.org_id = ${orgId} and c.id = whole.calendar_id and c.is_selected
      join connections n on n.org_id = ${orgId} and n.id = c.connection_id and n.status <> 'DISCONNECTED'
      where not exists (select from links l where l.org_id = ${orgId} and l.own_id = a.own_id)
      order by a.own_id, c.id),
    targets as (select distinct on (a.own_id) a.own_id, c.id as calendar_id
      from asked a
      join connections n on n.org_id = ${orgId} and n.user_id = a.created_by and n.status <> 'DISCONNECTED'
      join calendars c on c.org_id = ${orgId} and c.connection_id = n.id and c.is_selected
        and c.access_role in ('owner', 'writer')
      where not exists (select from links l where l.org_id = ${orgId} and l.own_id = a.own_id)
      order by a.own_id, n.created_at, n.id, c.is_primary desc, c.id),
    added as (insert into links (org_id, id, calendar_id, own_id, owner, write_access, push_requested_at)
      select ${orgId}, gen_random_uuid(), calendar_id, own_id, 'here', 'all', ${now.toString()}::timestamptz
      from (select * from targets union select * from parts) as missing
      on conflict do nothing returning calendar_id),
    marked as (update links set push_requested_at = ${now.toString()}::timestamptz
      from asked, calendars c, connections n
      where links.org_id = ${orgId} and links.own_id = asked.own_id and links.original_starts_at is null
        and c.org_id = ${orgId} and c.id = links.calendar_id and c.is_selected
        and n.org_id = ${orgId} and n.id = c.connection_id and n.status <> 'DISCONNECTED'
        and links.calendar_id is distinct from ${exceptCalendarId}::uuid
      returning links.calendar_id)
    select distinct calendar_id as id from (select * from added union all select * from marked) as changed`)
  return rows.map(({ id }) => id)
}
