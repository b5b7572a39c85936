import { DAY } from '../time/zone-offsets.ts'
import { dayOfMonth, firstDayOf, januaryOf, monthNumber, monthOf, weekdayOf, weekOf } from './calendar-days.ts'
import { NUMBER_PARTS, type RecurrenceRule, type RuleDay, type Weekday } from './recurrence-rule.ts'
import { dayOf, timeOfDay } from './wall-time.ts'

/** The parts with which rrule-temporal is asked, by frequency: at most one that chooses days, and a year's months. */
const PLAIN: Record<RecurrenceRule['frequency'], string[]> = {
  DAILY: ['', 'BYDAY'],
  WEEKLY: ['', 'BYDAY'],
  MONTHLY: ['', 'BYDAY', 'BYMONTHDAY'],
  YEARLY: ['', 'BYMONTH', 'BYMONTH BYDAY', 'BYMONTH BYMONTHDAY'],
}

/**
 * True where several parts may have to agree, such as on a Friday that is a 13th. RFC 5545 (3.3.10) takes the days that all
 * of them have; the library takes, in a yearly rule, those that any has, and gives up on days that are far between.
 */
export function isCrossed({ frequency, days, numbers }: RecurrenceRule): boolean {
  const parts = NUMBER_PARTS.filter((part) => numbers[part])
  return !PLAIN[frequency].includes([...parts, ...(days.length > 0 ? ['BYDAY'] : [])].join(' '))
}

/** Such a rule's starts between two wall times, both included, ascending, each when it is asked for; without UNTIL. */
export function* expandCrossedRule(rule: RecurrenceRule, start: number, from: number, to: number): Generator<number> {
  const chosen = withStartDay(rule, start)
  const times = timesOf(rule, start)
  let known = 0
  for (let index = firstPeriod(rule, start, from); ; index++) {
    const [first, end] = periodAt(rule, dayOf(start), index)
    if (first * DAY > to) return
    const walls: number[] = []
    for (let day = first; day < end; day++)
      if (agrees(chosen, day)) walls.push(...times.map((time) => day * DAY + time))
    for (const wall of atPositions(walls, rule.numbers.BYSETPOS)) {
      if (wall < start) continue
      if (wall > to || known === (rule.count ?? Infinity)) return
      known++
      if (wall >= from) yield wall
    }
  }
}

/** A week by itself, or by its number, means the first occurrence's day of it; so do a month and a year. */
function withStartDay(rule: RecurrenceRule, start: number): RecurrenceRule {
  const { frequency, days, numbers } = rule
  const { BYMONTH, BYMONTHDAY, BYYEARDAY, BYWEEKNO } = numbers
  if (frequency === 'DAILY' || days.length > 0 || BYMONTHDAY || BYYEARDAY) return rule
  const day = dayOf(start)
  if (frequency === 'WEEKLY' || BYWEEKNO) return { ...rule, days: [{ weekday: weekdayOf(day), position: null }] }
  const ofMonth = frequency === 'YEARLY' && !BYMONTH ? { BYMONTH: [monthNumber(day)] } : {}
  return { ...rule, numbers: { ...numbers, ...ofMonth, BYMONTHDAY: [dayOfMonth(day)] } }
}

/** The days of the longest period; a year of weeks has 53 at most. */
const LONGEST = { DAILY: 1, WEEKLY: 7, MONTHLY: 31, YEARLY: 371 }

/** A period before which nothing matters: without COUNT none does that ends before somebody looks. */
function firstPeriod({ frequency, interval, count }: RecurrenceRule, start: number, from: number): number {
  if (count !== null) return 0
  return Math.max(0, Math.floor((dayOf(from) - dayOf(start)) / (LONGEST[frequency] * interval)) - 1)
}

/** The first day of a period and that after its last. The first period is the one that the first occurrence is in. */
function periodAt(rule: RecurrenceRule, start: number, index: number): [first: number, end: number] {
  const { frequency, numbers, weekStart } = rule
  const steps = index * rule.interval
  if (frequency === 'DAILY') return [start + steps, start + steps + 1]
  if (frequency === 'WEEKLY') {
    const first = weekOf(start, weekStart) + 7 * steps
    return [first, first + 7]
  }
  if (frequency === 'MONTHLY') return [firstDayOf(monthOf(start) + steps), firstDayOf(monthOf(start) + steps + 1)]
  if (numbers.BYWEEKNO) return weeksOf(yearOfWeek(start, weekStart) + 12 * steps, weekStart)
  const january = januaryOf(monthOf(start)) + 12 * steps
  return [firstDayOf(january), firstDayOf(january + 12)]
}

/** True for a day that every part of the rule has. */
function agrees({ frequency, days, numbers, weekStart }: RecurrenceRule, day: number): boolean {
  const { BYMONTH, BYMONTHDAY, BYYEARDAY, BYWEEKNO } = numbers
  const month = monthOf(day)
  const january = januaryOf(month)
  if (BYMONTH && !BYMONTH.includes(month - january + 1)) return false
  const inMonth = placeIn([firstDayOf(month), firstDayOf(month + 1)], day)
  if (BYMONTHDAY && !holds(BYMONTHDAY, inMonth)) return false
  const inYear = placeIn([firstDayOf(january), firstDayOf(january + 12)], day)
  if (BYYEARDAY && !holds(BYYEARDAY, inYear)) return false
  if (BYWEEKNO && !holds(BYWEEKNO, placeIn(weeksOf(yearOfWeek(day, weekStart), weekStart), day, 7))) return false
  const { index, length } = frequency === 'YEARLY' && !BYMONTH ? inYear : inMonth
  const nth = { index: Math.ceil(index / 7), length: Math.ceil(index / 7) + Math.floor((length - index) / 7) }
  const weekday = weekdayOf(day)
  const isOne = (one: RuleDay) => one.weekday === weekday && (one.position === null || holds([one.position], nth))
  return days.length === 0 || days.some(isOne)
}

/** The `index`-th of `length`. */
interface Place {
  index: number
  length: number
}

function placeIn([first, end]: readonly [number, number], day: number, unit = 1): Place {
  return { index: Math.floor((day - first) / unit) + 1, length: (end - first) / unit }
}

/** True where a list of numbers, negative ones from the end, has a place. */
function holds(list: readonly number[], { index, length }: Place): boolean {
  return list.includes(index) || list.includes(index - length - 1)
}

/** January of the year that the day's week belongs to: that of its fourth day (RFC 5545, BYWEEKNO). */
function yearOfWeek(day: number, weekStart: Weekday): number {
  return januaryOf(monthOf(weekOf(day, weekStart) + 3))
}

/** The first day of a year's first week, which has at least four days in it, and that after its last. */
function weeksOf(january: number, weekStart: Weekday): [first: number, end: number] {
  return [weekOf(firstDayOf(january) + 3, weekStart), weekOf(firstDayOf(january + 12) + 3, weekStart)]
}

function atPositions(walls: readonly number[], positions: readonly number[] | undefined): readonly number[] {
  if (!positions) return walls
  return walls.filter((_, index) => holds(positions, { index: index + 1, length: walls.length }))
}

/** Milliseconds since midnight, ascending; what the rule does not say is as in the start. */
function timesOf({ numbers }: RecurrenceRule, start: number): number[] {
  const time = timeOfDay(start) / 1000
  const seconds = inOrder(numbers.BYSECOND, time % 60)
  const minutes = inOrder(numbers.BYMINUTE, (time / 60) % 60)
  return inOrder(numbers.BYHOUR, time / 3600).flatMap((hour) =>
    minutes.flatMap((minute) => seconds.map((second) => (hour * 3600 + minute * 60 + second) * 1000)),
  )
}

function inOrder(list: readonly number[] | undefined, own: number): number[] {
  return list?.toSorted((a, b) => a - b) ?? [Math.floor(own)]
}
