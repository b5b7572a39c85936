import type { CalendarEvent } from '@astralis/core/ical/calendar-event'
import { writeCalendar } from '@astralis/core/ical/write-calendar'
import type { MailMessage } from '@astralis/core/mail/message'
import { Temporal } from '@astralis/core/temporal'

/** An address that mail in tests comes from. */
export const SENDER = { email: 'scheduling@example.com', name: 'AstralisOps' }

/** A mail that invites, with what the test wants to be different. */
export function sampleMail(changes: Partial<MailMessage> = {}): MailMessage {
  return {
    from: { email: SENDER.email, name: 'Ada Lovelace' },
    to: { email: 'grace@example.com', name: 'Grace Hopper' },
    replyTo: { email: 'ada@example.com', name: 'Ada Lovelace' },
    subject: 'Invitation: Planning',
    html: '<p>You are invited to <b>Planning</b>.</p>',
    text: 'You are invited to Planning.',
    calendar: sampleCalendar('REQUEST'),
    ...changes,
  }
}

/** A calendar file with one meeting, as our own writer writes it. */
export function sampleCalendar(
  method: 'REQUEST' | 'CANCEL',
  changes: Partial<CalendarEvent> = {},
): NonNullable<MailMessage['calendar']> {
  const writtenAt = Temporal.Instant.from('2026-03-01T12:00:00Z')
  return { method, content: writeCalendar({ method, writtenAt, events: [{ ...PLANNING, ...changes }] }) }
}

const PLANNING: CalendarEvent = {
  uid: '0b7f5c1e-8f43-4d0a-9a4e-2f1d6c3b5a79@example.com',
  sequence: 3,
  title: 'Planning',
  description: 'Bring numbers; and commas,\nand lines.',
  location: 'Room 7',
  meetingLink: 'https://meet.example.com/planning?a=1&b=2',
  allDay: false,
  startsAt: '2026-03-02T10:00:00',
  endsAt: '2026-03-02T11:00:00',
  timeZone: 'Europe/Berlin',
  recurrence: null,
  originalStartsAt: null,
  originalTimeZone: null,
  status: 'CONFIRMED',
  showsAs: 'BUSY',
  organizer: { email: SENDER.email, name: 'Ada Lovelace' },
  participants: [{ email: 'grace@example.com', name: 'Grace Hopper', status: 'pending', isOptional: false }],
}
