import type { CalendarEvent, CalendarTimes } from '../ical/calendar-event.ts'
import { formatWall, toTimeZone, wallOf } from '../ical/moment.ts'
import { describeRecurrence } from '../recurrence/describe-recurrence.ts'
import { expandStored } from '../recurrence/expand-recurrence.ts'
import { EARLIEST, epochToWall, LATEST } from '../recurrence/wall-time.ts'

/**
 * The rule of a series, such as `Every other Tuesday until 12 March 2027`; null for what happens once. It counts by the
 * series' own clocks, where it may be another day than the reader's. Throws RecurrenceError.
 */
export function tellRepeats({ recurrence, startsAt, timeZone }: CalendarEvent, readerZone: string): string | null {
  if (recurrence === null) return null
  const words = describeRecurrence({ startsAt, timeZone: timeZone ?? 'UTC', rules: recurrence }, 'en-GB')
  const sentence = words.charAt(0).toUpperCase() + words.slice(1)
  return timeZone === null || timeZone === readerZone ? sentence : `${sentence}, by the clocks of ${timeZone}`
}

/** When a series takes place first: its own start may have been cancelled alone. Throws RecurrenceError. */
export function firstTimes(event: CalendarEvent): CalendarTimes {
  const { recurrence, startsAt, endsAt } = event
  if (recurrence === null || !/^EXDATE/m.test(recurrence)) return event
  const timeZone = event.timeZone ?? 'UTC'
  const window = { from: EARLIEST, to: LATEST, limit: 1 }
  const [first] = expandStored({ startsAt, timeZone, rules: recurrence }, window)
  if (first === undefined) return event
  const wall = epochToWall(timeZone, first)
  const local = formatWall(wall)
  const end = formatWall(wall + wallOf(endsAt) - wallOf(startsAt))
  return local === null || end === null ? event : { ...event, startsAt: local, endsAt: end }
}

/** Where an exception would have been by its series' rule, on the clocks of `timeZone`; null for what is no exception. */
export function slotOf({ originalStartsAt, originalTimeZone }: CalendarEvent, timeZone: string): string | null {
  if (originalStartsAt === null) return null
  return toTimeZone({ local: originalStartsAt, timeZone: originalTimeZone }, timeZone) ?? originalStartsAt
}
