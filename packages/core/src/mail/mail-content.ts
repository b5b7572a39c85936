import type { CalendarEvent, CalendarPerson } from '../ical/calendar-event.ts'
import type { Temporal } from '../temporal.ts'

/**
 * invitation    asks somebody to an event for the first time
 * update        says what has changed in one that they were asked to
 * cancellation  says that it does not take place
 * removal       says that it takes place without them
 * reminder      says that it is about to begin
 */
export const EVENT_MAIL_KINDS = ['invitation', 'update', 'cancellation', 'removal', 'reminder'] as const
export type EventMailKind = (typeof EVENT_MAIL_KINDS)[number]

/** Those about events, a notice: a linked account that stopped working, and a membership: an invitation to join. */
export const MAIL_KINDS = [...EVENT_MAIL_KINDS, 'notice', 'membership'] as const
export type MailKind = (typeof MAIL_KINDS)[number]

/** What a mail is to say, and to whom. */
export interface MailContent {
  kind: EventMailKind
  /** Times are told in `timeZone`: the recipient's own where they have an account, the event's otherwise. */
  recipient: CalendarPerson & { timeZone: string }
  /** The address that mail leaves from, and the name of whoever runs the product. */
  sender: { email: string; name: string }
  writtenAt: Temporal.Instant
  /** A single event, a series, or one occurrence of a series (then it has an `originalStartsAt`). */
  event: CalendarEvent
  /** The occurrences of a series that differ from it. */
  exceptions: readonly CalendarEvent[]
  /** What the recipient was told last, for an update. */
  previous: CalendarEvent | null
  /** The page where the recipient answers without an account; null where there is nothing to answer. */
  answerUrl: string | null
}
