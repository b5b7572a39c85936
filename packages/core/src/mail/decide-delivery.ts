import type { CalendarEvent } from '../ical/calendar-event.ts'
import { isReminded, type RemindedEvent } from '../reminders/plan-reminders.ts'
import { type ConnectionStatus, isBroken } from '../sync/connection-status.ts'
import { Temporal } from '../temporal.ts'
import { visiblePart } from './announced.ts'
import type { MailStatus, SkipReason } from './mail.ts'
import type { MailKind } from './mail-content.ts'

/** What becomes of a mail whose time has come. */
export type Delivery =
  | { act: 'send'; kind: MailKind }
  | { act: 'skip'; reason: SkipReason }
  /** An earlier mail to the same person about the same thing is on its way; the order counts. */
  | { act: 'wait' }

interface ReminderFacts {
  recipientEmail: string
  /** The event as it is now; null when it is gone. */
  event: RemindedEvent | null
  /** Whether a reminder closer to the start is due, or was sent, as well. */
  hasNearer: boolean
  now: Temporal.Instant
}

/** A late reminder is still of use until the event begins; of several late ones only the nearest is. */
export function decideReminder({ recipientEmail, event, hasNearer, now }: ReminderFacts): Delivery {
  if (!event || !isReminded(event)) return skip(event?.status === 'COMPLETED' ? 'STARTED' : 'CANCELLED')
  const person = event.participants.find(({ email }) => email === recipientEmail)
  if (!person || person.status === 'declined') return skip('NOT_TAKING_PART')
  if (Temporal.Instant.compare(event.startsAt, now) <= 0) return skip('STARTED')
  return hasNearer ? skip('NEARER_REMINDER') : { act: 'send', kind: 'reminder' }
}

/** What the recipient has heard so far about one event, occurrence or series. */
export interface Told {
  kind: MailKind
  /** Null where it was said as part of something else. */
  event: CalendarEvent | null
}

interface InvitationFacts {
  recipientEmail: string
  /** What they are invited to as it is now; null when it does not take place any more. */
  event: CalendarEvent | null
  isOver: boolean
  told: Told | null
  isOnItsWay: boolean
}

/** An invitation says what is true when it is sent, and is not sent to say again what somebody knows. */
export function decideInvitation({ recipientEmail, event, isOver, told, isOnItsWay }: InvitationFacts): Delivery {
  if (isOnItsWay) return { act: 'wait' }
  if (!event) return skip('CANCELLED')
  if (isOver) return skip('STARTED')
  const person = event.participants.find(({ email }) => email === recipientEmail)
  if (!person) return skip('NOT_TAKING_PART')
  const isInvited = told?.kind === 'invitation' || told?.kind === 'update'
  if (isInvited && told.event && visiblePart(told.event) === visiblePart(event)) return skip('NOTHING_NEW')
  return { act: 'send', kind: isInvited || isOrganizer(event, recipientEmail) ? 'update' : 'invitation' }
}

function isOrganizer({ organizer }: CalendarEvent, email: string): boolean {
  return organizer?.email === email
}

interface CancellationFacts {
  kind: 'cancellation' | 'removal'
  told: Told | null
  /** Whether a reminder has reached them. */
  isReminded: boolean
  isOnItsWay: boolean
}

/** Only who has heard of something needs to hear that it does not take place. */
export function decideCancellation({ kind, told, isReminded, isOnItsWay }: CancellationFacts): Delivery {
  if (isOnItsWay) return { act: 'wait' }
  if (told?.kind === 'cancellation' || told?.kind === 'removal') return skip('NOTHING_NEW')
  return told || isReminded ? { act: 'send', kind } : skip('NEVER_INVITED')
}

/** A notice says what is true when it is sent: an account that works again, or is unlinked, needs none. */
export function decideNotice(status: ConnectionStatus | null): Delivery {
  return status !== null && isBroken(status) ? { act: 'send', kind: 'notice' } : skip('NOT_NEEDED')
}

/** An invitation to join is of use as long as it can be accepted: one that was accepted, withdrawn or replaced is gone. */
export function decideMembership(expiresAt: Temporal.Instant | null, now: Temporal.Instant): Delivery {
  const isOpen = expiresAt !== null && Temporal.Instant.compare(now, expiresAt) < 0
  return isOpen ? { act: 'send', kind: 'membership' } : skip('NOT_NEEDED')
}

interface Takeover {
  status: MailStatus
  /** When it was first handed to the mail service; null when it never was. */
  attemptedAt: Temporal.Instant | null
  /** How long the mail service knows a key. */
  keyHours: number
  /** Whether what it reminds of has begun by now. */
  hasStarted: boolean
  now: Temporal.Instant
}

/**
 * What to do with a mail that somebody has had already. `again`: the very same message under the same key, which
 * arrives once. `unknown`: it may have been accepted, and sending it again might be a second mail, or come too late.
 */
export function decideTakeover(takeover: Takeover): 'anew' | 'again' | 'unknown' {
  const { status, attemptedAt, keyHours, hasStarted, now } = takeover
  if (status === 'PENDING' || attemptedAt === null) return 'anew'
  return attemptedAt.until(now).total('hours') < keyHours && !hasStarted ? 'again' : 'unknown'
}

/** For how long a message tells the time that is left well enough. */
const FRESH_MINUTES = 10

/**
 * Whether a message that a service refused for the moment goes to it again as it was. Some services remember the key of
 * what they refused, and then take nothing else under it.
 */
export function isFresh(attemptedAt: Temporal.Instant | null, now: Temporal.Instant): boolean {
  return attemptedAt !== null && attemptedAt.until(now).total('minutes') < FRESH_MINUTES
}

function skip(reason: SkipReason): Delivery {
  return { act: 'skip', reason }
}
