import type { SkipReason } from '@astralis/core/mail/mail'
import type { OwnOffsets, PlannedReminder } from '@astralis/core/reminders/plan-reminders'
import type { StoredReminder } from '@astralis/core/reminders/replan-reminders'
import type { Temporal } from '@astralis/core/temporal'
import { and, asc, eq, ne, sql } from 'drizzle-orm'
import { anyOf } from '../any-of.ts'
import type { Transaction } from '../client.ts'
import { mails } from '../schema/mails.ts'
import { users } from '../schema/users.ts'

/** What those of `emails` who have an account have set for themselves. */
export async function listOwnOffsets(tx: Transaction, orgId: string, emails: readonly string[]): Promise<OwnOffsets> {
  const rows = await tx
    .select({ email: users.email, offsets: users.reminderOffsetsMinutes })
    .from(users)
    .where(and(eq(users.orgId, orgId), anyOf(users.email, emails)))
  return new Map(rows.map(({ email, offsets }) => [email, offsets]))
}

/** Reminders of events that were not skipped; with `email` only those to one person. */
export async function listStoredReminders(
  tx: Transaction,
  orgId: string,
  eventIds: readonly string[],
  email?: string,
): Promise<StoredReminder[]> {
  if (eventIds.length === 0) return []
  return tx
    .select({
      id: mails.id,
      eventId: mails.eventId,
      recipientEmail: mails.recipientEmail,
      offsetMinutes: sql<number>`${mails.offsetMinutes}`,
      dueAt: mails.dueAt,
      status: mails.status,
    })
    .from(mails)
    .where(
      and(
        eq(mails.orgId, orgId),
        anyOf(mails.eventId, eventIds),
        eq(mails.kind, 'reminder'),
        ne(mails.status, 'SKIPPED'),
        email === undefined ? undefined : eq(mails.recipientEmail, email),
      ),
    )
    .orderBy(asc(mails.id))
}

/** One that was skipped and is wanted again waits again; it is the same reminder. */
export async function insertReminders(
  tx: Transaction,
  orgId: string,
  rows: readonly (PlannedReminder & { id: string })[],
  now: Temporal.Instant,
): Promise<void> {
  if (rows.length === 0) return
  await tx.execute(sql`
    insert into mails (org_id, id, kind, recipient_email, event_id, uid, event_version, offset_minutes, due_at, status,
      created_at)
    select ${orgId}, r.id, 'reminder', r."recipientEmail", r."eventId", r.uid, r."eventVersion", r."offsetMinutes",
      r."dueAt", 'PENDING', ${now.toString()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, "recipientEmail" text, "eventId" uuid,
      uid uuid, "eventVersion" int, "offsetMinutes" int, "dueAt" timestamptz)
    on conflict (org_id, event_id, recipient_email, offset_minutes, event_version) where kind = 'reminder'
    do update set status = 'PENDING', skip_reason = null, due_at = excluded.due_at where mails.status = 'SKIPPED'`)
}

/** Lets reminders that still wait stand for a later version of their event. */
export async function keepReminders(
  tx: Transaction,
  orgId: string,
  kept: readonly { id: string; eventVersion: number }[],
): Promise<void> {
  if (kept.length === 0) return
  await tx.execute(sql`
    update mails set event_version = kept.version, message = null, attempted_at = null
    from unnest(${sql.param(kept.map(({ id }) => id))}::uuid[],
      ${sql.param(kept.map(({ eventVersion }) => eventVersion))}::int[]) as kept(id, version)
    where mails.org_id = ${orgId} and mails.id = kept.id and mails.status = 'PENDING'
      and mails.event_version <> kept.version`)
}

/** Gives up mails that still wait. What a worker has already is not touched. */
export async function skipPending(
  tx: Transaction,
  orgId: string,
  skipped: readonly { id: string; reason: SkipReason }[],
): Promise<void> {
  if (skipped.length === 0) return
  await tx.execute(sql`
    update mails set status = 'SKIPPED', skip_reason = skipped.reason::skip_reason
    from unnest(${sql.param(skipped.map(({ id }) => id))}::uuid[],
      ${sql.param(skipped.map(({ reason }) => reason))}::text[]) as skipped(id, reason)
    where mails.org_id = ${orgId} and mails.id = skipped.id and mails.status = 'PENDING'`)
}

/** Of these events, those of whose organizer a reminder is in a worker's hands. */
export async function listOrganizersBeingReminded(
  tx: Transaction,
  orgId: string,
  eventIds: readonly string[],
): Promise<{ eventId: string; email: string }[]> {
  return tx
    .select({ eventId: mails.eventId, email: mails.recipientEmail })
    .from(mails)
    .where(and(eq(mails.orgId, orgId), anyOf(mails.eventId, eventIds), eq(mails.status, 'CLAIMED')))
}

/** Events to come in which somebody takes part and that use each participant's own reminders. */
export async function listEventIdsToRemind(
  tx: Transaction,
  orgId: string,
  email: string,
  now: Temporal.Instant,
): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    select e.id from participants p
    join events e on e.org_id = p.org_id and e.id = p.event_id
    where p.org_id = ${orgId} and p.email = ${email} and p.starts_at > ${now.toString()}
      and e.reminder_offsets_minutes is null`)
  return rows.map(({ id }) => id)
}

export async function setOwnOffsets(
  tx: Transaction,
  orgId: string,
  userId: string,
  offsets: readonly number[],
): Promise<void> {
  await tx
    .update(users)
    .set({ reminderOffsetsMinutes: [...offsets] })
    .where(and(eq(users.orgId, orgId), eq(users.id, userId)))
}
