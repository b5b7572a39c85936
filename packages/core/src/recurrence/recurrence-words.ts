import { Temporal } from '../temporal.ts'
import { DAY } from '../time/zone-offsets.ts'
import { type RecurrenceRule, type Weekday, WEEKDAYS } from './recurrence-rule.ts'
import { dayOf } from './wall-time.ts'

/** Names as a locale writes them. Months are 1 to 12. */
export interface RecurrenceWords {
  weekday: (weekday: Weekday) => string
  months: (months: readonly number[]) => string
  /** The date of a wall time, such as `12 March 2027`; and one without its year. */
  date: (wall: number) => string
  dayAndMonth: (day: number, month: number) => string
  /** With `and`, or with `or`. */
  list: (items: readonly string[], type?: 'conjunction' | 'disjunction') => string
}

/** 1970-01-05 was a Monday. */
const MONDAY = 4 * DAY

export function wordsOf(locale: string): RecurrenceWords {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options })
  const [weekdays, months] = [format({ weekday: 'long' }), format({ month: 'long' })]
  const [dates, days] = [format({ dateStyle: 'long' }), format({ day: 'numeric', month: 'long' })]
  const list: RecurrenceWords['list'] = (items, type = 'conjunction') =>
    new Intl.ListFormat(locale.startsWith('en') ? locale : 'en', { type }).format(items)
  return {
    weekday: (weekday) => weekdays.format(MONDAY + WEEKDAYS.indexOf(weekday) * DAY),
    months: (numbers) => list(inOrder(numbers).map((month) => months.format(inLeapYear(1, month)))),
    date: (wall) => dates.format(dayOf(wall) * DAY),
    dayAndMonth: (day, month) => days.format(inLeapYear(day, month)),
    list,
  }
}

function inLeapYear(day: number, month: number): number {
  return new Temporal.PlainDate(2000, month, day).toZonedDateTime('UTC').epochMilliseconds
}

const UNITS = { DAILY: 'day', WEEKLY: 'week', MONTHLY: 'month', YEARLY: 'year' }

/** `every week`, `every other week`, `every 3 weeks` */
export function everyUnit({ interval, frequency }: RecurrenceRule): string {
  const unit = UNITS[frequency]
  return interval < 3 ? `every ${interval === 2 ? 'other ' : ''}${unit}` : `every ${interval} ${unit}s`
}

const NTH = ['', 'first', 'second', 'third', 'fourth', 'fifth']

/** `first` to `fifth`, `20th`, `last`, `second to last` */
export function nth(position: number): string {
  if (position === -1) return 'last'
  return position < 0 ? `${nth(-position)} to last` : (NTH[position] ?? ordinal(position))
}

/** `1st`, `12th`, `23rd` */
export function ordinal(number: number): string {
  const isTeen = number % 100 > 10 && number % 100 < 14
  return `${number}${isTeen ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th')}`
}

/** `once`, `twice`, `3 times` */
export function numberOfTimes(count: number): string {
  return count < 3 ? (['never', 'once', 'twice'][count] ?? '') : `${count} times`
}

/** `1 date`, `2 dates` */
export function countOf(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`
}

/** Ascending, and what counts from the end after everything else. */
export function inOrder(numbers: readonly number[]): number[] {
  return numbers.toSorted((a, b) => Number(a < 0) - Number(b < 0) || a - b)
}

const SETS: Record<string, string> = { 'MO,TU,WE,TH,FR': 'weekday', 'MO,TU,WE,TH,FR,SA,SU': 'day' }

/** What several weekdays are called together; null for those without such a name. */
export function setOf(weekdays: readonly Weekday[]): string | null {
  return SETS[WEEKDAYS.filter((weekday) => weekdays.includes(weekday)).join(',')] ?? null
}

/** `weekday`, `Monday and Wednesday` */
export function nameDays(
  weekdays: readonly Weekday[],
  words: RecurrenceWords,
  type: 'conjunction' | 'disjunction' = 'conjunction',
): string {
  const sorted = WEEKDAYS.filter((weekday) => weekdays.includes(weekday))
  return setOf(weekdays) ?? words.list(sorted.map(words.weekday), type)
}
