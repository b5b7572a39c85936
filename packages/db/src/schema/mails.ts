import type { CalendarEvent } from '@astralis/core/ical/calendar-event'
import { CHANNELS, MAIL_STATUSES, SKIP_REASONS } from '@astralis/core/mail/mail'
import { MAIL_KINDS } from '@astralis/core/mail/mail-content'
import type { MailMessage } from '@astralis/core/mail/message'
import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, pgEnum, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { instant } from '../columns.ts'
import { organizations } from './organizations.ts'
import { sweepPolicy, tenantPolicy } from './roles.ts'

export const mailKind = pgEnum('mail_kind', MAIL_KINDS)
export const mailStatus = pgEnum('mail_status', MAIL_STATUSES)
export const skipReason = pgEnum('skip_reason', SKIP_REASONS)
export const channel = pgEnum('channel', CHANNELS)

/**
 * A mail to one person, from its plan to its acceptance by a mail service (ADR 12). The row is the truth; jobs only say
 * that it is time to look at it. It refers to events without a foreign key: a cancellation outlives what it cancels.
 */
export const mails = pgTable(
  'mails',
  {
    orgId: uuid()
      .notNull()
      .references(() => organizations.id, { onDelete: 'cascade' }),
    id: uuid().notNull(),
    kind: mailKind().notNull(),
    recipientEmail: text().notNull(),
    eventId: uuid().notNull(),
    uid: uuid().notNull(),
    originalStartsAt: instant(),
    eventVersion: integer().notNull(),
    offsetMinutes: integer(),
    dueAt: instant().notNull(),
    status: mailStatus().notNull(),
    skipReason: skipReason(),
    error: text(),
    /** Of the worker that has it: whoever takes it over writes another, and the first one's writes find nothing. */
    claim: uuid(),
    attemptedAt: instant(),
    /** How often somebody asked for it to be sent again; part of the key by which a mail service knows it. */
    round: integer().notNull().default(0),
    sentAt: instant(),
    channel: channel(),
    content: jsonb().$type<CalendarEvent[]>(),
    /** As it was, or will be, handed over. Kept after that only in the outbox. */
    message: jsonb().$type<MailMessage>(),
    /** SHA-256 of the token in its link, by which the recipient answers. */
    tokenHash: text(),
    createdAt: instant().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.orgId, table.id] }),
    uniqueIndex('mails_reminder_unique')
      .on(table.orgId, table.eventId, table.recipientEmail, table.offsetMinutes, table.eventVersion)
      .where(sql`${table.kind} = 'reminder'`),
    index('mails_due_idx')
      .on(table.orgId, table.dueAt)
      .where(sql`${table.status} in ('PENDING', 'CLAIMED')`),
    index('mails_told_idx')
      .on(table.orgId, table.uid, table.recipientEmail)
      .where(sql`${table.kind} <> 'reminder'`),
    uniqueIndex('mails_token_unique')
      .on(table.orgId, table.tokenHash)
      .where(sql`${table.tokenHash} is not null`),
    index('mails_outbox_idx')
      .on(table.orgId, table.sentAt)
      .where(sql`${table.channel} = 'outbox'`),
    check('mails_offset', sql`(${table.kind} = 'reminder') = (${table.offsetMinutes} is not null)`),
    check('mails_sent', sql`(${table.status} = 'SENT') = (${table.sentAt} is not null)`),
    check('mails_skipped', sql`(${table.status} = 'SKIPPED') = (${table.skipReason} is not null)`),
    tenantPolicy(),
    sweepPolicy(),
  ],
)
