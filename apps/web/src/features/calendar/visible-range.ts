import type { Temporal } from '@astralis/core/temporal'
import { formatDate, formatDateRange, formatMonth } from '../../lib/format-time.ts'
import type { CalendarView } from './calendar-view.ts'

type PlainDate = Temporal.PlainDate

/** Both days included. */
export interface DateRange {
  first: PlainDate
  last: PlainDate
}

const LAST_DAY_OF_WEEK = 6

/** The first day of the week that `date` is in; `firstDay` is 1 for Monday to 7 for Sunday. */
export function startOfWeek(date: PlainDate, firstDay: number): PlainDate {
  return date.subtract({ days: (date.dayOfWeek - firstDay + 7) % 7 })
}

/** The days a view shows around `date`; a month is shown in whole weeks. */
export function visibleDates(view: CalendarView, date: PlainDate, firstDay: number): DateRange {
  if (view === 'day') return { first: date, last: date }
  const from = view === 'month' ? date.with({ day: 1 }) : date
  const to = view === 'month' ? date.with({ day: date.daysInMonth }) : date
  return {
    first: startOfWeek(from, firstDay),
    last: startOfWeek(to, firstDay).add({ days: LAST_DAY_OF_WEEK }),
  }
}

/** The stretch of time that whole days of `timeZone` cover, for the API. */
export function spanOfDates({ first, last }: DateRange, timeZone: string): { from: string; to: string } {
  const from = first.toZonedDateTime(timeZone)
  const to = last.add({ days: 1 }).toZonedDateTime(timeZone)
  return { from: from.toInstant().toString(), to: to.toInstant().toString() }
}

/** The date that "next" (1) or "previous" (-1) leads to. */
export function stepDate(view: CalendarView, date: PlainDate, direction: 1 | -1): PlainDate {
  if (view === 'day') return date.add({ days: direction })
  if (view === 'week') return date.add({ weeks: direction })
  return date.add({ months: direction })
}

/** `March 9 – 15, 2026`, `March 2026` or `Tuesday, March 10, 2026`. */
export function titleOf(view: CalendarView, date: PlainDate, firstDay: number): string {
  if (view === 'day') return formatDate(date, 'full')
  if (view === 'month') return formatMonth(date)
  const { first, last } = visibleDates('week', date, firstDay)
  return formatDateRange(first, last, 'long')
}

/** The same for a narrow screen: `Mar 9 – 15, 2026`, `March 2026` or `Tue, Mar 10`. */
export function shortTitleOf(view: CalendarView, date: PlainDate, firstDay: number): string {
  if (view === 'day') return formatDate(date, 'short')
  if (view === 'month') return formatMonth(date)
  const { first, last } = visibleDates('week', date, firstDay)
  return formatDateRange(first, last, 'short')
}
