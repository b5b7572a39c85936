import type { CalendarEvent } from '../ical/calendar-event.ts'

/** What of an item is changed, and merged, together. */
export const FIELD_GROUPS = ['time', 'text', 'status', 'people'] as const
export type FieldGroup = (typeof FIELD_GROUPS)[number]

/** Some fields of an item. */
export type EventPart = Partial<CalendarEvent>

const VALUES: Record<FieldGroup, (event: CalendarEvent) => unknown[]> = {
  time: (event) => [event.allDay, event.startsAt, event.endsAt, event.timeZone, event.recurrence],
  text: (event) => [event.title, event.description, event.location, event.meetingLink],
  status: (event) => [event.status, event.showsAs],
  people: ({ organizer, participants }) => [
    organizer?.email ?? null,
    ...participants.map(({ email, status, isOptional }) => `${email} ${status} ${isOptional}`).toSorted(),
  ],
}

const PARTS: Record<FieldGroup, (event: CalendarEvent) => EventPart> = {
  time: ({ allDay, startsAt, endsAt, timeZone, recurrence, originalStartsAt, originalTimeZone }) => ({
    allDay,
    startsAt,
    endsAt,
    timeZone,
    recurrence,
    originalStartsAt,
    originalTimeZone,
  }),
  text: ({ title, description, location, meetingLink }) => ({ title, description, location, meetingLink }),
  status: ({ status, showsAs }) => ({ status, showsAs }),
  people: ({ organizer, participants }) => ({ organizer, participants }),
}

/** Canonical text of one group: equal for two forms of an item that say the same. */
export function groupValue(event: CalendarEvent, group: FieldGroup): string {
  return JSON.stringify(VALUES[group](event))
}

/** What belongs to one group of an item. */
export function groupPart(event: CalendarEvent, group: FieldGroup): EventPart {
  return PARTS[group](event)
}

/** The groups in which two forms of an item differ. */
export function differingGroups(a: CalendarEvent, b: CalendarEvent): FieldGroup[] {
  return FIELD_GROUPS.filter((group) => groupValue(a, group) !== groupValue(b, group))
}

/** `event` with these groups as `other` has them. */
export function withGroups(event: CalendarEvent, other: CalendarEvent, groups: readonly FieldGroup[]): CalendarEvent {
  return groups.reduce((result, group) => ({ ...result, ...groupPart(other, group) }), event)
}
