import { dayOfMonth, monthNumber, weekdayOf } from './calendar-days.ts'
import { LONGEST_MONTHS, type RecurrenceRule, WEEKDAYS } from './recurrence-rule.ts'
import { everyUnit, inOrder, nameDays, nth, ordinal, type RecurrenceWords, setOf } from './recurrence-words.ts'
import { dayOf } from './wall-time.ts'

/** The days of a rule by the month or year, which takes from its start what it does not say; null where that is long. */
export function describeMonths(rule: RecurrenceRule, start: number, words: RecurrenceWords): string | null {
  const { frequency, interval, days, numbers } = rule
  const { BYMONTH, BYMONTHDAY, BYSETPOS } = numbers
  if (numbers.BYYEARDAY || numbers.BYWEEKNO) return describeYearDays(rule, start, words)
  const isYearly = frequency === 'YEARLY'
  if (BYMONTH && !isYearly && interval > 1) return null

  // Every month that is a March comes once a year.
  const every = everyUnit(BYMONTH ? { ...rule, frequency: 'YEARLY' } : rule)
  const all = describeAll(rule, words)
  if (all) {
    const named = BYMONTH ? `${all} in ${words.months(BYMONTH)}` : all
    return interval === 1 ? `every ${named}` : `every ${named} of ${every}`
  }
  if (days.length > 0) {
    const named = describeNth(rule, words)
    const period = BYMONTH ? ` of ${words.months(BYMONTH)}` : isYearly ? ' of the year' : ''
    return named && `${every} on ${named}${period}`
  }
  if (BYSETPOS) return null
  const dates = BYMONTHDAY ?? [dayOfMonth(dayOf(start))]
  const months = BYMONTH ?? (isYearly && !BYMONTHDAY ? [monthNumber(dayOf(start))] : [])
  const [date = 0, month = 0] = dates.length === 1 && months.length === 1 ? [...dates, ...months] : []
  if (date > 0 && date <= (LONGEST_MONTHS[month - 1] ?? 0)) return `${every} on ${words.dayAndMonth(date, month)}`
  const period = months.length > 0 ? ` of ${words.months(months)}` : isYearly ? ' of every month' : ''
  return `${every} on ${describeDates(dates, words)}${period}`
}

/** `Tuesday and Thursday`, `weekday`, `Friday the 13th`: for a rule that has every one of them. */
function describeAll({ days, numbers }: RecurrenceRule, words: RecurrenceWords): string | null {
  const { BYMONTHDAY, BYSETPOS } = numbers
  if (days.length === 0 || BYSETPOS || days.some(({ position }) => position !== null)) return null
  const names = nameDays(
    days.map(({ weekday }) => weekday),
    words,
  )
  if (!BYMONTHDAY) return names
  const [date = 0, ...moreDates] = BYMONTHDAY
  return days.length === 1 && moreDates.length === 0 && date > 0 ? `${names} the ${ordinal(date)}` : null
}

/** `the first and third Tuesday`, `the last weekday` */
function describeNth({ days, numbers }: RecurrenceRule, words: RecurrenceWords): string | null {
  const { BYMONTH, BYMONTHDAY, BYSETPOS, ...times } = numbers
  if (BYMONTHDAY) return null
  const weekdays = WEEKDAYS.filter((weekday) => days.some((day) => day.weekday === weekday))
  const positionsOf = (weekday: string) => days.flatMap((day) => (day.weekday === weekday ? [day.position ?? 0] : []))
  if (!BYSETPOS) {
    // Some days by number and all of others are too much for one sentence.
    if (days.some(({ position }) => position === null)) return null
    return words.list(weekdays.map((weekday) => `${theNth(positionsOf(weekday), words)} ${words.weekday(weekday)}`))
  }
  const isPlain = days.every(({ position }) => position === null) && Object.keys(times).length === 0
  if (!isPlain || (BYMONTH && BYMONTH.length > 1)) return null
  const isWeekend = weekdays.join() === 'SA,SU'
  return `${theNth(BYSETPOS, words)} ${isWeekend ? 'weekend day' : nameDays(weekdays, words, 'disjunction')}`
}

function theNth(positions: readonly number[], words: RecurrenceWords): string {
  return `the ${words.list(inOrder(positions).map(nth))}`
}

/** `the 1st and 15th`, `the last day`, `the 1st and the last day` */
function describeDates(dates: readonly number[], words: RecurrenceWords): string {
  const [fromStart, fromEnd] = [dates.filter((date) => date > 0), dates.filter((date) => date < 0)]
  return words.list([
    ...(fromStart.length > 0 ? [`the ${words.list(inOrder(fromStart).map(ordinal))}`] : []),
    ...(fromEnd.length > 0 ? [`${theNth(fromEnd, words)} day`] : []),
  ])
}

/** `every year on the 100th day of the year`, `every year on Monday of week 20` */
function describeYearDays(rule: RecurrenceRule, start: number, words: RecurrenceWords): string | null {
  const { BYYEARDAY, BYWEEKNO, BYMONTH, BYMONTHDAY, BYSETPOS } = rule.numbers
  if (rule.frequency !== 'YEARLY' || BYMONTH || BYMONTHDAY || BYSETPOS || (BYYEARDAY && BYWEEKNO)) return null
  if (BYYEARDAY) {
    const nths = inOrder(BYYEARDAY).map((day) => (day < 0 ? nth(day) : ordinal(day)))
    return rule.days.length > 0 ? null : `${everyUnit(rule)} on the ${words.list(nths)} day of the year`
  }
  const weekdays = rule.days.length > 0 ? rule.days.map(({ weekday }) => weekday) : [weekdayOf(dayOf(start))]
  const weeks = inOrder(BYWEEKNO ?? [])
  if (weeks.some((week) => week < 0)) return null
  const names = `${setOf(weekdays) ? 'every ' : ''}${nameDays(weekdays, words)}`
  return `${everyUnit(rule)} on ${names} of week${weeks.length > 1 ? 's' : ''} ${words.list(weeks.map(String))}`
}
