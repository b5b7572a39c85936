import type { calendar_v3 } from '@googleapis/calendar'
import type { CalendarEvent } from '@astralis/core/ical/calendar-event'
import type { FieldGroup } from '@astralis/core/sync/field-groups'
import type { NewItem } from '../provider.ts'
import { NO_TITLE, OWN_ID_KEY } from './google-event-schema.ts'
import { writeMeetingLink } from './google-meeting-link.ts'
import { type CalendarOwner, writeAttendees } from './google-people.ts'
import { writeDateTime } from './google-time.ts'

type GoogleBody = calendar_v3.Schema$Event

/** A whole event under an id of ours. */
export function writeNewEvent({ remoteId, ownId, event }: NewItem, owner: CalendarOwner): GoogleBody {
  const { extendedProperties, ...body } = writeGroups(event, ['time', 'text', 'status', 'people'], owner)
  const properties = { ...extendedProperties?.private, [OWN_ID_KEY]: ownId }
  return withoutNulls({ ...body, id: remoteId, extendedProperties: { private: withoutNulls(properties) } })
}

/**
 * Exactly what the groups say, for a patch (RFC 7396): null takes away what was there, which the library's types do not
 * know of properties.
 */
export function writeGroups(event: CalendarEvent, groups: readonly FieldGroup[], owner: CalendarOwner): GoogleBody {
  return Object.assign({}, ...groups.map((group) => GROUPS[group](event, owner)))
}

const GROUPS: Record<FieldGroup, (event: CalendarEvent, owner: CalendarOwner) => object> = {
  time: (event, { calendar }) => writeTime(event, event.timeZone ?? calendar.timeZone),
  text: writeText,
  status: ({ status, showsAs }) => ({
    status: status.toLowerCase(),
    transparency: showsAs === 'FREE' ? 'transparent' : 'opaque',
  }),
  people: (event, owner) => ({ attendees: writeAttendees(event, owner) }),
}

/** An exception has no recurrence of its own. */
function writeTime(event: CalendarEvent, timeZone: string): object {
  const { allDay, startsAt, endsAt, recurrence, originalStartsAt } = event
  const at = (wall: string) =>
    allDay
      ? { date: wall.slice(0, 'YYYY-MM-DD'.length), dateTime: null, timeZone: null }
      : { date: null, dateTime: writeDateTime(wall, timeZone), timeZone }
  const times = { start: at(startsAt), end: at(endsAt) }
  if (originalStartsAt !== null) return times
  return { ...times, recurrence: recurrence?.split('\n').map((line) => writeLine(line, timeZone)) ?? [] }
}

/** Local times have to name their zone (RFC 5545, 3.2.19). */
function writeLine(line: string, timeZone: string): string {
  const [, name, times] = /^(RDATE|EXDATE):(.*)$/.exec(line) ?? []
  if (name === undefined || times === undefined) return line
  return timeZone === 'UTC' ? `${name}:${times.replaceAll(/(?=,|$)/g, 'Z')}` : `${name};TZID=${timeZone}:${times}`
}

function writeText({ title, description, location, meetingLink }: CalendarEvent): object {
  const written = writeMeetingLink(description, meetingLink)
  return {
    summary: title === NO_TITLE ? '' : title,
    description: written.description,
    location: location ?? '',
    extendedProperties: { private: written.properties },
  }
}

function withoutNulls<T extends object>(value: T): T {
  return JSON.parse(JSON.stringify(value, (_key, part: unknown) => part ?? undefined))
}
