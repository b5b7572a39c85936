import type { CalendarEvent } from '../ical/calendar-event.ts'
import type { Temporal } from '../temporal.ts'
import type { MailKind } from './mail-content.ts'

/** How mail leaves: by one of two services, or into the outbox that can be read in the browser. */
export const CHANNELS = ['resend', 'smtp', 'outbox'] as const
export type ChannelName = (typeof CHANNELS)[number]

/**
 * PENDING waits for its time, CLAIMED is in a worker's hands; the others are final. UNKNOWN may have been accepted or
 * not, and is never sent again by itself.
 */
export const MAIL_STATUSES = ['PENDING', 'CLAIMED', 'SENT', 'SKIPPED', 'FAILED', 'UNKNOWN'] as const
export type MailStatus = (typeof MAIL_STATUSES)[number]

/** Why a mail was not sent although nothing failed. */
export const SKIP_REASONS = [
  'CANCELLED',
  'CHANGED',
  'NOT_TAKING_PART',
  'STARTED',
  'NEARER_REMINDER',
  'SUPERSEDED',
  'NOTHING_NEW',
  'NEVER_INVITED',
  'NOT_NEEDED',
] as const
export type SkipReason = (typeof SKIP_REASONS)[number]

/** A mail to one person about one event, occurrence or series, from its plan to its acceptance. */
export interface Mail {
  id: string
  kind: MailKind
  recipientEmail: string
  /** The event; of a mail about a series, one of its occurrences; of a notice the linked account, of a membership the invitation, as is `uid`. */
  eventId: string
  /** The UID of its calendar (RFC 5545, 3.8.4.7): the series' id, or that of a single event. */
  uid: string
  /** The slot, in a mail about one occurrence of a series. */
  originalStartsAt: Temporal.Instant | null
  /** Of the event when the mail was planned. */
  eventVersion: number
  /** Of a reminder: how long before the start. */
  offsetMinutes: number | null
  dueAt: Temporal.Instant
  status: MailStatus
  skipReason: SkipReason | null
  /** What the mail service said last. */
  error: string | null
  /** When it was handed to the mail service, and nobody knows yet with what success. */
  attemptedAt: Temporal.Instant | null
  sentAt: Temporal.Instant | null
  /** What the mail is about, master first: known from the start for a cancellation, else from when it was written. */
  content: readonly CalendarEvent[] | null
}
