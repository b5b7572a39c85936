import { type Weekday, WEEKDAYS } from './recurrence-rule.ts'

/*
 * The Gregorian calendar in whole numbers, because rules look at tens of thousands of days and Temporal takes
 * microseconds for each. A day is counted from 1970-01-01, a month from January of the year 0.
 */

/** The first day of a month. */
export function firstDayOf(month: number): number {
  // Counted in years that begin in March, so that a leap day is the last of its year.
  const year = Math.floor((month - 2) / 12)
  const sinceMarch = month - 2 - 12 * year
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400)
  return 365 * year + leapDays + Math.floor((153 * sinceMarch + 2) / 5) - 719_468
}

/** The month that a day is in. */
export function monthOf(day: number): number {
  let month = Math.floor((day + 719_528) / 30.436_875)
  while (firstDayOf(month) > day) month--
  while (firstDayOf(month + 1) <= day) month++
  return month
}

/** January of the month's year. */
export function januaryOf(month: number): number {
  return Math.floor(month / 12) * 12
}

/** 1 to 12 */
export function monthNumber(day: number): number {
  const month = monthOf(day)
  return month - januaryOf(month) + 1
}

/** 1 to 31 */
export function dayOfMonth(day: number): number {
  return day - firstDayOf(monthOf(day)) + 1
}

export function weekdayOf(day: number): Weekday {
  return WEEKDAYS[daysSince(day, 'MO')] ?? 'MO'
}

/** The day on which the day's week begins. */
export function weekOf(day: number, weekStart: Weekday): number {
  return day - daysSince(day, weekStart)
}

/** How many days ago a weekday was, 0 to 6. 1970-01-05 was a Monday. */
function daysSince(day: number, weekday: Weekday): number {
  const days = day - 4 - WEEKDAYS.indexOf(weekday)
  return days - 7 * Math.floor(days / 7)
}
