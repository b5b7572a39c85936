import type { CalendarTimes } from '../ical/calendar-event.ts'
import { formatWall, toTimeZone, wallOf } from '../ical/moment.ts'
import { DAY } from '../time/zone-offsets.ts'
import { clockOf, longDate, shortDate } from './words-of-dates.ts'

/** When an event happens, on the clocks of a reader; `own` on its own clocks, where they show something else. */
export interface ToldTimes {
  told: string
  own: string | null
}

/**
 * Such as `Tuesday, 10 March 2026, 10:00 – 11:00, Europe/Berlin (Central European Standard Time)`. Whole days, and times
 * without a zone, are the same everywhere. Throws RangeError for an unknown zone.
 */
export function tellTimes(times: CalendarTimes, timeZone: string): ToldTimes {
  if (times.allDay) return { told: tellDays(times), own: null }
  if (times.timeZone === null) return { told: `${tellSpan(times)}, on the clock where you are`, own: null }
  const there = onClocksOf(times, timeZone)
  const isSame = there.startsAt === times.startsAt && there.endsAt === times.endsAt
  return {
    told: `${tellSpan(there)}, ${tellZone(times, there.timeZone ?? timeZone)}`,
    own: isSame ? null : `${tellSpan(times)}, ${tellZone(times, times.timeZone)}`,
  }
}

/** `Tue 10 Mar 2026 10:00 (Europe/Berlin)` */
export function tellStart(times: CalendarTimes, timeZone: string): string {
  if (times.allDay) return tellDaysBriefly(times)
  const there = onClocksOf(times, timeZone)
  return `${tellMoment(there.startsAt)}${there.timeZone === null ? '' : ` (${there.timeZone})`}`
}

/** `Tue 10 Mar 2026 10:00` of a local wall time */
export function tellMoment(local: string): string {
  return `${shortDate(local)} ${clockOf(local)}`
}

/** The same times on other clocks; as they are where they have no zone, and beyond the years that calendars know. */
export function onClocksOf(times: CalendarTimes, timeZone: string): CalendarTimes {
  if (times.allDay || times.timeZone === null) return times
  const startsAt = toTimeZone({ local: times.startsAt, timeZone: times.timeZone }, timeZone)
  const endsAt = toTimeZone({ local: times.endsAt, timeZone: times.timeZone }, timeZone)
  return startsAt === null || endsAt === null ? times : { ...times, startsAt, endsAt, timeZone }
}

/** Epoch milliseconds of a local wall time; without a zone, as if it were in UTC. Throws RangeError for an unknown zone. */
export function epochAt(local: string, timeZone: string | null): number {
  return wallOf(toTimeZone({ local, timeZone }, 'UTC') ?? local)
}

/** The last day of an event of whole days. */
function lastDay({ startsAt, endsAt }: CalendarTimes): string {
  const last = formatWall(wallOf(endsAt) - DAY) ?? endsAt
  return last < startsAt ? startsAt : last
}

function tellDays(times: CalendarTimes): string {
  const last = lastDay(times)
  const days = longDate(times.startsAt)
  return last === times.startsAt ? `${days} (all day)` : `${days} – ${longDate(last)} (all day)`
}

function tellDaysBriefly(times: CalendarTimes): string {
  const last = lastDay(times)
  const day = shortDate(times.startsAt)
  return last === times.startsAt ? day : `${day} – ${shortDate(last)}`
}

function tellSpan({ startsAt, endsAt }: CalendarTimes): string {
  const start = `${longDate(startsAt)}, ${clockOf(startsAt)}`
  if (startsAt === endsAt) return start
  if (dateOf(endsAt) === dateOf(startsAt)) return `${start} – ${clockOf(endsAt)}`
  const isMidnight = clockOf(endsAt) === '00:00' && wallOf(endsAt) - wallOf(startsAt) <= DAY
  return isMidnight ? `${start} – midnight` : `${start} – ${longDate(endsAt)}, ${clockOf(endsAt)}`
}

function dateOf(local: string): string {
  return local.slice(0, 'YYYY-MM-DD'.length)
}

/** With both names where the clocks change in between: only they tell the two 02:30 of such a night apart. */
function tellZone({ startsAt, endsAt, timeZone: own }: CalendarTimes, timeZone: string): string {
  const format = zoneNames(timeZone)
  const [first = '', last = ''] = [startsAt, endsAt].map((local) => {
    const parts = format.formatToParts(epochAt(local, own))
    return parts.find(({ type }) => type === 'timeZoneName')?.value
  })
  const names = first === last ? first : `${first} at the start, ${last} at the end`
  return names === timeZone || names === '' ? timeZone : `${timeZone} (${names})`
}

const formats = new Map<string, Intl.DateTimeFormat>()
const MAX_FORMATS = 500

/** Kept, because making one takes longer than all the rest of a mail. */
function zoneNames(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  const format = new Intl.DateTimeFormat('en-GB', { timeZone, timeZoneName: 'long' })
  if (formats.size >= MAX_FORMATS) formats.clear()
  formats.set(timeZone, format)
  return format
}
