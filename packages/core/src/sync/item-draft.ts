import type { DraftParticipant, EventDraft } from '../events/draft-event.ts'
import type { CalendarEvent } from '../ical/calendar-event.ts'
import { EARLIEST, epochOf, LATEST, parseWall } from '../recurrence/wall-time.ts'
import { Temporal } from '../temporal.ts'
import { type Span, spanProblem } from '../time/span.ts'

/** What an item can not be here, in words for people. */
export class ItemError extends Error {
  override name = 'ItemError'
}

type Content = Omit<EventDraft, 'status' | 'suggestion' | 'reminderOffsetsMinutes'>

/**
 * What an item of a linked calendar says, as an event has it. `timeZone` is where whole days, and times without a zone,
 * are. Throws ItemError for what can not be an event.
 */
export function contentOf(event: CalendarEvent, timeZone: string): Content {
  const { title, description, location, meetingLink, showsAs, allDay } = event
  const zone = event.timeZone ?? timeZone
  return {
    title,
    description,
    location,
    meetingLink,
    showsAs,
    allDay,
    timeZone: zone,
    ...spanOf(event, zone),
    participants: peopleOf(event),
  }
}

function spanOf({ startsAt, endsAt }: CalendarEvent, zone: string): Span {
  const [start, end] = [startsAt, endsAt].map((wall) => epochOf(zone, parseWall(wall)))
  if (start === undefined || end === undefined || start < EARLIEST || end >= LATEST)
    throw new ItemError('It is not between the years 1970 and 2199.')
  const span = {
    startsAt: Temporal.Instant.fromEpochMilliseconds(start),
    endsAt: Temporal.Instant.fromEpochMilliseconds(end),
  }
  const problem = spanProblem(span)
  if (problem) throw new ItemError(problem)
  return span
}

/** One of them is the organizer, as everywhere here. */
function peopleOf({ organizer, participants }: CalendarEvent): DraftParticipant[] {
  const email = organizer?.email ?? participants[0]?.email
  if (email === undefined) throw new ItemError('Nobody takes part in it.')
  const isListed = participants.some((person) => person.email === email)
  const missing = isListed
    ? []
    : [{ email, name: organizer?.name ?? null, status: 'accepted' as const, isOptional: false, isOrganizer: true }]
  return [...missing, ...participants.map((person) => ({ ...person, isOrganizer: person.email === email }))]
}
