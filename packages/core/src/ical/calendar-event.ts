import type { ParticipantStatus, ShowsAs } from '../events/event.ts'

/** RFC 5545, 3.8.1.11 */
export const CALENDAR_STATUSES = ['CONFIRMED', 'TENTATIVE', 'CANCELLED'] as const
export type CalendarStatus = (typeof CALENDAR_STATUSES)[number]

/** `email` is lower-cased. */
export interface CalendarPerson {
  email: string
  name: string | null
}

export interface CalendarParticipant extends CalendarPerson {
  status: ParticipantStatus
  isOptional: boolean
}

/** When an event happens: local wall times `YYYY-MM-DDTHH:mm:ss` of the years 0001 to 9999, the end not included. */
export interface CalendarTimes {
  /** True for whole days: both times are midnights, and `timeZone` is null. */
  allDay: boolean
  startsAt: string
  endsAt: string
  /** IANA name, `UTC`, or null for times that mean the clock of whoever reads them. */
  timeZone: string | null
}

/** A VEVENT (RFC 5545, 3.6.1): a single event, a series, or an exception of a series with the same `uid`. */
export interface CalendarEvent extends CalendarTimes {
  uid: string
  sequence: number
  /** One line; empty where the file has none. */
  title: string
  description: string | null
  location: string | null
  /** `http:` or `https:` */
  meetingLink: string | null
  /**
   * Null for what happens once; else lines `RRULE:…`, `RDATE:…`, `EXDATE:…` with local wall times of `timeZone`, such as
   * `EXDATE:20260317T100000,20260318T100000`, or with dates: `EXDATE;VALUE=DATE:20260317`. UNTIL is as RFC 5545 has it.
   */
  recurrence: string | null
  /** Which start of its series an exception stands for, as a local wall time of `originalTimeZone`. */
  originalStartsAt: string | null
  /** The series' zone; null for a series of whole days, and where there is no original start. */
  originalTimeZone: string | null
  status: CalendarStatus
  showsAs: ShowsAs
  organizer: CalendarPerson | null
  /** Each address once; the organizer is among them only if the file says so. */
  participants: CalendarParticipant[]
}

/** Files of other programs also have events without a UID. */
export interface ParsedEvent extends Omit<CalendarEvent, 'uid'> {
  uid: string | null
}
