import type { CalendarEvent } from '../ical/calendar-event.ts'
import { writeCalendar } from '../ical/write-calendar.ts'
import type { MailContent, EventMailKind } from './mail-content.ts'
import { isAddress } from './mail-people.ts'
import type { MailMessage } from './message.ts'
import { safeLink } from './safe-link.ts'

/** RFC 5546, 3.2.2 and 3.2.5 */
const METHODS = {
  invitation: 'REQUEST',
  update: 'REQUEST',
  cancellation: 'CANCEL',
  removal: 'CANCEL',
  reminder: null,
} as const satisfies Record<EventMailKind, string | null>

/** What the recipient's calendar is to do; null for a reminder. Throws as `writeCalendar` does. */
export function mailCalendar(content: MailContent): MailMessage['calendar'] {
  const method = METHODS[content.kind]
  if (method === null) return null
  // The cancellation of a series is that of all its occurrences.
  const events = method === 'CANCEL' ? [content.event] : [content.event, ...content.exceptions]
  const written = events.map((event) => asSent(event, content))
  return { method, content: writeCalendar({ method, writtenAt: content.writtenAt, events: written }) }
}

/**
 * The organizer is the address that the mail comes from: programs refuse an invitation from anybody else. Who is no
 * longer asked gets a cancellation that names them alone, of an event that takes place (RFC 5546, 3.2.5).
 */
function asSent(event: CalendarEvent, { kind, sender, recipient }: MailContent): CalendarEvent {
  const people = event.participants.filter(({ email }) => isAddress(email))
  const removed = { email: recipient.email, name: recipient.name, status: 'pending', isOptional: false } as const
  const own = people.find(({ email }) => email === recipient.email) ?? removed
  return {
    ...event,
    organizer: { email: sender.email, name: event.organizer?.name ?? event.organizer?.email ?? sender.name },
    participants: kind === 'removal' ? [own] : people,
    status: kind === 'cancellation' ? 'CANCELLED' : kind === 'removal' ? 'CONFIRMED' : event.status,
    meetingLink: safeLink(event.meetingLink),
  }
}
