import { monthNumber, weekdayOf } from '@astralis/core/recurrence/calendar-days'
import { findPlace, monthsOf, placeLike, type PlaceInMonth } from '@astralis/core/recurrence/place-in-month'
import { WEEKDAYS, type Frequency, type RecurrenceRule, type Weekday } from '@astralis/core/recurrence/recurrence-rule'
import { dayOf } from '@astralis/core/recurrence/wall-time'
import { FIRST_DAY_OF_WEEK } from '../../lib/locale.ts'

/** The days on which an event repeats, as the editor can express them. `month` is 1 to 12. */
export type RepeatDays =
  | { frequency: 'DAILY' }
  | { frequency: 'WEEKLY'; weekdays: readonly Weekday[] }
  | { frequency: 'MONTHLY'; place: PlaceInMonth }
  | { frequency: 'YEARLY'; month: number; place: PlaceInMonth }

/** Counts days of a month from its first: the 12th. */
export const BY_DATE: PlaceInMonth = { weekday: null, position: 1 }

/** The days that the start itself suggests. */
export function daysFrom(frequency: Frequency, start: number): RepeatDays {
  const day = dayOf(start)
  if (frequency === 'DAILY') return { frequency }
  if (frequency === 'WEEKLY') return { frequency, weekdays: [weekdayOf(day)] }
  const place = placeLike(BY_DATE, day)
  return frequency === 'MONTHLY' ? { frequency, place } : { frequency, month: monthNumber(day), place }
}

/** The days of a rule that begins at `start`; null for one that the editor can not express. */
export function readDays(rule: RecurrenceRule, start: number): RepeatDays | null {
  const { frequency, interval, days, numbers } = rule
  if (frequency === 'MONTHLY' || frequency === 'YEARLY') return readMonths(rule, start)
  if (Object.keys(numbers).length > 0) return null
  const weekdays = WEEKDAYS.filter((weekday) => days.some((day) => day.weekday === weekday))
  if (weekdays.length === 0) return daysFrom(frequency, start)
  return frequency === 'WEEKLY' || interval === 1 ? { frequency: 'WEEKLY', weekdays } : null
}

function readMonths(rule: RecurrenceRule, start: number): RepeatDays | null {
  const place = findPlace(rule, start)
  const [month = 1, ...moreMonths] = monthsOf(rule, start)
  if (!place) return null
  if (rule.frequency === 'MONTHLY') return rule.numbers.BYMONTH ? null : { frequency: 'MONTHLY', place }
  return moreMonths.length === 0 ? { frequency: 'YEARLY', month, place } : null
}

/** The rule on other days, and perhaps every so many other weeks; its end stays. */
export function withDays(rule: RecurrenceRule, days: RepeatDays, interval = rule.interval): RecurrenceRule {
  const { frequency } = days
  const bare: RecurrenceRule = { ...rule, frequency, interval, days: [], numbers: {}, weekStart: 'MO' }
  if (frequency === 'DAILY') return bare
  if (frequency === 'WEEKLY') return withWeekdays(bare, days.weekdays, countsWeeks(rule) ? rule.weekStart : WEEK_START)
  const parts = partsOf(days.place)
  if (frequency === 'MONTHLY') return { ...bare, ...parts }
  return { ...bare, ...parts, numbers: { BYMONTH: [days.month], ...parts.numbers } }
}

const WEEK_START = WEEKDAYS[FIRST_DAY_OF_WEEK - 1] ?? 'MO'

function withWeekdays(bare: RecurrenceRule, weekdays: readonly Weekday[], weekStart: Weekday): RecurrenceRule {
  const days = WEEKDAYS.filter((weekday) => weekdays.includes(weekday)).map((weekday) => ({ weekday, position: null }))
  const rule = { ...bare, days }
  return countsWeeks(rule) ? { ...rule, weekStart } : rule
}

/** Which day begins the week matters only where weeks are left out between several days. */
function countsWeeks({ frequency, interval, days }: RecurrenceRule): boolean {
  return frequency === 'WEEKLY' && interval > 1 && days.length > 1
}

function partsOf({ weekday, position }: PlaceInMonth): Pick<RecurrenceRule, 'days' | 'numbers'> {
  return weekday ? { days: [{ weekday, position }], numbers: {} } : { days: [], numbers: { BYMONTHDAY: [position] } }
}
