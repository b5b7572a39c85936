import type { CalendarEvent } from '@astralis/core/ical/calendar-event'
import { RecurrenceError } from '@astralis/core/recurrence/recurrence-error'
import { canonicalRecurrence } from '@astralis/core/sync/canonical-recurrence'
import type { ExceptionOf, RemoteItem, WriteAccess } from '@astralis/core/sync/remote-item'
import { type GoogleEvent, googleEventSchema, NO_TITLE, OWN_ID_KEY } from './google-event-schema.ts'
import { readMeetingLink } from './google-meeting-link.ts'
import { type CalendarOwner, isInvited, isOrganizedHere, readOrganizer, readParticipants } from './google-people.ts'
import { readLine } from './google-text.ts'
import { instantOf, type Moment, readMoment, readTimes, wallOf } from './google-time.ts'

/** An entry of Google's `events.list`; null for one without an id. What can not be read says why (`problem`). */
export function readGoogleEvent(value: unknown, owner: CalendarOwner): RemoteItem | null {
  const event = googleEventSchema.safeParse(value).data
  if (!event) return null
  const original = readOriginal(event, owner)
  const item: RemoteItem = {
    remoteId: event.id,
    etag: event.etag ?? null,
    exceptionOf: original && exceptionOf(event, original),
    icalUid: event.iCalUID || null,
    ownId: event.extendedProperties?.private?.[OWN_ID_KEY] || null,
    writeAccess: readWriteAccess(event, owner),
    link: event.htmlLink?.startsWith('https://') ? event.htmlLink : null,
    event: null,
    problem: null,
  }
  if (event.status === 'cancelled') return { ...item, etag: null }
  const read = readEvent(event, original, owner)
  return typeof read === 'string' ? { ...item, problem: read } : { ...item, event: read }
}

/** Google's ids of occurrences end in their original starts, in UTC. */
const OCCURRENCE = /_(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)Z)?$/

function readOriginal(event: GoogleEvent, { calendar }: CalendarOwner): Moment | null {
  if (event.recurringEventId === undefined) return null
  const moment = readMoment(event.originalStartTime, calendar.timeZone)
  if (moment) return moment
  const [, year, month, day, hour, minute, second] = OCCURRENCE.exec(event.id) ?? []
  const date = `${year}-${month}-${day}`
  const time = hour === undefined ? { date } : { dateTime: `${date}T${hour}:${minute}:${second}Z` }
  return readMoment(time, calendar.timeZone)
}

function exceptionOf({ recurringEventId }: GoogleEvent, original: Moment): ExceptionOf | null {
  return recurringEventId === undefined
    ? null
    : { seriesRemoteId: recurringEventId, originalStart: instantOf(original) }
}

/** Only plain events are written: Google's own kinds (birthdays, absences, mails, places of work) have rules of their own. */
function readWriteAccess(event: GoogleEvent, owner: CalendarOwner): WriteAccess {
  const { accessRole } = owner.calendar
  const isOrdinary = event.eventType === undefined || event.eventType === 'default'
  const isHidden = accessRole !== 'owner' && isPrivate(event) && readLine(event.summary) === ''
  if (!isOrdinary || isHidden || accessRole === 'reader' || accessRole === 'freeBusyReader') return 'none'
  if (event.locked !== true && (isOrganizedHere(event, owner) || event.guestsCanModify === true)) return 'all'
  return isInvited(event, owner) ? 'answer' : 'none'
}

/** One sentence for what is no event. */
function readEvent(event: GoogleEvent, original: Moment | null, owner: CalendarOwner): CalendarEvent | string {
  const times = readTimes(event, owner.calendar.timeZone)
  if (typeof times === 'string') return times
  if (event.recurringEventId !== undefined && !original) return 'It does not say which occurrence of its series it is.'
  const lines = event.recurrence?.join('\n') ?? ''
  try {
    return {
      uid: event.iCalUID || event.id,
      sequence: event.sequence ?? 0,
      title: readTitle(event, owner),
      ...readMeetingLink(event),
      location: readLine(event.location) || null,
      ...times,
      recurrence: lines === '' ? null : canonicalRecurrence(lines, times),
      ...originalTimes(original),
      status: event.status === 'tentative' ? 'TENTATIVE' : 'CONFIRMED',
      showsAs: event.transparency === 'transparent' || isNoAppointment(event) ? 'FREE' : 'BUSY',
      organizer: readOrganizer(event, owner),
      participants: readParticipants(event, owner),
    }
  } catch (error) {
    if (error instanceof RecurrenceError) return `Its recurrence can not be read. ${error.message}`
    throw error
  }
}

function originalTimes(original: Moment | null): Pick<CalendarEvent, 'originalStartsAt' | 'originalTimeZone'> {
  if (!original) return { originalStartsAt: null, originalTimeZone: null }
  const originalTimeZone = 'date' in original ? null : original.timeZone
  return { originalStartsAt: wallOf(original, originalTimeZone ?? 'UTC'), originalTimeZone }
}

/** Where somebody works, and whose birthday it is, takes no time. */
function isNoAppointment({ eventType }: GoogleEvent): boolean {
  return eventType === 'workingLocation' || eventType === 'birthday'
}

/** A private event shows its time alone to those who may not see more. */
function readTitle(event: GoogleEvent, { calendar }: CalendarOwner): string {
  const title = readLine(event.summary)
  if (title !== '') return title
  return calendar.accessRole === 'freeBusyReader' || isPrivate(event) ? 'Busy' : NO_TITLE
}

function isPrivate({ visibility }: GoogleEvent): boolean {
  return visibility === 'private' || visibility === 'confidential'
}
