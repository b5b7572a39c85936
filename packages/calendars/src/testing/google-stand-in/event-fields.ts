import { RecurrenceError } from '@astralis/core/recurrence/recurrence-error'
import type { EventBody } from './event-body.ts'
import { epochOfTime, isSameTime, readTime } from './event-time.ts'
import { badRequest } from './google-error.ts'
import { startsOf } from './instances.ts'
import type { Attendee, EventTime, Properties, StoredCalendar, StoredEvent } from './model.ts'

/**
 * The event after a request: a patch leaves what it does not name, an update takes it away. Throws GoogleError where
 * Google refuses.
 */
export function applyBody(
  calendar: StoredCalendar,
  event: StoredEvent,
  body: EventBody,
  options: { isPatch: boolean; writesConferences: boolean },
): StoredEvent {
  const base: Partial<StoredEvent> = options.isPatch ? event : {}
  const start = readTime(mergeTime(base.start, body.start), 'start', calendar.timeZone)
  const end = readTime(mergeTime(base.end, body.end), 'end', calendar.timeZone)
  const recurrence = event.recurringEventId === undefined ? pick(body.recurrence, base.recurrence) : undefined
  const next: StoredEvent = {
    ...event,
    status: pick(body.status, base.status) ?? 'confirmed',
    summary: pick(body.summary, base.summary),
    description: pick(body.description, base.description),
    location: pick(body.location, base.location),
    colorId: pick(body.colorId, base.colorId),
    transparency: leaveOut(pick(body.transparency, base.transparency), 'opaque'),
    visibility: leaveOut(pick(body.visibility, base.visibility), 'default'),
    guestsCanModify: leaveOut(pick(body.guestsCanModify, base.guestsCanModify), false),
    guestsCanInviteOthers: leaveOut(pick(body.guestsCanInviteOthers, base.guestsCanInviteOthers), true),
    guestsCanSeeOtherGuests: leaveOut(pick(body.guestsCanSeeOtherGuests, base.guestsCanSeeOtherGuests), true),
    reminders: body.reminders ?? base.reminders,
    source: body.source ?? base.source,
    conferenceData:
      options.writesConferences && body.conferenceData !== undefined
        ? (body.conferenceData ?? undefined)
        : event.conferenceData,
    extendedProperties: mergeProperties(base.extendedProperties, body.extendedProperties),
    attendees: readAttendees(event, body, base.attendees),
    start,
    end,
    recurrence: recurrence?.length ? recurrence : undefined,
  }
  checkTimes(next, mergeTime(base.start, body.start).timeZone)
  const isMoved = !isSameTime(event.start, next.start) || !isSameTime(event.end, next.end)
  const isReplanned = isMoved || JSON.stringify(event.recurrence) !== JSON.stringify(next.recurrence)
  if (body.sequence !== undefined && body.sequence !== null && body.sequence < event.sequence)
    throw badRequest(
      'Invalid sequence value. The specified sequence number is below the current sequence number of the resource. Re-fetch the resource and use its sequence number on the following request.',
    )
  return { ...next, sequence: Math.max(body.sequence ?? 0, event.sequence + (isReplanned ? 1 : 0)) }
}

function pick<T>(written: T | null | undefined, known: T | undefined): T | undefined {
  return written === undefined ? known : (written ?? undefined)
}

/** Defaults are not told. */
function leaveOut<T>(value: T | undefined, usual: T): T | undefined {
  return value === usual ? undefined : value
}

/** A patch goes into nested objects: a date for what has a `dateTime` needs `dateTime: null` beside it. */
function mergeTime(known: EventTime | undefined, written: EventBody['start']): EventTime {
  if (written === undefined) return known ?? {}
  return {
    date: pick(written?.date, known?.date),
    dateTime: pick(written?.dateTime, known?.dateTime),
    timeZone: pick(written?.timeZone, known?.timeZone),
  }
}

function mergeProperties(known: Properties | undefined, written: EventBody['extendedProperties']) {
  if (written === undefined) return known
  const merge = (before: Record<string, string> = {}, after: Record<string, string | null> | null | undefined) => {
    if (after === null) return undefined
    const all = { ...before, ...after }
    const kept = Object.fromEntries(
      Object.entries(all).flatMap(([key, value]) => (value === null ? [] : [[key, value]])),
    )
    return Object.keys(kept).length > 0 ? kept : undefined
  }
  const merged = { private: merge(known?.private, written?.private), shared: merge(known?.shared, written?.shared) }
  return written === null || (!merged.private && !merged.shared) ? undefined : merged
}

function readAttendees(event: StoredEvent, body: EventBody, base: Attendee[] | undefined): Attendee[] | undefined {
  if (body.attendees === undefined) return base
  const known = new Map((event.attendees ?? []).map((attendee) => [attendee.email, attendee]))
  const written = new Map<string, Attendee>()
  for (const { responseStatus, ...attendee } of body.attendees ?? []) {
    const email = attendee.email.toLowerCase()
    const before = known.get(email)
    written.set(email, {
      email,
      displayName: attendee.displayName ?? before?.displayName,
      optional: leaveOut(attendee.optional ?? undefined, false),
      resource: leaveOut(attendee.resource ?? undefined, false),
      comment: attendee.comment ?? before?.comment,
      responseStatus: responseStatus ?? before?.responseStatus ?? 'needsAction',
      organizer: email === event.organizer.email ? true : undefined,
    })
  }
  const all = body.attendeesOmitted ? [...new Map([...known, ...written]).values()] : [...written.values()]
  return all.length > 0 ? all : undefined
}

const LINE = /^(RRULE|EXRULE|RDATE|EXDATE)[:;]/
const FLOATING_UNTIL = /UNTIL=\d{8}T\d{6}(?!Z)/

function checkTimes({ start, end, recurrence }: StoredEvent, writtenZone: string | null | undefined): void {
  if ((start.date === undefined) !== (end.date === undefined))
    throw badRequest('Start and end times must either both be date or both be dateTime.')
  if (epochOfTime(end) < epochOfTime(start)) throw badRequest('The specified time range is empty.', 'timeRangeEmpty')
  if (!recurrence) return
  if (start.date === undefined && !writtenZone)
    throw badRequest('Missing time zone definition for start time.', 'required')
  if (!recurrence.every((line) => LINE.test(line) && !FLOATING_UNTIL.test(line)))
    throw badRequest('Invalid recurrence rule.')
  try {
    startsOf({ start, recurrence }, { from: epochOfTime(start), to: epochOfTime(start) + 1, limit: 1 })
  } catch (error) {
    if (error instanceof RecurrenceError) throw badRequest('Invalid recurrence rule.')
    throw error
  }
}
