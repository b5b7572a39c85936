import { meetingLinkSchema } from '../events/meeting-link.ts'
import { CALENDAR_STATUSES, type CalendarStatus, type ParsedEvent } from './calendar-event.ts'
import { findProperty } from './event-properties.ts'
import { type EventReading, type ReadTime, readTimeOf } from './event-reading.ts'
import { cleanLine, cleanText } from './plain-text.ts'
import { quote } from './problem.ts'
import { decodeText } from './property.ts'
import { readOrganizer, readParticipants } from './read-people.ts'
import { readRecurrence } from './read-recurrence.ts'
import { readTimes } from './read-times.ts'

/**
 * A VEVENT (RFC 5545, 3.6.1); null, with a problem, for one that has no time. A property that can not be read is left out
 * with a problem and costs nothing else. `isCancelled` is for calendars that say so of all their events.
 */
export function readEvent(reading: EventReading, isCancelled: boolean): ParsedEvent | null {
  const original = readTimeOf(reading, 'RECURRENCE-ID')
  const start = readStart(reading, original)
  const times = start && readTimes(reading, start)
  if (!times) return null
  return {
    uid: readUid(reading),
    sequence: readSequence(reading),
    title: cleanLine(readText(reading, 'SUMMARY')),
    description: cleanText(readText(reading, 'DESCRIPTION')) || null,
    location: cleanLine(readText(reading, 'LOCATION')) || null,
    meetingLink: readMeetingLink(reading),
    ...times,
    recurrence: original ? refuseRecurrence(reading) : readRecurrence(reading, start),
    originalStartsAt: original?.local ?? null,
    originalTimeZone: original?.timeZone ?? null,
    status: isCancelled ? 'CANCELLED' : readStatus(reading),
    showsAs: readText(reading, 'TRANSP').trim().toUpperCase() === 'TRANSPARENT' ? 'FREE' : 'BUSY',
    organizer: readOrganizer(reading),
    participants: readParticipants(reading),
  }
}

/** The cancellation of an occurrence may have no start of its own: it is where it was. */
function readStart(reading: EventReading, original: ReadTime | null): ReadTime | null {
  const start = readTimeOf(reading, 'DTSTART')
  if (start) return start
  const consequence = original ? 'RECURRENCE-ID is taken for it' : 'the event is left out'
  reading.report(`Expected DTSTART with a date or a time; ${consequence}.`, reading.line)
  return original
}

/** What stands for one occurrence can not recur, and RANGE (RFC 5545, 3.2.13) would have it stand for many. */
function refuseRecurrence({ properties, report }: EventReading): null {
  const [rule] = ['RRULE', 'RDATE', 'EXDATE'].flatMap((name) => properties.get(name) ?? [])
  if (rule) report(`Expected no ${rule.name} beside RECURRENCE-ID; it is left out.`, rule.line)
  const [original] = properties.get('RECURRENCE-ID') ?? []
  if (original?.parameters.has('RANGE')) report('RANGE is not read; the change is of one occurrence.', original.line)
  return null
}

function readText({ properties, report }: EventReading, name: string): string {
  return decodeText(findProperty(properties, name, report)?.value ?? '')
}

function readUid(reading: EventReading): string | null {
  const uid = cleanLine(readText(reading, 'UID'))
  if (uid === '') reading.report('Expected an event with UID; it can not be recognized again.', reading.line)
  return uid || null
}

function readSequence({ properties, report }: EventReading): number {
  const property = findProperty(properties, 'SEQUENCE', report)
  const text = property?.value.trim() ?? '0'
  const isNumber = /^\d{1,9}$/.test(text)
  if (!isNumber) report(`Expected a whole number in SEQUENCE, found ${quote(text)}; it is taken as 0.`, property?.line)
  return isNumber ? Number(text) : 0
}

function readMeetingLink({ properties, report }: EventReading): string | null {
  const property = findProperty(properties, 'URL', report)
  const link = meetingLinkSchema.safeParse(property?.value.trim() ?? null)
  if (!link.success)
    report(`Expected a web address in URL, found ${quote(property?.value ?? '')}; it is left out.`, property?.line)
  return link.data ?? null
}

function readStatus(reading: EventReading): CalendarStatus {
  const text = readText(reading, 'STATUS').trim().toUpperCase()
  const status = CALENDAR_STATUSES.find((known) => known === text)
  if (!status && text !== '')
    reading.report(
      `Expected ${CALENDAR_STATUSES.join(', ')} in STATUS, found ${quote(text)}; it is left out.`,
      reading.line,
    )
  return status ?? 'CONFIRMED'
}
