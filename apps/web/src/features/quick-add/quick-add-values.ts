import { organizer, type EventFormValues } from '../events/event-form-values.ts'
import type { Understanding } from './understand.ts'

/** The form of a new event, filled in with what was understood. */
export function quickAddValues(
  { title, allDay, timeZone, startsAt, endsAt, people, location, recurrence }: Understanding,
  user: { email: string; name: string },
): EventFormValues {
  const guests = people.filter(({ email }) => email !== user.email)
  return {
    title,
    allDay,
    timeZone,
    startsAt,
    endsAt,
    participants: [
      organizer(user),
      ...guests.map((guest) => ({ ...guest, isOptional: false, isOrganizer: false, status: 'pending' as const })),
    ],
    location,
    meetingLink: '',
    description: '',
    showsAs: 'BUSY',
    recurrence,
    reminderOffsetsMinutes: null,
  }
}
