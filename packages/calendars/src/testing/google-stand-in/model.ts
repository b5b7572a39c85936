/*
 * Glossary
 * copy       an event as one calendar has it: an invitation is in as many copies as there are calendars
 * exception  an instance of a series that was changed or cancelled
 * log        in which order the events of a calendar changed: sync tokens are places in it
 */

/** Either `date`, or `dateTime` (RFC 3339 with an offset) and `timeZone`. */
export interface EventTime {
  date?: string | undefined
  dateTime?: string | undefined
  timeZone?: string | undefined
}

export interface Attendee {
  email: string
  displayName?: string | undefined
  responseStatus: string
  optional?: boolean | undefined
  organizer?: boolean | undefined
  resource?: boolean | undefined
  comment?: string | undefined
}

export interface Person {
  email: string
  displayName?: string | undefined
}

/** One copy. What is undefined is left out of answers. */
export interface StoredEvent {
  id: string
  etag: string
  status: 'confirmed' | 'tentative' | 'cancelled'
  htmlLink: string
  created: string
  updated: string
  summary?: string | undefined
  description?: string | undefined
  location?: string | undefined
  colorId?: string | undefined
  creator: Person
  organizer: Person
  start: EventTime
  end: EventTime
  recurrence?: string[] | undefined
  recurringEventId?: string | undefined
  originalStartTime?: EventTime | undefined
  transparency?: string | undefined
  visibility?: string | undefined
  iCalUID: string
  sequence: number
  attendees?: Attendee[] | undefined
  extendedProperties?: Properties | undefined
  guestsCanModify?: boolean | undefined
  guestsCanInviteOthers?: boolean | undefined
  guestsCanSeeOtherGuests?: boolean | undefined
  hangoutLink?: string | undefined
  conferenceData?: unknown
  reminders?: unknown
  source?: unknown
  eventType: string
  /** Its place in the log. */
  change: number
}

export interface Properties {
  private?: Record<string, string> | undefined
  shared?: Record<string, string> | undefined
}

export interface Account {
  email: string
  name: string
}

export type Role = 'freeBusyReader' | 'reader' | 'writer' | 'owner'

export interface StoredCalendar {
  /** The account's address for its primary calendar. */
  id: string
  summary: string
  timeZone: string
  roles: Record<string, Role>
  /** In the order in which they came to be. */
  events: Map<string, StoredEvent>
  /** Ids, by time of change; an event is at its last place only. */
  log: string[]
  /** The ids of the exceptions of each series. */
  exceptions: Map<string, Set<string>>
  /** Sync tokens of an earlier one are not valid any more. */
  syncEpoch: number
}

export interface Mail {
  to: string
  eventId: string
  kind: 'invitation' | 'update' | 'cancellation'
}

export type WriteKind = 'insert' | 'patch' | 'update' | 'delete'

/** In whose name, and how, something is changed. */
export interface Actor {
  /** Lower-cased address of the account. */
  email: string
  sendUpdates: 'all' | 'externalOnly' | 'none'
  /** `conferenceDataVersion=1` */
  writesConferences: boolean
}
