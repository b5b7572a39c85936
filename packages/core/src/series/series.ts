import type { DraftParticipant, EventDraft } from '../events/draft-event.ts'
import type { EventSource, EventStatus } from '../events/event.ts'
import type { SeriesTimes } from '../recurrence/recurrence.ts'
import { Temporal } from '../temporal.ts'
import { DAY, MINUTE } from '../time/zone-offsets.ts'
import type { Span } from '../time/span.ts'
import { epochOf, epochToWall, formatWall, parseWall, wallToEpoch } from '../recurrence/wall-time.ts'

type Text = Pick<
  EventDraft,
  'title' | 'description' | 'location' | 'meetingLink' | 'showsAs' | 'allDay' | 'reminderOffsetsMinutes'
>

/** What a series says of each of its occurrences: when they are, and what a new one begins as. */
export interface SeriesDraft extends SeriesTimes, Text {
  /** Of an all-day series in days of 1,440 minutes, whatever the clocks do. */
  durationMinutes: number
  /** CANCELLED for a series that goes on no more. */
  status: EventStatus
  participants: DraftParticipant[]
}

export interface Series extends SeriesDraft {
  id: string
  /** Where it is owned, and so all that its occurrences are. */
  source: EventSource
  /** RFC 5545, 3.8.7.4 */
  sequence: number
  /** The first occurrence that has no event yet; null when there is none to come. */
  nextStartsAt: Temporal.Instant | null
  /** The series that this was split from. */
  splitFrom: string | null
  createdBy: string | null
  createdAt: Temporal.Instant
  updatedAt: Temporal.Instant
}

/** An occurrence whose slot it is (epoch milliseconds): the time that the series gives it. */
export function spanOfSlot(series: Pick<SeriesDraft, 'allDay' | 'durationMinutes' | 'timeZone'>, slot: number): Span {
  return {
    startsAt: Temporal.Instant.fromEpochMilliseconds(slot),
    endsAt: Temporal.Instant.fromEpochMilliseconds(endOfSlot(series, slot)),
  }
}

function endOfSlot(
  { allDay, durationMinutes, timeZone }: Pick<SeriesDraft, 'allDay' | 'durationMinutes' | 'timeZone'>,
  slot: number,
): number {
  const length = durationMinutes * MINUTE
  if (!allDay) return slot + length
  const [end = slot + length] = wallToEpoch(timeZone, [epochToWall(timeZone, slot) + length])
  return end
}

/** When a series begins. */
export function startOf({ startsAt, timeZone }: SeriesTimes): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(epochOf(timeZone, parseWall(startsAt)))
}

/** Start and length of an event as a series has them. A length in days where it takes whole days. */
export function seriesTime(
  { startsAt, endsAt }: Span,
  allDay: boolean,
  timeZone: string,
): Pick<SeriesDraft, 'startsAt' | 'durationMinutes'> {
  const start = epochToWall(timeZone, startsAt.epochMilliseconds)
  const end = epochToWall(timeZone, endsAt.epochMilliseconds)
  const length = allDay ? Math.round((end - start) / DAY) * DAY : endsAt.epochMilliseconds - startsAt.epochMilliseconds
  return { startsAt: formatWall(start), durationMinutes: length / MINUTE }
}
