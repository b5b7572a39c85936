import type { CalendarEvent } from '../ical/calendar-event.ts'

/** What of an item is changed, and merged, together. */
export const FIELD_GROUPS = ['time', 'text', 'status', 'people'] as const
export type FieldGroup = (typeof FIELD_GROUPS)[number]

/** Canonical text of one group: equal for two forms of an item that say the same. */
export function groupValue(event: CalendarEvent, group: FieldGroup): string {
  switch (group) {
    case 'time':
      return JSON.stringify([event.allDay, event.startsAt, event.endsAt, event.timeZone, event.recurrence])
    case 'text':
      return JSON.stringify([event.title, event.description, event.location, event.meetingLink])
    case 'status':
      return JSON.stringify([event.status, event.showsAs])
    case 'people':
      return JSON.stringify([
        event.organizer?.email ?? null,
        ...event.participants.map(({ email, status, isOptional }) => `${email} ${status} ${isOptional}`).toSorted(),
      ])
  }
}

/** The groups in which two forms of an item differ. */
export function differingGroups(a: CalendarEvent, b: CalendarEvent): FieldGroup[] {
  return FIELD_GROUPS.filter((group) => groupValue(a, group) !== groupValue(b, group))
}

/** The fields of one or more groups. */
export type EventPart = Partial<CalendarEvent>

/** What belongs to one group of an item. */
export function groupPart(event: CalendarEvent, group: FieldGroup): EventPart {
  switch (group) {
    case 'time': {
      const { allDay, startsAt, endsAt, timeZone, recurrence, originalStartsAt, originalTimeZone } = event
      return { allDay, startsAt, endsAt, timeZone, recurrence, originalStartsAt, originalTimeZone }
    }
    case 'text': {
      const { title, description, location, meetingLink } = event
      return { title, description, location, meetingLink }
    }
    case 'status':
      return { status: event.status, showsAs: event.showsAs }
    case 'people':
      return { organizer: event.organizer, participants: event.participants }
  }
}

/** `event` with these groups as `other` has them. */
export function withGroups(event: CalendarEvent, other: CalendarEvent, groups: readonly FieldGroup[]): CalendarEvent {
  return groups.reduce((result, group) => ({ ...result, ...groupPart(other, group) }), event)
}
