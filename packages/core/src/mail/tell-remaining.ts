import type { CalendarTimes } from '../ical/calendar-event.ts'
import { toTimeZone, wallOf } from '../ical/moment.ts'
import type { Temporal } from '../temporal.ts'
import { DAY, MINUTE } from '../time/zone-offsets.ts'
import { epochAt } from './tell-time.ts'

const HOUR = 60 * MINUTE

/**
 * How long it is until an event begins: `in 45 minutes`, `in 24 hours`, `in 2 days`, `now`; of whole days `today`,
 * `tomorrow`; null for what has begun. Times without a zone mean the clocks of `timeZone`. Throws RangeError for
 * an unknown zone.
 */
export function tellRemaining(times: CalendarTimes, writtenAt: Temporal.Instant, timeZone: string): string | null {
  if (times.allDay) return tellDaysUntil(times.startsAt, writtenAt, timeZone)
  const startsAt = epochAt(times.startsAt, times.timeZone ?? timeZone)
  const minutes = Math.round((startsAt - writtenAt.epochMilliseconds) / MINUTE)
  if (minutes === 0) return 'now'
  return minutes < 0 ? null : `in ${tellLength(minutes * MINUTE)}`
}

function tellDaysUntil(startsAt: string, writtenAt: Temporal.Instant, timeZone: string): string | null {
  const local = writtenAt.toString({ smallestUnit: 'second' }).slice(0, -1)
  const here = toTimeZone({ local, timeZone: 'UTC' }, timeZone) ?? local
  const days = Math.round((wallOf(startsAt) - wallOf(`${here.slice(0, 'YYYY-MM-DD'.length)}T00:00:00`)) / DAY)
  if (days < 0) return null
  return ['today', 'tomorrow'][days] ?? `in ${days} days`
}

/** In the two largest units: up to two days in hours, beyond that to the hour. */
function tellLength(length: number): string {
  if (length < HOUR) return countOf(length / MINUTE, 'minute')
  if (length < 2 * DAY) return inTwo(length, HOUR, 'hour', MINUTE, 'minute')
  return inTwo(Math.round(length / HOUR) * HOUR, DAY, 'day', HOUR, 'hour')
}

function inTwo(length: number, large: number, largeName: string, small: number, smallName: string): string {
  const rest = (length % large) / small
  const first = countOf(Math.floor(length / large), largeName)
  return rest === 0 ? first : `${first} ${countOf(rest, smallName)}`
}

function countOf(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}
