import type { Announcement } from '@astralis/core/mail/announce-change'
import type { Mail } from '@astralis/core/mail/mail'
import type { MailKind } from '@astralis/core/mail/mail-content'
import type { Temporal } from '@astralis/core/temporal'
import { and, asc, desc, eq, inArray, ne, sql } from 'drizzle-orm'
import type { Transaction } from '../client.ts'
import { mails } from '../schema/mails.ts'

export const mailColumns = {
  id: mails.id,
  kind: mails.kind,
  recipientEmail: mails.recipientEmail,
  eventId: mails.eventId,
  uid: mails.uid,
  originalStartsAt: mails.originalStartsAt,
  eventVersion: mails.eventVersion,
  offsetMinutes: mails.offsetMinutes,
  dueAt: mails.dueAt,
  status: mails.status,
  skipReason: mails.skipReason,
  error: mails.error,
  attemptedAt: mails.attemptedAt,
  sentAt: mails.sentAt,
  content: mails.content,
}

/** Plans mails; one that still waits to say something about the same thing to the same person is superseded. */
export async function insertAnnouncements(
  tx: Transaction,
  orgId: string,
  rows: readonly (Announcement & { id: string })[],
  times: { now: Temporal.Instant; dueAt: Temporal.Instant },
): Promise<void> {
  const recordset = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as a(id uuid, kind mail_kind,
    "recipientEmail" text, "eventId" uuid, uid uuid, "originalStartsAt" timestamptz, "eventVersion" int, content jsonb)`
  await tx.execute(sql`
    update mails set status = 'SKIPPED', skip_reason = 'SUPERSEDED' from ${recordset}
    where mails.org_id = ${orgId} and mails.uid = a.uid and mails.recipient_email = a."recipientEmail"
      and mails.original_starts_at is not distinct from a."originalStartsAt"
      and mails.kind <> 'reminder' and mails.status = 'PENDING'`)
  await tx.execute(sql`
    insert into mails (org_id, id, kind, recipient_email, event_id, uid, original_starts_at, event_version, due_at,
      status, content, created_at)
    select ${orgId}, a.id, a.kind, a."recipientEmail", a."eventId", a.uid, a."originalStartsAt", a."eventVersion",
      ${times.dueAt.toString()}::timestamptz, 'PENDING', a.content, ${times.now.toString()}::timestamptz
    from ${recordset}`)
}

/** Every mail about one event itself, the earliest first; `isReminder` says which. */
export async function listMailsOf(
  tx: Transaction,
  orgId: string,
  eventId: string,
  isReminder: boolean,
): Promise<Mail[]> {
  return tx
    .select(mailColumns)
    .from(mails)
    .where(
      and(
        eq(mails.orgId, orgId),
        eq(mails.eventId, eventId),
        isReminder ? eq(mails.kind, 'reminder') : ne(mails.kind, 'reminder'),
      ),
    )
    .orderBy(asc(mails.dueAt), asc(mails.recipientEmail), asc(mails.createdAt))
}

/** Mails about a whole series, whichever of its occurrences they were planned with. */
export async function listMailsOfSeries(tx: Transaction, orgId: string, seriesId: string): Promise<Mail[]> {
  return tx
    .select(mailColumns)
    .from(mails)
    .where(
      and(
        eq(mails.orgId, orgId),
        eq(mails.uid, seriesId),
        ne(mails.kind, 'reminder'),
        sql`${mails.originalStartsAt} is null`,
      ),
    )
    .orderBy(asc(mails.dueAt), asc(mails.recipientEmail), asc(mails.createdAt))
}

/** Null where the organization has no such mail. */
export async function findMail(tx: Transaction, orgId: string, id: string): Promise<Mail | null> {
  const [row] = await tx
    .select(mailColumns)
    .from(mails)
    .where(and(eq(mails.orgId, orgId), eq(mails.id, id)))
  return row ?? null
}

/** The mail with this token in its link; null where there is none. */
export async function findMailByToken(tx: Transaction, orgId: string, tokenHash: string): Promise<Mail | null> {
  const [row] = await tx
    .select(mailColumns)
    .from(mails)
    .where(and(eq(mails.orgId, orgId), eq(mails.tokenHash, tokenHash)))
  return row ?? null
}

/** Makes a mail that failed, or of which nobody knows, wait again, under a key of its own. False where it is neither. */
export async function restartMail(
  tx: Transaction,
  orgId: string,
  id: string,
  dueAt: Temporal.Instant,
): Promise<boolean> {
  const rows = await tx
    .update(mails)
    .set({ status: 'PENDING', dueAt, error: null, attemptedAt: null, message: null, round: sql`${mails.round} + 1` })
    .where(and(eq(mails.orgId, orgId), eq(mails.id, id), inArray(mails.status, ['FAILED', 'UNKNOWN'])))
    .returning({ id: mails.id })
  return rows.length > 0
}

export interface OutboxMail {
  id: string
  kind: MailKind
  sentAt: Temporal.Instant
  recipientEmail: string
  subject: string
}

interface OutboxPage {
  /** Only mails to this person; all without it. */
  recipientEmail: string | undefined
  /** Only what came before this one. */
  before: string | undefined
  limit: number
}

/** What the outbox holds, the latest first. */
export async function listOutbox(
  tx: Transaction,
  orgId: string,
  { recipientEmail, before, limit }: OutboxPage,
): Promise<OutboxMail[]> {
  return tx
    .select({
      id: mails.id,
      kind: mails.kind,
      sentAt: sql<Temporal.Instant>`${mails.sentAt}`.mapWith(mails.sentAt),
      recipientEmail: mails.recipientEmail,
      subject: sql<string>`${mails.message}->>'subject'`,
    })
    .from(mails)
    .where(
      and(
        eq(mails.orgId, orgId),
        eq(mails.channel, 'outbox'),
        recipientEmail === undefined ? undefined : eq(mails.recipientEmail, recipientEmail),
        before === undefined
          ? undefined
          : sql`(${mails.sentAt}, ${mails.id}) < (
              select sent_at, id from mails where org_id = ${orgId} and id = ${before})`,
      ),
    )
    .orderBy(desc(mails.sentAt), desc(mails.id))
    .limit(limit)
}

/** A message in the outbox; null where it has none with this id. */
export async function findOutboxMail(tx: Transaction, orgId: string, id: string) {
  const [row] = await tx
    .select({ id: mails.id, kind: mails.kind, sentAt: mails.sentAt, message: mails.message })
    .from(mails)
    .where(and(eq(mails.orgId, orgId), eq(mails.id, id), eq(mails.channel, 'outbox')))
  return row?.message && row.sentAt ? { ...row, sentAt: row.sentAt, message: row.message } : null
}

/** Every mail of an organization, sent or not. */
export async function deleteMails(tx: Transaction, orgId: string): Promise<void> {
  await tx.delete(mails).where(eq(mails.orgId, orgId))
}
