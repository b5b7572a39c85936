import type { CalendarTimes } from './calendar-event.ts'
import { findProperty } from './event-properties.ts'
import { type EventReading, type ReadTime, readTimeOf } from './event-reading.ts'
import { addDuration, toTimeZone } from './moment.ts'
import { quote } from './problem.ts'

const MIDNIGHT = 'T00:00:00'

/**
 * When an event is that begins at `start`, by DTEND or DURATION (RFC 5545, 3.6.1). One without an end, or with one before
 * its start, lasts a day if it is of whole days, and else ends as it starts. Null, with a problem, at the end of time.
 */
export function readTimes(reading: EventReading, start: ReadTime): CalendarTimes | null {
  const { local: startsAt, timeZone, isDate: allDay } = start
  const shortest = allDay ? addDuration(start, 'P1D') : startsAt
  if (shortest === null) {
    reading.report('Expected an end in the year 9999 or before; the event is left out.', reading.line)
    return null
  }
  const end = readEnd(reading, start)
  if (end === null ? !allDay : end <= startsAt)
    reading.report(
      `Expected an end after the start; this event ${allDay ? 'lasts one day' : 'ends as it starts'}.`,
      reading.line,
    )
  return { allDay, startsAt, endsAt: end !== null && end > startsAt ? end : shortest, timeZone }
}

/** A local time of the start's zone, at midnight where the start is a date. */
function readEnd(reading: EventReading, start: ReadTime): string | null {
  const end = reading.properties.has('DTEND') ? readTimeOf(reading, 'DTEND') : readDuration(reading, start)
  if (!end) return null
  const isAlike = end.isDate === start.isDate && (end.timeZone === null) === (start.timeZone === null)
  if (!isAlike)
    reading.report('Expected a start and an end that both are dates, have a zone, or have none.', reading.line)
  return start.isDate ? toMidnight(end.local) : toTimeZone(end, start.timeZone)
}

function readDuration({ properties, report }: EventReading, start: ReadTime): ReadTime | null {
  const duration = findProperty(properties, 'DURATION', report)
  if (!duration) return null
  const local = addDuration(start, duration.value.trim())
  if (local === null) report(`Expected a DURATION such as PT1H30M, found ${quote(duration.value)}.`, duration.line)
  return local === null ? null : { ...start, local }
}

/** Whole days last until the end of the day. */
function toMidnight(local: string): string | null {
  const day = local.slice(0, -MIDNIGHT.length) + MIDNIGHT
  return day === local ? day : addDuration({ local: day, timeZone: null }, 'P1D')
}
