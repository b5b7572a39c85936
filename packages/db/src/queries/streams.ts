import type { Temporal } from '@astralis/core/temporal'
import { and, eq, sql } from 'drizzle-orm'
import type { Transaction } from '../client.ts'
import { connections } from '../schema/connections.ts'
import { calendars } from '../schema/sync.ts'
import { users } from '../schema/users.ts'

export type Stream = Awaited<ReturnType<typeof findStream>> & {}

/** A linked calendar with all that reading and writing it needs; null where the organization has no such calendar. */
export async function findStream(tx: Transaction, orgId: string, id: string) {
  const [row] = await tx
    .select({
      orgId: calendars.orgId,
      id: calendars.id,
      connectionId: calendars.connectionId,
      remoteId: calendars.remoteId,
      name: calendars.name,
      timeZone: calendars.timeZone,
      accessRole: calendars.accessRole,
      isSelected: calendars.isSelected,
      syncToken: calendars.syncToken,
      pageToken: calendars.pageToken,
      generation: calendars.generation,
      pullRequestedAt: calendars.pullRequestedAt,
      pulledAt: calendars.pulledAt,
      pulledItems: calendars.pulledItems,
      channelId: calendars.channelId,
      channelResourceId: calendars.channelResourceId,
      watchAt: calendars.watchAt,
      status: connections.status,
      provider: connections.provider,
      userId: connections.userId,
      memberEmail: users.email,
      memberTimeZone: users.timeZone,
    })
    .from(calendars)
    .innerJoin(connections, and(eq(connections.orgId, calendars.orgId), eq(connections.id, calendars.connectionId)))
    .innerJoin(users, and(eq(users.orgId, connections.orgId), eq(users.id, connections.userId)))
    .where(and(eq(calendars.orgId, orgId), eq(calendars.id, id)))
  return row ?? null
}

/** Takes a calendar over from whoever had it: their writes find nothing from now on. */
export async function claimStream(tx: Transaction, orgId: string, id: string, claim: string): Promise<void> {
  await tx
    .update(calendars)
    .set({ claim })
    .where(and(eq(calendars.orgId, orgId), eq(calendars.id, id)))
}

export type StreamChanges = Partial<
  Pick<
    typeof calendars.$inferInsert,
    | 'claim'
    | 'syncToken'
    | 'pageToken'
    | 'generation'
    | 'pulledAt'
    | 'pulledItems'
    | 'channelId'
    | 'channelTokenHash'
    | 'channelResourceId'
    | 'channelExpiresAt'
    | 'watchAt'
  >
>

/** False where somebody else has the calendar by now. It stays theirs, or ours, until the transaction ends. */
export async function updateStream(
  tx: Transaction,
  { orgId, id }: { orgId: string; id: string },
  claim: string,
  changes: StreamChanges,
): Promise<boolean> {
  const rows = await tx
    .update(calendars)
    .set({ claim, ...changes })
    .where(and(eq(calendars.orgId, orgId), eq(calendars.id, id), eq(calendars.claim, claim)))
    .returning({ id: calendars.id })
  return rows.length > 0
}

/** What was asked for at `until` or before is done. */
export async function endPull(
  tx: Transaction,
  { orgId, id }: { orgId: string; id: string },
  until: Temporal.Instant,
): Promise<void> {
  await tx.execute(sql`
    update calendars set pull_requested_at = null
    where org_id = ${orgId} and id = ${id} and pull_requested_at <= ${until.toString()}`)
}

/** Notes that something may have changed there. */
export async function requestPull(tx: Transaction, orgId: string, id: string, now: Temporal.Instant): Promise<void> {
  await tx
    .update(calendars)
    .set({ pullRequestedAt: now })
    .where(and(eq(calendars.orgId, orgId), eq(calendars.id, id)))
}

interface DueStream {
  orgId: string
  id: string
  /** It has not been read for so long that it is to be read again. */
  isStale: boolean
}

/**
 * Calendars to be looked at: not read since `staleBefore`, or with something that has waited since `waitingBefore` and was
 * left behind. Needs a sweep.
 */
export async function listDueStreams(
  tx: Transaction,
  { staleBefore, waitingBefore }: { staleBefore: Temporal.Instant; waitingBefore: Temporal.Instant },
): Promise<DueStream[]> {
  const rows = await tx.execute<{ orgId: string; id: string; isStale: boolean }>(sql`
    select c.org_id as "orgId", c.id,
      c.pull_requested_at is null and coalesce(c.pulled_at <= ${staleBefore.toString()}, true) as "isStale"
    from calendars c join connections n on n.org_id = c.org_id and n.id = c.connection_id
    where n.status = 'ACTIVE' and c.is_selected and (
      (c.pull_requested_at is null and coalesce(c.pulled_at <= ${staleBefore.toString()}, true))
      or c.pull_requested_at <= ${waitingBefore.toString()}
      or exists (select from links l where l.org_id = c.org_id and l.calendar_id = c.id and l.problem is null
        and l.push_requested_at <= ${waitingBefore.toString()}))`)
  return [...rows]
}

/** Everything has arrived: whatever was wrong with the account is not any more. */
export async function noteSynced(
  tx: Transaction,
  { orgId, connectionId }: { orgId: string; connectionId: string },
  now: Temporal.Instant,
): Promise<void> {
  await tx
    .update(connections)
    .set({ lastSyncAt: now, problem: null, problemDetail: null, problemSince: null })
    .where(and(eq(connections.orgId, orgId), eq(connections.id, connectionId), eq(connections.status, 'ACTIVE')))
}

/** What keeps an account from being in step; since when it has been that. */
export async function noteStreamProblem(
  tx: Transaction,
  { orgId, connectionId }: { orgId: string; connectionId: string },
  { problem, detail, now }: { problem: string; detail: string; now: Temporal.Instant },
): Promise<void> {
  await tx
    .update(connections)
    .set({
      problem,
      problemDetail: detail,
      problemSince: sql`case when ${connections.problem} = ${problem} then ${connections.problemSince} else ${now.toString()}::timestamptz end`,
    })
    .where(and(eq(connections.orgId, orgId), eq(connections.id, connectionId), eq(connections.status, 'ACTIVE')))
}
