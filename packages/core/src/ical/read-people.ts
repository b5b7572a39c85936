import type { ParticipantStatus } from '../events/event.ts'
import { emailSchema } from '../people/email.ts'
import type { CalendarParticipant, CalendarPerson } from './calendar-event.ts'
import { findProperty } from './event-properties.ts'
import type { EventReading } from './event-reading.ts'
import { cleanLine } from './plain-text.ts'
import { quote, type Report } from './problem.ts'
import type { Property } from './property.ts'

/** ORGANIZER (RFC 5545, 3.8.4.3) */
export function readOrganizer({ properties, report }: EventReading): CalendarPerson | null {
  const organizer = findProperty(properties, 'ORGANIZER', report)
  return organizer ? readPerson(organizer, report) : null
}

/** ATTENDEE (RFC 5545, 3.8.4.1), each address once. */
export function readParticipants({ properties, report }: EventReading): CalendarParticipant[] {
  const byEmail = new Map<string, CalendarParticipant>()
  for (const attendee of properties.get('ATTENDEE') ?? []) {
    const person = readPerson(attendee, report)
    if (!person) continue
    if (byEmail.has(person.email))
      report(`${person.email} is an ATTENDEE already; the first one counts.`, attendee.line)
    else byEmail.set(person.email, { ...person, status: readStatus(attendee), isOptional: isOptional(attendee) })
  }
  return [...byEmail.values()]
}

/** `mailto:` in any case, or the address alone; programs whose addresses are none of mail's have EMAIL (RFC 7986, 6.2). */
function readPerson({ name, line, parameters, value }: Property, report: Report): CalendarPerson | null {
  const address = value.trim().replace(/^mailto:/i, '')
  const email = [address, parameters.get('EMAIL')]
    .map((text) => emailSchema.safeParse(text))
    .find(({ success }) => success)
  if (!email?.data) {
    report(`Expected an e-mail address in ${name}, found ${quote(value)}; it is left out.`, line)
    return null
  }
  return { email: email.data, name: cleanLine(parameters.get('CN') ?? '') || null }
}

/** RFC 5545, 3.2.12; whoever sends somebody else does not come. */
const STATUSES: ReadonlyMap<string, ParticipantStatus> = new Map([
  ['ACCEPTED', 'accepted'],
  ['DECLINED', 'declined'],
  ['DELEGATED', 'declined'],
  ['TENTATIVE', 'tentative'],
])

/** As the RFC has it, a value that is not known means that there is no answer yet. */
function readStatus({ parameters }: Property): ParticipantStatus {
  return STATUSES.get(parameters.get('PARTSTAT')?.trim().toUpperCase() ?? '') ?? 'pending'
}

/** RFC 5545, 3.2.16 */
function isOptional({ parameters }: Property): boolean {
  return ['OPT-PARTICIPANT', 'NON-PARTICIPANT'].includes(parameters.get('ROLE')?.trim().toUpperCase() ?? '')
}
