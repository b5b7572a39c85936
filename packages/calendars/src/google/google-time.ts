import type { CalendarTimes } from '@astralis/core/ical/calendar-event'
import { findTimeZone } from '@astralis/core/ical/time-zone-name'
import { epochOf, epochToWall, formatWall, parseWall } from '@astralis/core/recurrence/wall-time'
import { Temporal } from '@astralis/core/temporal'
import type { GoogleEvent } from './google-event-schema.ts'

type GoogleTime = NonNullable<GoogleEvent['start']>

/** A moment as Google says it: a date, or an instant (epoch milliseconds) in a zone. */
export type Moment = { date: string } | { epoch: number; timeZone: string }

const DATE = /^\d{4}-\d\d-\d\d$/
const DATE_TIME = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.\d+)?(Z|[+-]\d\d:\d\d)?$/i

/** Null for what is no time. Without a zone that is known, `timeZone` counts. */
export function readMoment(time: GoogleTime | undefined, timeZone: string): Moment | null {
  if (time?.date !== undefined) return isDate(time.date) ? { date: time.date } : null
  const [, local, offset] = DATE_TIME.exec(time?.dateTime ?? '') ?? []
  if (local === undefined) return null
  const zone = findZone(time?.timeZone) ?? timeZone
  try {
    const epoch =
      offset === undefined
        ? epochOf(zone, parseWall(local))
        : Temporal.Instant.from(`${local}${offset}`).epochMilliseconds
    return { epoch, timeZone: zone }
  } catch {
    return null
  }
}

/** Names come by the thousand, and few are different. */
const known = new Map<string, string | null>()
const MAX_KNOWN = 1000

function findZone(name: string | undefined): string | null {
  if (name === undefined) return null
  const found = known.get(name)
  if (found !== undefined) return found
  const zone = findTimeZone(name)
  if (known.size >= MAX_KNOWN) known.clear()
  known.set(name, zone)
  return zone
}

function isDate(text: string): boolean {
  if (!DATE.test(text)) return false
  try {
    return Temporal.PlainDate.from(text).toString() === text
  } catch {
    return false
  }
}

/** Local wall time in a zone, or midnight of a date. */
export function wallOf(moment: Moment, timeZone: string): string {
  return 'date' in moment ? `${moment.date}T00:00:00` : formatWall(epochToWall(timeZone, moment.epoch))
}

/** RFC 3339 in UTC, or the date. */
export function instantOf(moment: Moment): string {
  return 'date' in moment ? moment.date : `${formatWall(moment.epoch)}Z`
}

const YEARS = /^(?!0000)\d{4}-/

/** The times of an event, or one sentence on why they are none. */
export function readTimes(event: GoogleEvent, timeZone: string): CalendarTimes | string {
  const start = readMoment(event.start, timeZone)
  const end = readMoment(event.end, timeZone)
  if (!start) return 'It has no start that can be read.'
  if (!end || 'date' in start !== 'date' in end) return 'It has no end that can be read.'
  const times = placeTimes(start, end, event.recurrence !== undefined)
  if (!YEARS.test(times.startsAt) || !YEARS.test(times.endsAt)) return 'It is beyond the years 0001 to 9999.'
  return times.startsAt < times.endsAt ? times : 'It does not end after its start.'
}

/** What happens once, in an hour that a clock shows twice, has its times in UTC: the clock alone would mean the first. */
function placeTimes(start: Moment, end: Moment, isSeries: boolean): CalendarTimes {
  if ('date' in start || 'date' in end) {
    return { allDay: true, startsAt: wallOf(start, 'UTC'), endsAt: wallOf(end, 'UTC'), timeZone: null }
  }
  const isExact = [start, end].every(({ epoch }) => isFirst(start.timeZone, epoch))
  const timeZone = isSeries || isExact ? start.timeZone : 'UTC'
  return { allDay: false, startsAt: wallOf(start, timeZone), endsAt: wallOf(end, timeZone), timeZone }
}

function isFirst(timeZone: string, epoch: number): boolean {
  return epochOf(timeZone, epochToWall(timeZone, epoch)) === epoch
}

/** The instant of a local wall time (RFC 3339, UTC), as our own reading of clocks has it. */
export function writeDateTime(wall: string, timeZone: string): string {
  return `${formatWall(epochOf(timeZone, parseWall(wall)))}Z`
}
