import { weekdayOf } from './calendar-days.ts'
import { describeMonths } from './describe-months.ts'
import { parseRecurrence, type Recurrence, type SeriesTimes } from './recurrence.ts'
import type { RecurrenceRule } from './recurrence-rule.ts'
import {
  countOf,
  everyUnit,
  nameDays,
  numberOfTimes,
  type RecurrenceWords,
  setOf,
  wordsOf,
} from './recurrence-words.ts'
import { dayOf, epochToWall, parseWall, timeOfDay } from './wall-time.ts'

/**
 * A series in plain words, such as `every other Tuesday until 12 March 2027`. `locale` decides how dates and names of
 * days are written; the sentence is English. Throws RecurrenceError.
 */
export function describeRecurrence(series: SeriesTimes, locale: string): string {
  const recurrence = parseRecurrence(series)
  const { rule, extra, excluded, excludedDates } = recurrence
  const start = parseWall(series.startsAt)
  if (!rule) return `on ${countOf(countDates(start, recurrence), 'date')}`
  const words = wordsOf(locale)
  const { BYHOUR = [0], BYMINUTE = [0], BYSECOND = [0] } = rule.numbers
  const times = BYHOUR.length * BYMINUTE.length * BYSECOND.length
  const missing = excluded.length + excludedDates.length
  return [
    describeDays(rule, start, words) + describeEnd(rule, start, series.timeZone, words),
    ...(times > 1 ? [`${numberOfTimes(times)} a day`] : []),
    ...(rule.count === null ? [] : [numberOfTimes(rule.count)]),
    ...(extra.length > 0 ? [`and on ${countOf(extra.length, 'more date')}`] : []),
    ...(missing > 0 ? [`except ${countOf(missing, 'date')}`] : []),
  ].join(', ')
}

/** Of a series without a rule. Not by expanding it: the web app, which uses this, does without the library. */
function countDates(start: number, { extra, excluded, excludedDates }: Recurrence): number {
  const isLeftOut = (wall: number) => excluded.includes(wall) || excludedDates.map(dayOf).includes(dayOf(wall))
  return new Set([start, ...extra].filter((wall) => !isLeftOut(wall))).size
}

/** The last date that it can be: where the rule ends before the time of day, that is the day before. */
function describeEnd({ until }: RecurrenceRule, start: number, timeZone: string, words: RecurrenceWords): string {
  return until === null ? '' : ` until ${words.date(epochToWall(timeZone, until) - timeOfDay(start))}`
}

function describeDays(rule: RecurrenceRule, start: number, words: RecurrenceWords): string {
  const isByWeek = rule.frequency === 'DAILY' || rule.frequency === 'WEEKLY'
  const days = isByWeek ? describeWeeks(rule, start, words) : describeMonths(rule, start, words)
  return days ?? `${everyUnit(rule)} on selected days`
}

/** Null where there is no short way to say it. */
function describeWeeks(rule: RecurrenceRule, start: number, words: RecurrenceWords): string | null {
  const { BYMONTH, BYMONTHDAY, BYYEARDAY, BYWEEKNO, BYSETPOS } = rule.numbers
  if (BYMONTHDAY || BYYEARDAY || BYWEEKNO || BYSETPOS) return null
  const months = BYMONTH ? ` in ${words.months(BYMONTH)}` : ''
  const isDaily = rule.frequency === 'DAILY'
  if (isDaily && rule.days.length === 0) return everyUnit(rule) + months
  const weekdays = rule.days.length > 0 ? rule.days.map(({ weekday }) => weekday) : [weekdayOf(dayOf(start))]
  if (rule.interval === 1) return `every ${nameDays(weekdays, words)}${months}`
  if (isDaily) return `${everyUnit(rule)}${months} if it is a ${nameDays(weekdays, words, 'disjunction')}`
  if (rule.interval === 2 && weekdays.length === 1) return `every other ${nameDays(weekdays, words)}${months}`
  if (setOf(weekdays)) return `every ${setOf(weekdays)} of ${everyUnit(rule)}${months}`
  return `${everyUnit(rule)} on ${nameDays(weekdays, words)}${months}`
}
