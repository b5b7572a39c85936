import type { CalendarEvent } from '../ical/calendar-event.ts'

/*
 * Glossary
 * item        what a calendar keeps under one id: a single event, a series, or an exception of a series
 * here/there  this product, and the linked calendar
 * base        an item as both sides had it when they last agreed
 */

export const SIDES = ['here', 'there'] as const
export type Side = (typeof SIDES)[number]

/** How much of an item the account may change there: everything, its own answer only, or nothing. */
export const WRITE_ACCESS = ['all', 'answer', 'none'] as const
export type WriteAccess = (typeof WRITE_ACCESS)[number]

/** An exception, as its series knows it. */
export interface ExceptionOf {
  /** The series' id there. */
  seriesRemoteId: string
  /** Which start it stands for: an instant (RFC 3339, UTC), or a date `YYYY-MM-DD` in a series of whole days. */
  originalStart: string
}

/** One entry of a linked calendar. */
export interface RemoteItem {
  /** Its id there, unique in its calendar. */
  remoteId: string
  /** Opaque: changes with every version. Null for what is gone. */
  etag: string | null
  exceptionOf: ExceptionOf | null
  /** Equal in all calendars that have the meeting (RFC 5545: UID); null where the calendar does not say. */
  icalUid: string | null
  /** What we wrote to it to know it again: our own id of the event or series; null for what was not written by us. */
  ownId: string | null
  writeAccess: WriteAccess
  /** A page that shows it there. */
  link: string | null
  /** Null for what was deleted, or an occurrence that was cancelled: then nothing but its ids is certain. */
  event: CalendarEvent | null
  /** Why it can not be read; `event` is null then, and it is not deleted. */
  problem: string | null
}
