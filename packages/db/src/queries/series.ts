import type { Series } from '@astralis/core/series/series'
import type { Temporal } from '@astralis/core/temporal'
import { and, asc, eq, lt, sql } from 'drizzle-orm'
import { anyOf } from '../any-of.ts'
import type { Transaction } from '../client.ts'
import { events } from '../schema/events.ts'
import { series } from '../schema/series.ts'

const columns = {
  id: series.id,
  startsAt: series.localStartsAt,
  timeZone: series.timeZone,
  rules: series.rules,
  durationMinutes: series.durationMinutes,
  allDay: series.allDay,
  title: series.title,
  description: series.description,
  location: series.location,
  meetingLink: series.meetingLink,
  showsAs: series.showsAs,
  status: series.status,
  source: series.source,
  reminderOffsetsMinutes: series.reminderOffsetsMinutes,
  sequence: series.sequence,
  participants: series.participants,
  nextStartsAt: series.nextStartsAt,
  splitFrom: series.splitFrom,
  createdBy: series.createdBy,
  createdAt: series.createdAt,
  updatedAt: series.updatedAt,
}

/** Writes the series as it is now, whether it was there before or not. */
export async function putSeries(tx: Transaction, orgId: string, row: Series): Promise<void> {
  const { id, startsAt, createdBy, createdAt, ...fields } = row
  const changes = { ...fields, localStartsAt: startsAt }
  await tx
    .insert(series)
    .values({ orgId, id, createdBy, createdAt, ...changes })
    .onConflictDoUpdate({ target: [series.orgId, series.id], set: changes })
}

/** Writes down for many series where they go on. */
export async function setNextStarts(
  tx: Transaction,
  orgId: string,
  rows: readonly Pick<Series, 'id' | 'nextStartsAt'>[],
): Promise<void> {
  if (rows.length === 0) return
  // As text: the driver can not write arrays of instants.
  await tx.execute(sql`
    update series set next_starts_at = next.at::timestamptz
    from unnest(${sql.param(rows.map(({ id }) => id))}::uuid[],
      ${sql.param(rows.map(({ nextStartsAt }) => nextStartsAt?.toString() ?? null))}::text[]) as next(id, at)
    where series.org_id = ${orgId} and series.id = next.id`)
}

/** Takes all of its occurrences with it. */
export async function deleteSeries(tx: Transaction, orgId: string, id: string): Promise<void> {
  await tx.delete(series).where(and(eq(series.orgId, orgId), eq(series.id, id)))
}

/** Null where the organization has no such series. */
export async function findSeries(tx: Transaction, orgId: string, id: string): Promise<Series | null> {
  const [row] = await tx
    .select(columns)
    .from(series)
    .where(and(eq(series.orgId, orgId), eq(series.id, id)))
  return row ?? null
}

/** Those of these ids that are series of the organization. */
export async function listSeriesById(tx: Transaction, orgId: string, ids: readonly string[]): Promise<Series[]> {
  if (ids.length === 0) return []
  return tx
    .select(columns)
    .from(series)
    .where(and(eq(series.orgId, orgId), anyOf(series.id, ids)))
}

/** A series that this transaction knows of by one of its occurrences. */
export async function getSeries(tx: Transaction, orgId: string, id: string): Promise<Series> {
  const row = await findSeries(tx, orgId, id)
  if (!row) throw new Error(`Series ${id} is gone within the transaction that knows it.`)
  return row
}

/** The rules of all series of which these events are occurrences. */
export async function listRulesOf(
  tx: Transaction,
  orgId: string,
  eventIds: readonly string[],
): Promise<{ id: string; rules: string }[]> {
  return tx
    .selectDistinct({ id: series.id, rules: series.rules })
    .from(events)
    .innerJoin(series, and(eq(series.orgId, events.orgId), eq(series.id, events.seriesId)))
    .where(and(eq(events.orgId, orgId), anyOf(events.id, eventIds)))
}

/** Some series with an occurrence before `horizon` that has no event yet, those that are next to run out first. */
export async function listDueSeries(
  tx: Transaction,
  orgId: string,
  horizon: Temporal.Instant,
  limit: number,
): Promise<Series[]> {
  return tx
    .select(columns)
    .from(series)
    .where(and(eq(series.orgId, orgId), lt(series.nextStartsAt, horizon)))
    .orderBy(asc(series.nextStartsAt), asc(series.id))
    .limit(limit)
}

/** Organizations that have such a series. Needs a sweep. */
export async function listOrganizationsWithDueSeries(tx: Transaction, horizon: Temporal.Instant): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    select id from organizations where exists (
      select from series where org_id = organizations.id and next_starts_at < ${horizon.toString()})`)
  return rows.map((row) => row.id)
}
