import type { EventSource } from '@astralis/core/events/event'
import type { Temporal } from '@astralis/core/temporal'
import { and, desc, eq, gte, lt, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { anyOf } from '../any-of.ts'
import type { Transaction } from '../client.ts'
import { activity } from '../schema/activity.ts'
import { events } from '../schema/events.ts'
import { series } from '../schema/series.ts'
import { users } from '../schema/users.ts'

export type ActivityInsert = typeof activity.$inferInsert

/** Appends to the log, in the transaction of the change that it tells of. */
export async function insertActivity(tx: Transaction, rows: ActivityInsert[]): Promise<void> {
  if (rows.length > 0) await tx.insert(activity).values(rows)
}

interface ActivityQuery {
  entity?: string | undefined
  entityId?: string | undefined
  actorId?: string | undefined
  /** Included. */
  from?: Temporal.Instant | undefined
  /** Not included. */
  to?: Temporal.Instant | undefined
  /** Only what this member did. */
  ownOf?: string | undefined
}

/** Where a page ends; the next one begins with what is older. */
export interface ActivityCursor {
  at: Temporal.Instant
  id: string
}

/** The place of an entry in the log; null when there is none, or it is not of `ownOf`. */
export async function findActivityCursor(
  tx: Transaction,
  orgId: string,
  { id, ownOf }: { id: string; ownOf?: string | undefined },
): Promise<ActivityCursor | null> {
  const [row] = await tx
    .select({ at: activity.at, id: activity.id })
    .from(activity)
    .where(
      and(
        eq(activity.orgId, orgId),
        eq(activity.id, id),
        ownOf === undefined ? undefined : eq(activity.actorId, ownOf),
      ),
    )
  return row ?? null
}

const about = alias(users, 'about')

export type ActivityRow = Awaited<ReturnType<typeof listActivity>>[number]

/** The log, newest first, with who acted and the member whom an entry is about, if it is about one. */
export async function listActivity(
  tx: Transaction,
  orgId: string,
  {
    entity,
    entityId,
    actorId,
    from,
    to,
    ownOf,
    before,
    limit,
  }: ActivityQuery & { before?: ActivityCursor | undefined; limit: number },
) {
  return tx
    .select({
      id: activity.id,
      at: activity.at,
      actorId: activity.actorId,
      actorName: users.name,
      actorEmail: users.email,
      origin: activity.origin,
      action: activity.action,
      entity: activity.entity,
      entityId: activity.entityId,
      aboutName: about.name,
      before: activity.before,
      after: activity.after,
    })
    .from(activity)
    .leftJoin(users, and(eq(users.orgId, activity.orgId), eq(users.id, activity.actorId)))
    .leftJoin(about, and(eq(about.orgId, activity.orgId), eq(about.id, activity.entityId)))
    .where(
      and(
        eq(activity.orgId, orgId),
        entity === undefined ? undefined : eq(activity.entity, entity),
        entityId === undefined ? undefined : eq(activity.entityId, entityId),
        actorId === undefined ? undefined : eq(activity.actorId, actorId),
        ownOf === undefined ? undefined : eq(activity.actorId, ownOf),
        from && gte(activity.at, from),
        to && lt(activity.at, to),
        before && sql`(${activity.at}, ${activity.id}) < (${before.at.toString()}::timestamptz, ${before.id}::uuid)`,
      ),
    )
    .orderBy(desc(activity.at), desc(activity.id))
    .limit(limit)
}

/** An event or a series of which entries tell, as it is now. */
export interface LoggedEvent {
  id: string
  title: string
  source: EventSource
  createdBy: string | null
  participants: { email: string }[]
}

/** Those of `ids` that are still there. */
export async function listLoggedEvents(tx: Transaction, orgId: string, ids: readonly string[]): Promise<LoggedEvent[]> {
  if (ids.length === 0) return []
  const single = await tx
    .select({
      id: events.id,
      title: events.title,
      source: events.source,
      createdBy: events.createdBy,
      participants: sql<{ email: string }[]>`coalesce((
        select jsonb_agg(jsonb_build_object('email', p.email)) from participants p
        where p.org_id = ${events.orgId} and p.event_id = ${events.id}), '[]')`,
    })
    .from(events)
    .where(and(eq(events.orgId, orgId), anyOf(events.id, ids)))
  const repeating = await tx
    .select({
      id: series.id,
      title: series.title,
      source: series.source,
      createdBy: series.createdBy,
      participants: series.participants,
    })
    .from(series)
    .where(and(eq(series.orgId, orgId), anyOf(series.id, ids)))
  return [...single, ...repeating]
}
