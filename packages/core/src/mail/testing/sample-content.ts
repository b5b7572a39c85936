import type { CalendarEvent } from '../../ical/calendar-event.ts'
import { Temporal } from '../../temporal.ts'
import type { MailContent } from '../mail-content.ts'

/** One hour on a Tuesday in Berlin. */
export const PLANNING: CalendarEvent = {
  uid: 'planning@example.com',
  sequence: 0,
  title: 'Planning',
  description: 'Bring your numbers.\n\nWe begin on time.',
  location: 'Room 2',
  meetingLink: 'https://meet.example.com/planning?a=1&b=2',
  allDay: false,
  startsAt: '2026-03-10T10:00:00',
  endsAt: '2026-03-10T11:00:00',
  timeZone: 'Europe/Berlin',
  recurrence: null,
  originalStartsAt: null,
  originalTimeZone: null,
  status: 'CONFIRMED',
  showsAs: 'BUSY',
  organizer: { email: 'ana@example.com', name: 'Ana Lopes' },
  participants: [
    { email: 'ana@example.com', name: 'Ana Lopes', status: 'accepted', isOptional: false },
    { email: 'ben@example.com', name: 'Ben Okafor', status: 'pending', isOptional: false },
    { email: 'cleo@example.com', name: null, status: 'pending', isOptional: true },
  ],
}

/** Ten o'clock on every Tuesday until the end of June. */
export const WEEKLY: CalendarEvent = { ...PLANNING, recurrence: 'RRULE:FREQ=WEEKLY;UNTIL=20260630T080000Z' }

/** An occurrence of `WEEKLY` that takes place at other times. */
export function movedOccurrence(from: string, startsAt: string, endsAt: string): CalendarEvent {
  const original = { originalStartsAt: from, originalTimeZone: 'Europe/Berlin' }
  return { ...WEEKLY, recurrence: null, startsAt, endsAt, ...original }
}

/** An invitation to `PLANNING`, or what `changes` make of it. */
export function sampleContent(changes: Partial<MailContent> = {}): MailContent {
  return {
    kind: 'invitation',
    recipient: { email: 'ben@example.com', name: 'Ben Okafor', timeZone: 'Europe/Berlin' },
    sender: { email: 'scheduling@astralis.example', name: 'AstralisOps Scheduling' },
    writtenAt: Temporal.Instant.from('2026-03-01T12:00:00Z'),
    event: PLANNING,
    exceptions: [],
    previous: null,
    answerUrl: 'https://scheduling.astralis.example/answer/abc',
    ...changes,
  }
}
