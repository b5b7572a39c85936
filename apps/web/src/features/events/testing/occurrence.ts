import type { CalendarEvent } from '../calendar-event.ts'

/** The occurrence of a weekly series on Tuesday, 10 June 2031, 10:00 to 11:30 in Berlin. */
export function occurrence(change: Partial<CalendarEvent> = {}): CalendarEvent {
  return {
    id: 'the-id',
    version: 1,
    sequence: 0,
    title: 'Standup',
    description: null,
    startsAt: '2031-06-10T08:00:00Z',
    endsAt: '2031-06-10T09:30:00Z',
    allDay: false,
    timeZone: 'Europe/Berlin',
    location: null,
    meetingLink: null,
    showsAs: 'BUSY',
    status: 'SCHEDULED',
    source: 'internal',
    participants: [
      {
        email: 'ana@lighthouse.example',
        name: 'Ana Silva',
        userId: 'ana',
        status: 'accepted',
        isOptional: false,
        isOrganizer: true,
      },
    ],
    conflicts: [],
    seriesId: 'the-series',
    recurrence: 'RRULE:FREQ=WEEKLY;BYDAY=TU',
    originalStartsAt: '2031-06-10T08:00:00Z',
    ownFields: [],
    aiScheduled: false,
    suggestion: null,
    reminderOffsetsMinutes: null,
    createdBy: 'ana',
    createdAt: '2031-01-01T00:00:00Z',
    updatedAt: '2031-01-01T00:00:00Z',
    mayChange: true,
    ...change,
  }
}
