import type { EventDraft } from '../events/draft-event.ts'
import type { EventSource, OwnField } from '../events/event.ts'
import { refuseTooMany } from '../recurrence/expand-recurrence.ts'
import { findNext } from '../recurrence/find-next.ts'
import { formatRecurrence, parseRecurrence, type SeriesTimes } from '../recurrence/recurrence.ts'
import { RecurrenceError } from '../recurrence/recurrence-error.ts'
import { formatWall, parseWall } from '../recurrence/wall-time.ts'
import { MINUTE } from '../time/zone-offsets.ts'
import { type Series, type SeriesDraft, seriesTime, spanOfSlot } from './series.ts'

/** An event as a series: it begins with the rule's first occurrence at the event's time or later. */
export function draftSeries(event: EventDraft, recurrence: string): SeriesDraft {
  const { startsAt, durationMinutes } = seriesTime(event, event.allDay, event.timeZone)
  if (event.startsAt.epochMilliseconds % MINUTE !== 0 || !Number.isInteger(durationMinutes))
    throw new RecurrenceError('Expected whole minutes in an event that repeats.')
  const times = startAtSlot({ startsAt, timeZone: event.timeZone, rules: recurrence })
  const { title, description, location, meetingLink, showsAs, reminderOffsetsMinutes, allDay, status, participants } =
    event
  const text = { title, description, location, meetingLink, showsAs, reminderOffsetsMinutes }
  return { ...times, durationMinutes, ...text, allDay, status, participants }
}

/** The same series in the product's own form, from its first occurrence on. */
export function startAtSlot(times: SeriesTimes): SeriesTimes {
  const recurrence = parseRecurrence(times)
  const start = parseWall(times.startsAt)
  const first = recurrence.rule ? findNext(recurrence.rule, start, start) : start
  if (first === null) throw new RecurrenceError('This rule has no occurrence.')
  refuseTooMany(times)
  return { startsAt: formatWall(first), timeZone: times.timeZone, rules: formatRecurrence(recurrence) }
}

/** An event that is yet to be written, or to be written anew. */
export interface OccurrenceDraft extends EventDraft {
  id: string
  source: EventSource
  /** From 1 on; rises with every edit. */
  version: number
  sequence: number
  createdBy: string | null
  seriesId: string | null
  originalStartsAt: EventDraft['startsAt'] | null
  ownFields: OwnField[]
}

/** The occurrence of one slot (epoch milliseconds), as its series says. */
export function draftOccurrence(series: Series, slot: number, id: string): OccurrenceDraft {
  const span = spanOfSlot(series, slot)
  const { title, description, location, meetingLink, showsAs, reminderOffsetsMinutes, allDay, timeZone } = series
  const { status, participants } = series
  return {
    id,
    source: series.source,
    version: 1,
    sequence: 0,
    createdBy: series.createdBy,
    seriesId: series.id,
    originalStartsAt: span.startsAt,
    ownFields: [],
    suggestion: null,
    ...span,
    title,
    description,
    location,
    meetingLink,
    showsAs,
    reminderOffsetsMinutes,
    allDay,
    timeZone,
    status,
    participants,
  }
}
