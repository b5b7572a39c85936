import type { CalendarEvent } from '../ical/calendar-event.ts'
import { formatRecurrence, parseRecurrence, type Recurrence } from '../recurrence/recurrence.ts'
import { dayOf, formatCompact, parseWall, timeOfDay } from '../recurrence/wall-time.ts'

/**
 * RRULE, RDATE and EXDATE lines in the one form of `CalendarEvent.recurrence` that compares equal for all that say the
 * same: parts, times and lines in order, UNTIL in UTC, and dates only in a series of whole days (RFC 5545, 3.3.10).
 * Throws RecurrenceError.
 */
export function canonicalRecurrence(
  lines: string,
  { allDay, startsAt, timeZone }: Pick<CalendarEvent, 'allDay' | 'startsAt' | 'timeZone'>,
): string {
  if (!allDay) {
    const recurrence = parseRecurrence({ startsAt, timeZone: timeZone ?? 'UTC', rules: lines })
    return formatRecurrence(withoutDates(recurrence, timeOfDay(parseWall(startsAt))))
  }
  const recurrence = parseRecurrence({ startsAt, timeZone: 'UTC', rules: lines })
  const { rule, extra, excluded, excludedDates } = recurrence
  const until = formatCompact(rule?.until ?? 0).slice(0, 'YYYYMMDD'.length)
  const days = [...excludedDates, ...excluded.map((wall) => wall - timeOfDay(wall))]
  const dates = extra.map((wall) => wall - timeOfDay(wall))
  return formatRecurrence({ rule, extra: dates, excluded: [], excludedDates: days })
    .replace(/UNTIL=\w+/, `UNTIL=${until}`)
    .replace(/^RDATE:.*$/m, (line) => line.replace('RDATE:', 'RDATE;VALUE=DATE:').replaceAll(/T\d{6}/g, ''))
}

/** A left out date leaves out what begins on it: that can be said in times, unless the rule has times of its own. */
function withoutDates(recurrence: Recurrence, time: number): Recurrence {
  const { rule, extra, excluded, excludedDates } = recurrence
  const { BYHOUR, BYMINUTE, BYSECOND } = rule?.numbers ?? {}
  if (BYHOUR ?? BYMINUTE ?? BYSECOND) return recurrence
  const days = new Set(excludedDates.map(dayOf))
  return {
    rule,
    extra: extra.filter((wall) => !days.has(dayOf(wall))),
    excluded: [...excluded, ...excludedDates.map((wall) => wall + time)],
    excludedDates: [],
  }
}
