import type { DraftParticipant, EventDraft } from '../events/draft-event.ts'
import type { Event } from '../events/event.ts'
import { formatRecurrence, parseRecurrence } from '../recurrence/recurrence.ts'
import { epochOf, epochToWall, formatCompact, formatWall, parseWall } from '../recurrence/wall-time.ts'
import { type Series, spanOfSlot } from '../series/series.ts'
import type { CalendarEvent, CalendarTimes } from './calendar-event.ts'

/**
 * A series as other programs know it (RFC 5545, 3.8.4.4): the master, which leaves out what was cancelled alone, and an
 * exception for each of `occurrences` that is not as the series has it. All have the series' id as `uid`. For one person
 * with `email`, it leaves out those that take place without them as well.
 */
export function seriesEvents(
  series: Series,
  occurrences: readonly CalendarOccurrence[],
  email?: string,
): CalendarEvent[] {
  const isAsked = ({ participants }: CalendarOccurrence) =>
    email === undefined || participants.some((person) => person.email === email)
  const isOff = (event: CalendarOccurrence) =>
    series.status !== 'CANCELLED' && (event.status === 'CANCELLED' || !isAsked(event))
  const exceptions = occurrences.filter((event) => !isOff(event) && isException(series, event))
  return [masterOf(series, occurrences.filter(isOff)), ...exceptions.map((event) => occurrenceEvent(series, event))]
}

/** What happens once. Its `uid` is its id. */
export function singleEvent(event: EventDraft & { id: string; sequence: number }): CalendarEvent {
  return {
    ...contentOf(event, event.id, event.sequence),
    ...timesOf(event),
    recurrence: null,
    originalStartsAt: null,
    originalTimeZone: null,
  }
}

/** One occurrence of a series by itself (RFC 5545, 3.8.4.4: RECURRENCE-ID is its slot). */
export function occurrenceEvent(series: Series, event: CalendarOccurrence): CalendarEvent {
  return {
    ...contentOf(event, series.id, Math.max(series.sequence, event.sequence)),
    ...timesOf(event),
    recurrence: null,
    originalStartsAt: formatWall(slotWall(series, event)),
    originalTimeZone: series.allDay ? null : series.timeZone,
  }
}

/** What an occurrence has to say for itself in a calendar. */
export type CalendarOccurrence = EventDraft & Pick<Event, 'sequence' | 'originalStartsAt' | 'ownFields'>

function masterOf(series: Series, cancelled: readonly CalendarOccurrence[]): CalendarEvent {
  const { timeZone, startsAt } = series
  const recurrence = parseRecurrence(series)
  const excluded = [...recurrence.excluded, ...cancelled.map((event) => slotWall(series, event))]
  return {
    ...contentOf(series, series.id, series.sequence),
    ...timesOf({ ...series, ...spanOfSlot(series, epochOf(timeZone, parseWall(startsAt))) }),
    recurrence: withEndInDates(formatRecurrence({ ...recurrence, excluded }), series),
    originalStartsAt: null,
    originalTimeZone: null,
  }
}

type Content = Pick<EventDraft, 'title' | 'description' | 'location' | 'meetingLink' | 'showsAs' | 'status'> & {
  participants: readonly DraftParticipant[]
}

function contentOf(event: Content, uid: string, sequence: number) {
  const { title, description, location, meetingLink, showsAs, status, participants } = event
  const organizer = participants.find(({ isOrganizer }) => isOrganizer)
  return {
    uid,
    sequence,
    title,
    description,
    location,
    meetingLink,
    showsAs,
    status: status === 'CANCELLED' ? ('CANCELLED' as const) : ('CONFIRMED' as const),
    organizer: organizer ? { email: organizer.email, name: organizer.name } : null,
    participants: participants.map((person) => ({
      email: person.email,
      name: person.name,
      status: person.status,
      isOptional: person.isOptional,
    })),
  }
}

function timesOf({
  startsAt,
  endsAt,
  allDay,
  timeZone,
}: Pick<EventDraft, 'startsAt' | 'endsAt' | 'allDay' | 'timeZone'>): CalendarTimes {
  const local = (instant: EventDraft['startsAt']) => formatWall(epochToWall(timeZone, instant.epochMilliseconds))
  return { allDay, startsAt: local(startsAt), endsAt: local(endsAt), timeZone: allDay ? null : timeZone }
}

/** What was changed for it alone, or somebody's answer to it alone. */
export function isException(series: Series, { ownFields, participants }: CalendarOccurrence): boolean {
  return ownFields.length > 0 || answersOf(participants) !== answersOf(series.participants)
}

function answersOf(people: readonly DraftParticipant[]): string {
  return people
    .map(({ email, status }) => `${email} ${status}`)
    .toSorted()
    .join(', ')
}

function slotWall({ timeZone }: Series, { originalStartsAt, startsAt }: CalendarOccurrence): number {
  return epochToWall(timeZone, (originalStartsAt ?? startsAt).epochMilliseconds)
}

/** Times of a series of whole days are dates (RFC 5545, 3.3.10: UNTIL is of the kind that DTSTART is). */
function withEndInDates(lines: string, { allDay, timeZone, startsAt, rules }: Series): string {
  if (!allDay) return lines
  const until = parseRecurrence({ startsAt, timeZone, rules }).rule?.until ?? 0
  const date = formatCompact(epochToWall(timeZone, until)).slice(0, 'YYYYMMDD'.length)
  return lines
    .replace(/UNTIL=\w+/, `UNTIL=${date}`)
    .replaceAll(
      /^(RDATE|EXDATE):(.*)$/gm,
      (_line, name: string, times: string) => `${name};VALUE=DATE:${times.replaceAll(/T\d{6}/g, '')}`,
    )
}
