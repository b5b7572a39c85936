import type { AccessRole } from '@astralis/core/sync/access-role'
import type { Temporal } from '@astralis/core/temporal'
import { and, asc, desc, eq, sql } from 'drizzle-orm'
import { anyOf } from '../any-of.ts'
import type { Transaction } from '../client.ts'
import { calendars } from '../schema/sync.ts'

const columns = {
  id: calendars.id,
  connectionId: calendars.connectionId,
  remoteId: calendars.remoteId,
  name: calendars.name,
  timeZone: calendars.timeZone,
  accessRole: calendars.accessRole,
  isPrimary: calendars.isPrimary,
  isSelected: calendars.isSelected,
  pullRequestedAt: calendars.pullRequestedAt,
  pulledItems: calendars.pulledItems,
  claim: calendars.claim,
}

export type LinkedCalendarRow = Pick<typeof calendars.$inferSelect, keyof typeof columns>

/** The calendars of linked accounts, the primary one first, then by name. */
export async function listLinkedCalendars(
  tx: Transaction,
  orgId: string,
  connectionIds: readonly string[],
): Promise<LinkedCalendarRow[]> {
  return tx
    .select(columns)
    .from(calendars)
    .where(and(eq(calendars.orgId, orgId), anyOf(calendars.connectionId, connectionIds)))
    .orderBy(desc(calendars.isPrimary), asc(calendars.name), asc(calendars.id))
}

/** How many changes made here each account does not know yet. */
export async function countWaitingChanges(
  tx: Transaction,
  orgId: string,
  connectionIds: readonly string[],
): Promise<Map<string, number>> {
  const rows = await tx.execute<{ id: string; count: number }>(sql`
    select c.connection_id as id, count(distinct l.own_id)::int as count
    from calendars c join links l on l.org_id = c.org_id and l.calendar_id = c.id
    where c.org_id = ${orgId} and c.connection_id = any(${sql.param(connectionIds)}::uuid[])
      and c.is_selected and l.push_requested_at is not null
    group by c.connection_id`)
  return new Map(rows.map(({ id, count }) => [id, count]))
}

interface RemoteRow {
  remoteId: string
  name: string
  timeZone: string
  accessRole: AccessRole
  isPrimary: boolean
}

/** Writes down a calendar as the service describes it; what its person chose stays. */
export async function putLinkedCalendar(
  tx: Transaction,
  row: RemoteRow & { orgId: string; id: string; connectionId: string; isSelected: boolean },
): Promise<void> {
  const { name, timeZone, accessRole, isPrimary } = row
  await tx
    .insert(calendars)
    .values(row)
    .onConflictDoUpdate({
      target: [calendars.orgId, calendars.connectionId, calendars.remoteId],
      set: { name, timeZone, accessRole, isPrimary },
    })
}

/** Takes calendars up, or up again: they are read as soon as a worker is free. */
export async function selectCalendars(
  tx: Transaction,
  orgId: string,
  ids: readonly string[],
  now: Temporal.Instant,
): Promise<void> {
  await tx
    .update(calendars)
    .set({
      isSelected: true,
      pullRequestedAt: now,
      watchAt: sql`coalesce(${calendars.watchAt}, ${now.toString()})`,
    })
    .where(and(eq(calendars.orgId, orgId), anyOf(calendars.id, ids)))
}

/** Something may have changed there. */
export async function requestPulls(
  tx: Transaction,
  orgId: string,
  ids: readonly string[],
  now: Temporal.Instant,
): Promise<void> {
  await tx
    .update(calendars)
    .set({ pullRequestedAt: now })
    .where(and(eq(calendars.orgId, orgId), anyOf(calendars.id, ids)))
}

/**
 * Stops reading calendars: whoever reads one right now finds nothing to write to any more, and the next reading begins
 * from the start. `isSelected` false also takes back that its person chose them.
 */
export async function leaveCalendars(
  tx: Transaction,
  orgId: string,
  ids: readonly string[],
  changes: { isSelected?: false } = {},
): Promise<void> {
  await tx
    .update(calendars)
    .set({ ...changes, syncToken: null, pageToken: null, pullRequestedAt: null, claim: null, watchAt: null })
    .where(and(eq(calendars.orgId, orgId), anyOf(calendars.id, ids)))
}

export interface ChannelRow {
  calendarId: string
  channelId: string
  channelResourceId: string
}

/** The open channels of an account, by which it notifies us. */
export async function listChannels(tx: Transaction, orgId: string, connectionId: string): Promise<ChannelRow[]> {
  const rows = await tx
    .select({
      calendarId: calendars.id,
      channelId: calendars.channelId,
      channelResourceId: calendars.channelResourceId,
    })
    .from(calendars)
    .where(and(eq(calendars.orgId, orgId), eq(calendars.connectionId, connectionId)))
  return rows.flatMap(({ calendarId, channelId, channelResourceId }) =>
    channelId === null || channelResourceId === null ? [] : [{ calendarId, channelId, channelResourceId }],
  )
}

/** The open channel of a calendar; null without one. */
export async function findChannelOf(tx: Transaction, orgId: string, calendarId: string) {
  const [row] = await tx
    .select({
      connectionId: calendars.connectionId,
      isSelected: calendars.isSelected,
      channelId: calendars.channelId,
      channelResourceId: calendars.channelResourceId,
    })
    .from(calendars)
    .where(and(eq(calendars.orgId, orgId), eq(calendars.id, calendarId)))
  if (!row || row.channelId === null || row.channelResourceId === null) return null
  const { channelId, channelResourceId } = row
  return { ...row, channelId, channelResourceId }
}

/** Forgets a channel, if it still is this one. */
export async function clearChannel(
  tx: Transaction,
  orgId: string,
  { calendarId, channelId }: Pick<ChannelRow, 'calendarId' | 'channelId'>,
): Promise<void> {
  await tx
    .update(calendars)
    .set({ channelId: null, channelTokenHash: null, channelResourceId: null, channelExpiresAt: null })
    .where(and(eq(calendars.orgId, orgId), eq(calendars.id, calendarId), eq(calendars.channelId, channelId)))
}

/** The calendar that is read, by the channel that tells of it; null for one that is not known (any more). */
export async function findChannel(tx: Transaction, orgId: string, channelId: string) {
  const [row] = await tx
    .select({
      calendarId: calendars.id,
      isSelected: calendars.isSelected,
      tokenHash: calendars.channelTokenHash,
      resourceId: calendars.channelResourceId,
    })
    .from(calendars)
    .where(and(eq(calendars.orgId, orgId), eq(calendars.channelId, channelId)))
  return row ?? null
}
