import type { ParticipantStatus } from '../events/event.ts'
import type { CalendarEvent, CalendarParticipant, CalendarPerson } from './calendar-event.ts'
import type { JcalComponent, JcalProperty } from './content-writer.ts'
import { cleanLine, cleanText } from './plain-text.ts'
import { writeOriginal, writeRecurrence, writeTime } from './write-time.ts'

/** An event as a VEVENT (RFC 5545, 3.6.1). `stamp` is when it is written, `YYYY-MM-DDTHH:mm:ssZ`. */
export function writeEvent(event: CalendarEvent, stamp: string, hasStatus: boolean): JcalComponent {
  const place = { timeZone: event.timeZone, isDate: event.allDay }
  return [
    'vevent',
    [
      ...writeText('uid', event.uid),
      ['dtstamp', {}, 'date-time', stamp],
      ['sequence', {}, 'integer', `${event.sequence}`],
      ...writeOriginal(event),
      writeTime('dtstart', event.startsAt, place),
      writeTime('dtend', event.endsAt, place),
      ...writeRecurrence(event),
      ...writeText('summary', event.title),
      ...writeText('description', event.description, cleanText),
      ...writeText('location', event.location),
      ...(event.meetingLink === null ? [] : [writeLink(event.meetingLink)]),
      ...writeText('status', hasStatus ? event.status : null),
      ...writeText('transp', event.showsAs === 'FREE' ? 'TRANSPARENT' : 'OPAQUE'),
      ...(event.organizer ? [writePerson('organizer', event.organizer, {})] : []),
      ...event.participants.map(writeParticipant),
    ],
    [],
  ]
}

/** What is empty is left out. */
function writeText(name: string, text: string | null, clean = cleanLine): JcalProperty[] {
  const value = clean(text ?? '')
  return value === '' ? [] : [[name, {}, 'text', value]]
}

/** A URI is written as it is, so it must not have ends of lines. */
function writeLink(link: string): JcalProperty {
  return ['url', {}, 'uri', cleanLine(link)]
}

/** RFC 5545, 3.2.12 */
const PARTSTATS = {
  pending: 'NEEDS-ACTION',
  accepted: 'ACCEPTED',
  declined: 'DECLINED',
  tentative: 'TENTATIVE',
} as const satisfies Record<ParticipantStatus, string>

function writeParticipant(participant: CalendarParticipant): JcalProperty {
  return writePerson('attendee', participant, {
    partstat: PARTSTATS[participant.status],
    role: participant.isOptional ? 'OPT-PARTICIPANT' : 'REQ-PARTICIPANT',
    ...(participant.status === 'pending' ? { rsvp: 'TRUE' } : {}),
  })
}

function writePerson(name: string, person: CalendarPerson, parameters: Record<string, string>): JcalProperty {
  const commonName = cleanLine(person.name ?? '')
  const cn: Record<string, string> = commonName === '' ? {} : { cn: commonName }
  return [name, { ...cn, ...parameters }, 'cal-address', `mailto:${cleanLine(person.email)}`]
}
