import type { Recurrence } from '../recurrence.ts'
import { type NumberPart, type RecurrenceRule, WEEKDAYS } from '../recurrence-rule.ts'

const DAY = 86_400_000

/**
 * The oracle: the starts of a series in UTC, straight from the table of RFC 5545 (3.3.10) and with no thought for speed.
 * Period after period from the first one on: its days, those that every part has, their times of day, the chosen ones of
 * them. Epoch milliseconds from `from` to `to` (not included).
 */
export function slowRecurrence(
  { rule, extra, excluded, excludedDates }: Recurrence,
  start: number,
  { from, to, limit }: { from: number; to: number; limit: number },
): number[] {
  const own = rule ? slowRule(rule, start, to) : [start]
  return [...new Set([...own, ...extra])]
    .filter((epoch) => epoch >= from && epoch < to)
    .filter((epoch) => !excluded.includes(epoch) && !excludedDates.includes(epoch - (epoch % DAY)))
    .toSorted((a, b) => a - b)
    .slice(0, limit)
}

/** The starts of the rule alone, before `to`. */
function slowRule(rule: RecurrenceRule, start: number, to: number): number[] {
  const starts: number[] = []
  const full = withStartParts(rule, start)
  for (let index = 0; ; index++) {
    const days = daysOf(full, start, index)
    if ((days[0] ?? 0) >= to) return starts
    const set = days.filter((day) => hasDay(full, day)).flatMap((day) => timesOf(full).map((time) => day + time))
    for (const epoch of atPositions(set, rule.numbers.BYSETPOS)) {
      if (epoch < start) continue
      if (epoch >= to || epoch > (rule.until ?? Infinity) || starts.length === (rule.count ?? Infinity)) return starts
      starts.push(epoch)
    }
  }
}

/** "Information that is missing is taken from DTSTART": the time of day, and the day where no part chooses one. */
function withStartParts(rule: RecurrenceRule, start: number): RecurrenceRule {
  const date = new Date(start)
  const { frequency } = rule
  const { BYMONTH, BYMONTHDAY, BYYEARDAY, BYWEEKNO } = rule.numbers
  const time = {
    BYHOUR: [date.getUTCHours()],
    BYMINUTE: [date.getUTCMinutes()],
    BYSECOND: [date.getUTCSeconds()],
  }
  const full = { ...rule, numbers: { ...time, ...rule.numbers } }
  if (frequency === 'DAILY' || rule.days.length > 0 || BYMONTHDAY || BYYEARDAY) return full
  if (frequency === 'WEEKLY' || BYWEEKNO)
    return { ...full, days: [{ weekday: WEEKDAYS[weekdayOf(start)] ?? 'MO', position: null }] }
  full.numbers.BYMONTHDAY = [date.getUTCDate()]
  if (frequency === 'YEARLY' && !BYMONTH) full.numbers.BYMONTH = [date.getUTCMonth() + 1]
  return full
}

/** All days of the index-th period of the rule (midnights). */
function daysOf({ frequency, interval, weekStart, numbers }: RecurrenceRule, start: number, index: number): number[] {
  const first = start - (start % DAY)
  const date = new Date(start)
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()]
  const steps = index * interval
  if (frequency === 'DAILY') return [first + steps * DAY]
  if (frequency === 'WEEKLY') {
    const monday = beginOfWeek(first, weekStart) + steps * 7 * DAY
    return daysBetween(monday, monday + 7 * DAY)
  }
  if (frequency === 'MONTHLY')
    return daysBetween(Date.UTC(year, month + steps, 1), Date.UTC(year, month + steps + 1, 1))
  if (numbers.BYWEEKNO) {
    const year = weekYearOf(first, weekStart) + steps
    return daysBetween(beginOfWeekYear(year, weekStart), beginOfWeekYear(year + 1, weekStart))
  }
  return daysBetween(Date.UTC(year + steps, 0, 1), Date.UTC(year + steps + 1, 0, 1))
}

/** True where every part that is given has the day. */
function hasDay({ frequency, days, numbers, weekStart }: RecurrenceRule, day: number): boolean {
  const date = new Date(day)
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()]
  const isIn = (part: NumberPart, begin: number, end: number, unit = DAY) => {
    const list = numbers[part]
    const [index, length] = [Math.floor((day - begin) / unit) + 1, (end - begin) / unit]
    return !list || list.includes(index) || list.includes(index - length - 1)
  }
  const [monthBegin, monthEnd] = [Date.UTC(year, month, 1), Date.UTC(year, month + 1, 1)]
  const [yearBegin, yearEnd] = [Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 1)]
  const weekYear = weekYearOf(day, weekStart)
  const [weeksBegin, weeksEnd] = [beginOfWeekYear(weekYear, weekStart), beginOfWeekYear(weekYear + 1, weekStart)]
  // "Within the month or year": of the year only for a yearly rule without months.
  const isWithinYear = frequency === 'YEARLY' && !numbers.BYMONTH
  const [begin, end] = isWithinYear ? [yearBegin, yearEnd] : [monthBegin, monthEnd]
  const isNth = (position: number | null) =>
    position === null ||
    position === Math.floor((day - begin) / (7 * DAY)) + 1 ||
    position === -Math.floor((end - day - DAY) / (7 * DAY)) - 1
  return (
    (!numbers.BYMONTH || numbers.BYMONTH.includes(month + 1)) &&
    isIn('BYMONTHDAY', monthBegin, monthEnd) &&
    isIn('BYYEARDAY', yearBegin, yearEnd) &&
    isIn('BYWEEKNO', weeksBegin, weeksEnd, 7 * DAY) &&
    (days.length === 0 || days.some((one) => WEEKDAYS[weekdayOf(day)] === one.weekday && isNth(one.position)))
  )
}

function timesOf({ numbers }: RecurrenceRule): number[] {
  const inOrder = (part: NumberPart) => [...new Set(numbers[part])].toSorted((a, b) => a - b)
  return inOrder('BYHOUR').flatMap((hour) =>
    inOrder('BYMINUTE').flatMap((minute) =>
      inOrder('BYSECOND').map((second) => (hour * 3600 + minute * 60 + second) * 1000),
    ),
  )
}

function atPositions(set: readonly number[], positions: readonly number[] | undefined): readonly number[] {
  if (!positions) return set
  return set.filter((_, index) => positions.includes(index + 1) || positions.includes(index - set.length))
}

/** 0 for Monday. */
function weekdayOf(day: number): number {
  return (new Date(day).getUTCDay() + 6) % 7
}

function beginOfWeek(day: number, weekStart: RecurrenceRule['weekStart']): number {
  return day - ((weekdayOf(day) - WEEKDAYS.indexOf(weekStart) + 7) % 7) * DAY
}

/** The year that the day's week belongs to: that of its fourth day, a Thursday where weeks begin on Monday. */
function weekYearOf(day: number, weekStart: RecurrenceRule['weekStart']): number {
  return new Date(beginOfWeek(day, weekStart) + 3 * DAY).getUTCFullYear()
}

/** The first week of a year has at least four days in it, and so the fourth of January. */
function beginOfWeekYear(year: number, weekStart: RecurrenceRule['weekStart']): number {
  return beginOfWeek(Date.UTC(year, 0, 4), weekStart)
}

function daysBetween(begin: number, end: number): number[] {
  return Array.from({ length: (end - begin) / DAY }, (_, index) => begin + index * DAY)
}
