import type { CalendarPerson } from '../ical/calendar-event.ts'

/** A mail as it leaves. Plain values, so that what was stored is what is sent again after a crash. */
export interface MailMessage {
  /** A channel sends from its own address; `name` says on whose behalf. No field has ends of lines. */
  from: { email: string; name: string }
  to: CalendarPerson
  /** The person whom an answer written by hand reaches. */
  replyTo: CalendarPerson | null
  subject: string
  html: string
  /** The same for those who read no HTML. */
  text: string
  /** An iCalendar file whose METHOD property is `method` (RFC 6047, 2.4). */
  calendar: { method: 'REQUEST' | 'CANCEL'; content: string } | null
}
