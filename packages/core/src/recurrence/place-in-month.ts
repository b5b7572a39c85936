import { dayOfMonth, firstDayOf, monthNumber, monthOf, weekdayOf, weekOf } from './calendar-days.ts'
import type { RecurrenceRule, Weekday } from './recurrence-rule.ts'
import { dayOf } from './wall-time.ts'

/** The 12th of a month, or with a weekday its second Tuesday; negative positions count from the end. */
export interface PlaceInMonth {
  weekday: Weekday | null
  position: number
}

const ALL_MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]
const SHORTEST = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** The months of the year, 1 to 12, in which a rule by the month happens; from its start where it does not say. */
export function monthsOf({ frequency, numbers }: RecurrenceRule, start: number): readonly number[] {
  if (numbers.BYMONTH) return numbers.BYMONTH
  return frequency === 'MONTHLY' ? ALL_MONTHS : [monthNumber(dayOf(start))]
}

/** Where in its months a rule happens; null for one that is not by the month, or has several days in one. */
export function findPlace({ frequency, days, numbers }: RecurrenceRule, start: number): PlaceInMonth | null {
  const { BYMONTH, BYMONTHDAY = [], ...others } = numbers
  const named = days.length + BYMONTHDAY.length
  const isByMonth = frequency === 'MONTHLY' || (frequency === 'YEARLY' && (BYMONTH !== undefined || named === 0))
  if (!isByMonth || named > 1 || Object.keys(others).length > 0) return null
  const [day] = days
  if (!day) return { weekday: null, position: BYMONTHDAY[0] ?? dayOfMonth(dayOf(start)) }
  return day.position === null ? null : { weekday: day.weekday, position: day.position }
}

/** True where each of the months has the place in every year. */
export function isInEvery(months: readonly number[], { weekday, position }: PlaceInMonth): boolean {
  const size = Math.abs(position)
  return weekday === null ? months.every((month) => size <= (SHORTEST[month - 1] ?? 0)) : size <= 4
}

/** The place of a day, counted as in another place: a date or a weekday, from the start or from the end. */
export function placeLike({ weekday, position }: PlaceInMonth, day: number): PlaceInMonth {
  const index = dayOfMonth(day)
  const fromEnd = day - firstDayOf(monthOf(day) + 1)
  if (weekday === null) return { weekday, position: position > 0 ? index : fromEnd }
  const [nth, nthFromEnd] = [Math.ceil(index / 7), -Math.ceil(-fromEnd / 7)]
  // Not every month has five: what would be the fifth is the last, or the first.
  const isFromEnd = position > 0 ? nth > 4 : nthFromEnd >= -4
  return { weekday: weekdayOf(day), position: isFromEnd ? nthFromEnd : nth }
}

/** The day of a month that is in a place. */
export function dayIn(month: number, { weekday, position }: PlaceInMonth): number {
  const [first, end] = [firstDayOf(month), firstDayOf(month + 1)]
  if (weekday === null) return position > 0 ? first + position - 1 : end + position
  return position > 0 ? weekOf(first + 6, weekday) + 7 * (position - 1) : weekOf(end - 1, weekday) + 7 * (position + 1)
}
