import type { EventDraft } from '../events/draft-event.ts'
import type { Event, OwnField } from '../events/event.ts'
import { moveRecurrence } from '../recurrence/move-recurrence.ts'
import type { SeriesTimes } from '../recurrence/recurrence.ts'
import { rezoneRecurrence } from '../recurrence/rezone-recurrence.ts'
import { epochToWall, formatWall, parseWall } from '../recurrence/wall-time.ts'
import { startAtSlot } from './draft-series.ts'
import { mergePeople } from './merge-people.ts'
import { changedFields } from './own-fields.ts'
import { type Series, seriesTime } from './series.ts'

/** A wish for a series, as somebody made it with one of its occurrences before their eyes. */
export interface SeriesWish {
  occurrence: Event
  /** What the occurrence is to be. */
  wanted: EventDraft
  /** Another rule for the series; undefined for the one it has. */
  recurrence: string | undefined
  /** False for somebody's answer, which is no edit: versions stay. */
  isEdit: boolean
}

export interface RedraftedSeries {
  series: Series
  /** What is different of every occurrence that has it from the series. */
  fields: OwnField[]
  /** How far slots move by the clock on the wall, milliseconds. */
  distance: number
}

/** The series after a wish. Throws RecurrenceError where its rule does not fit the new time. */
export function redraftSeries(series: Series, { occurrence, wanted, recurrence }: SeriesWish): RedraftedSeries {
  const fields = changedFields(occurrence, wanted)
  const changed = (field: OwnField) => fields.includes(field)
  const from = slotWall(series, occurrence)
  const time = changed('time') ? seriesTime(wanted, wanted.allDay, wanted.timeZone) : null
  const timeZone = time ? wanted.timeZone : series.timeZone
  const distance = time ? parseWall(time.startsAt) - from : 0
  const times = retime(series, { from, distance, timeZone, recurrence })
  const after: Series = {
    ...series,
    ...times,
    ...(time && { durationMinutes: time.durationMinutes, allDay: wanted.allDay }),
    ...(changed('title') && { title: wanted.title }),
    ...(changed('description') && { description: wanted.description }),
    ...(changed('location') && { location: wanted.location }),
    ...(changed('meetingLink') && { meetingLink: wanted.meetingLink }),
    ...(changed('showsAs') && { showsAs: wanted.showsAs }),
    ...(changed('status') && { status: wanted.status }),
    ...(changed('reminders') && { reminderOffsetsMinutes: wanted.reminderOffsetsMinutes }),
    participants: mergePeople(series.participants, occurrence.participants, wanted.participants),
  }
  return { series: after, fields, distance }
}

/** The slot of an occurrence by the clock on the wall of its series. */
function slotWall(series: Series, { originalStartsAt, startsAt }: Event): number {
  return epochToWall(series.timeZone, (originalStartsAt ?? startsAt).epochMilliseconds)
}

interface NewTime {
  from: number
  distance: number
  timeZone: string
  recurrence: string | undefined
}

function retime(series: Series, { from, distance, timeZone, recurrence }: NewTime): SeriesTimes {
  if (recurrence !== undefined)
    return startAtSlot({ startsAt: formatWall(parseWall(series.startsAt) + distance), timeZone, rules: recurrence })
  const moved = moveRecurrence(series, formatWall(from), formatWall(from + distance))
  return rezoneRecurrence(moved, timeZone)
}
