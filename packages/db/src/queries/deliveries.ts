import type { CalendarEvent } from '@astralis/core/ical/calendar-event'
import type { ChannelName, Mail, MailStatus, SkipReason } from '@astralis/core/mail/mail'
import type { MailKind } from '@astralis/core/mail/mail-content'
import type { MailMessage } from '@astralis/core/mail/message'
import { Temporal } from '@astralis/core/temporal'
import { and, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { anyOf } from '../any-of.ts'
import type { Transaction } from '../client.ts'
import { mails } from '../schema/mails.ts'
import { users } from '../schema/users.ts'
import { mailColumns } from './mails.ts'

/** A mail in a worker's hands. */
export interface ClaimedMail extends Mail {
  round: number
  createdAt: Temporal.Instant
  /** As an earlier worker was about to hand it over. */
  message: MailMessage | null
}

/**
 * Takes mails that wait, and those that another worker has left behind, into this worker's hands, and answers with them
 * as they were: from now on only who names `claim` can settle them. Ones that are not due by `dueBy` stay.
 */
export async function claimMails(
  tx: Transaction,
  orgId: string,
  ids: readonly string[],
  { claim, dueBy }: { claim: string; dueBy: Temporal.Instant },
): Promise<ClaimedMail[]> {
  const isOpen = and(
    eq(mails.orgId, orgId),
    anyOf(mails.id, ids),
    inArray(mails.status, ['PENDING', 'CLAIMED']),
    sql`${mails.dueAt} <= ${dueBy.toString()}`,
  )
  const [found] = await Promise.all([
    // In one order, so that two workers with the same mails wait for each other and form no circle.
    tx
      .select({ ...mailColumns, round: mails.round, createdAt: mails.createdAt, message: mails.message })
      .from(mails)
      .where(isOpen)
      .orderBy(mails.id)
      .for('update'),
    tx.update(mails).set({ status: 'CLAIMED', claim }).where(isOpen),
  ])
  return found
}

/** Of these reminders, those beside which one closer to the start is due or was sent. */
export async function listWithNearerReminder(
  tx: Transaction,
  orgId: string,
  ids: readonly string[],
  now: Temporal.Instant,
): Promise<string[]> {
  if (ids.length === 0) return []
  const rows = await tx.execute<{ id: string }>(sql`
    select mails.id from mails where org_id = ${orgId} and ${anyOf(mails.id, ids)} and exists (
      select from mails as nearer
      where nearer.org_id = mails.org_id and nearer.event_id = mails.event_id
        and nearer.recipient_email = mails.recipient_email and nearer.kind = 'reminder'
        and nearer.offset_minutes < mails.offset_minutes and nearer.due_at <= ${now.toString()}
        and nearer.status <> 'SKIPPED')`)
  return rows.map(({ id }) => id)
}

/** A mail that has reached somebody, or may be about to. */
export interface EarlierMail {
  uid: string
  recipientEmail: string
  originalStartsAt: Temporal.Instant | null
  kind: MailKind
  status: MailStatus
  createdAt: Temporal.Instant
  /** What it was about, the master of a series. */
  event: CalendarEvent | null
}

/** What the recipients of these mails have heard about the same things, or are about to, the latest last. */
export async function listEarlierMails(tx: Transaction, orgId: string, ids: readonly string[]): Promise<EarlierMail[]> {
  if (ids.length === 0) return []
  const rows = await tx.execute<{
    uid: string
    email: string
    slot: string | null
    kind: MailKind
    status: MailStatus
    created: string
    event: CalendarEvent | null
  }>(sql`
    select earlier.uid, earlier.recipient_email as email, earlier.original_starts_at as slot, earlier.kind,
      earlier.status, earlier.created_at as created, earlier.content->0 as event
    from (select distinct uid, recipient_email from mails where org_id = ${orgId} and ${anyOf(mails.id, ids)}) as asked
    join mails as earlier on earlier.org_id = ${orgId} and earlier.uid = asked.uid
      and earlier.recipient_email = asked.recipient_email and earlier.status in ('CLAIMED', 'SENT', 'UNKNOWN')
    order by earlier.created_at, earlier.id`)
  return rows.map(({ email, slot, created, ...row }) => ({
    ...row,
    recipientEmail: email,
    originalStartsAt: slot === null ? null : Temporal.Instant.from(slot),
    createdAt: Temporal.Instant.from(created),
  }))
}

/** Somebody who gets mail and has an account. */
export interface Recipient {
  email: string
  /** In which they read times. */
  timeZone: string
  isActive: boolean
}

/** Those of `emails` who have an account in the organization. */
export async function listRecipients(tx: Transaction, orgId: string, emails: readonly string[]): Promise<Recipient[]> {
  return tx
    .select({ email: users.email, timeZone: users.timeZone, isActive: users.isActive })
    .from(users)
    .where(and(eq(users.orgId, orgId), anyOf(users.email, emails)))
}

export interface WrittenMail {
  id: string
  kind: MailKind
  message: MailMessage
  content: readonly CalendarEvent[] | null
  tokenHash: string | null
}

/** Stores what is about to be handed over, so that after a crash the very same is. */
export async function storeMessages(tx: Transaction, orgId: string, rows: readonly WrittenMail[]): Promise<void> {
  if (rows.length === 0) return
  await tx.execute(sql`
    update mails set kind = m.kind, message = m.message, content = m.content, token_hash = m."tokenHash"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as m(id uuid, kind mail_kind, message jsonb, content jsonb, "tokenHash" text)
    where mails.org_id = ${orgId} and mails.id = m.id`)
}

/** Notes that mails are about to be handed over; answers with those that are still this worker's. */
export async function markAttempted(
  tx: Transaction,
  orgId: string,
  ids: readonly string[],
  { claim, now }: { claim: string; now: Temporal.Instant },
): Promise<string[]> {
  if (ids.length === 0) return []
  const rows = await tx
    .update(mails)
    .set({ attemptedAt: sql`coalesce(${mails.attemptedAt}, ${now.toString()})` })
    .where(and(eq(mails.orgId, orgId), anyOf(mails.id, ids), eq(mails.claim, claim), eq(mails.status, 'CLAIMED')))
    .returning({ id: mails.id })
  return rows.map(({ id }) => id)
}

/** What has become of a mail. PENDING was refused and is tried again; CLAIMED too, but may have been accepted. */
export interface SettledMail {
  id: string
  status: MailStatus
  skipReason: SkipReason | null
  error: string | null
}

/**
 * Writes down what has become of mails that are this worker's. A message is kept where it may be handed over again
 * under the same key (`hasKeys`), and where the outbox is all that there is of it. The token of an invitation to join is
 * kept sealed until its mail is settled for good.
 */
export async function settleMails(
  tx: Transaction,
  orgId: string,
  settled: readonly SettledMail[],
  { claim, channel, hasKeys, now }: { claim: string; channel: ChannelName; hasKeys: boolean; now: Temporal.Instant },
): Promise<void> {
  if (settled.length === 0) return
  await tx.execute(sql`
    with settled as (
    update mails set status = s.status, skip_reason = s."skipReason", error = s.error,
      sent_at = case when s.status = 'SENT' then ${now.toString()}::timestamptz end,
      channel = case when s.status = 'SENT' then ${channel}::channel end,
      attempted_at = case when ${hasKeys} or s.status <> 'PENDING' then mails.attempted_at end,
      message = case when s.status in ('PENDING', 'CLAIMED') and ${hasKeys}
        or s.status = 'SENT' and ${channel} = 'outbox' then mails.message end
    from jsonb_to_recordset(${JSON.stringify(settled)}::jsonb)
      as s(id uuid, status mail_status, "skipReason" skip_reason, error text)
    where mails.org_id = ${orgId} and mails.id = s.id and mails.claim = ${claim}
      and mails.status in ('CLAIMED', 'UNKNOWN')
    returning mails.kind, mails.event_id, mails.status)
    ${forgetTokens(orgId)}`)
}

/** Ends a mail for which the queue has given up; what may have been accepted is UNKNOWN. */
export async function giveUpMail(tx: Transaction, orgId: string, id: string, error: string): Promise<boolean> {
  const rows = await tx.execute(sql`
    with settled as (
      update mails set message = null, error = coalesce(error, ${error}),
        status = case when status = 'PENDING' or attempted_at is null then 'FAILED' else 'UNKNOWN' end::mail_status
      where org_id = ${orgId} and id = ${id} and status in ('PENDING', 'CLAIMED')
      returning kind, event_id, status),
    forgotten as (${forgetTokens(orgId)})
    select 1 from settled`)
  return rows.length > 0
}

/** Of the mails in `settled` (kind, event_id, status), those that invited to join need their links no more. */
function forgetTokens(orgId: string): SQL {
  return sql`
    update member_invitations set sealed_token = null from settled
    where org_id = ${orgId} and id = settled.event_id and settled.kind = 'membership'
      and settled.status not in ('PENDING', 'CLAIMED')`
}

export interface DueMail {
  orgId: string
  id: string
  isReminder: boolean
  dueAt: string
}

/** Mails of all organizations that are due by then and not settled, the earliest of each first. Needs a sweep. */
export async function listDueMails(tx: Transaction, dueBy: Temporal.Instant, limit: number): Promise<DueMail[]> {
  return tx.execute<DueMail & Record<string, unknown>>(sql`
    select due.org_id as "orgId", due.id, due.kind = 'reminder' as "isReminder", due.due_at as "dueAt"
    from organizations cross join lateral (
      select org_id, id, kind, due_at from mails
      where org_id = organizations.id and status in ('PENDING', 'CLAIMED')
        and due_at <= ${dueBy.toString()} order by due_at limit ${limit}) as due
    order by due.due_at limit ${limit}`)
}
