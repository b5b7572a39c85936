import { WEEKDAYS, type Frequency, type Weekday } from '@astralis/core/recurrence/recurrence-rule'
import type { Reading } from './reading.ts'

export interface Repeat {
  frequency: Frequency
  interval: number
  weekdays: Weekday[]
  /** How often in all; null without an end. */
  count: number | null
}

/** How the days of the week begin or are called, from Monday on. */
const DAY_NAMES: readonly string[] = [
  'mon(?:day)?|montag|lundi|月曜日?|(?:ال)?[إا]ثنين',
  'tue(?:s|sday)?|dienstag|mardi|火曜日?|(?:ال)?ثلاثاء',
  'wed(?:s|nesday)?|mittwoch|mercredi|水曜日?|(?:ال)?[أا]ربعاء',
  'thu(?:r|rs|rsday)?|donnerstag|jeudi|木曜日?|(?:ال)?خميس',
  'fri(?:day)?|freitag|vendredi|金曜日?|(?:ال)?جمعة',
  'sat(?:urday)?|samstag|sonnabend|samedi|土曜日?|(?:ال)?سبت',
  'sun(?:day)?|sonntag|dimanche|日曜日?|(?:ال)?[أا]حد',
]
const ANY_DAY = DAY_NAMES.join('|')
const DAY_LIST = String.raw`(?:${ANY_DAY})s?(?:\s*(?:,|&|and|und|・|و)\s*(?:every\s+|jeden\s+)?(?:${ANY_DAY})s?)*`
const EVERY = String.raw`(?:every|each|jede[nrms]?|毎|كل)`

const EVERY_DAYS = new RegExp(
  String.raw`(?<!\p{L})${EVERY}\s*(other\s+|second\s+|zweiten\s+|週)?\s*(${DAY_LIST})(?!\p{L})`,
  'giu',
)
const PLURAL_DAYS = new RegExp(
  String.raw`(?<!\p{L})(?:on\s+)?((?:(?:mon|tues|wednes|thurs|fri|satur|sun)days)(?:\s*(?:,|&|and)\s*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days))*|(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)s)(?!\p{L})`,
  'giu',
)
const WORKDAYS =
  /(?<!\p{L})(?:every\s+(?:weekday|workday|working day)|on weekdays|weekdays|jeden werktag|werktags|平日)(?!\p{L})/giu
const UNITS: readonly [Frequency, string][] = [
  ['DAILY', 'days?|tage?|日'],
  ['WEEKLY', 'weeks?|wochen?|週間?'],
  ['MONTHLY', 'months?|monate?|[かカヶ]?月'],
  ['YEARLY', 'years?|jahre?|年'],
]
const EVERY_UNIT: readonly [Frequency, RegExp][] = UNITS.map(([frequency, unit]) => [
  frequency,
  new RegExp(
    String.raw`(?<!\p{L})(?:(?:every|each|jede[nrs]?|alle)\s+(?:(other|second|zweiten?|\d{1,2})\s+)?(?:${unit})(?!\p{L})|毎(?:${unit})(?!曜))`,
    'giu',
  ),
])
const ADVERBS: readonly [Frequency, number, RegExp][] = [
  ['DAILY', 1, /(?<!\p{L})(?:daily|täglich|كل يوم|يوميا)(?!\p{L})/giu],
  ['WEEKLY', 2, /(?<!\p{L})(?:biweekly|fortnightly|every fortnight|zweiwöchentlich|隔週)(?!\p{L})/giu],
  ['WEEKLY', 1, /(?<!\p{L})(?:weekly|wöchentlich|كل أسبوع|أسبوعيا)(?!\p{L})/giu],
  ['MONTHLY', 1, /(?<!\p{L})(?:monthly|monatlich|كل شهر|شهريا)(?!\p{L})/giu],
  ['YEARLY', 1, /(?<!\p{L})(?:yearly|annually|jährlich|كل سنة|سنويا)(?!\p{L})/giu],
]
const NAMED_SO = /^\s*(?:daily|weekly|monthly|yearly)\s+\p{L}/iu
const TIMES = /(?<!\p{L})(?:for\s+)?(\d{1,3})\s*(?:times|x|mal|回|مرات)(?!\p{L})/giu
const MAX_COUNT = 500

/** `every tuesday`, `daily`, `every 2 weeks`, `jeden Dienstag`, `毎週火曜`; null for what happens once. */
export function findRepeat(reading: Reading): Repeat | null {
  const rule = findRule(reading)
  if (!rule) return null
  const count = reading.takeMatch(TIMES, ([, times = '']) => {
    const number = Number(times)
    return number > 1 && number <= MAX_COUNT ? number : null
  })
  return { ...rule, count }
}

type Rule = Omit<Repeat, 'count'>

function findRule(reading: Reading): Rule | null {
  const workdays = reading.takeMatch(WORKDAYS, () => weekly(WEEKDAYS.slice(0, 5)))
  if (workdays) return workdays
  const days =
    reading.takeMatch(EVERY_DAYS, ([, other, list = '']) => weekly(daysIn(list), other && other !== '週' ? 2 : 1)) ??
    reading.takeMatch(PLURAL_DAYS, ([, list = '']) => weekly(daysIn(list)))
  if (days) return days
  for (const [frequency, pattern] of EVERY_UNIT) {
    const interval = reading.takeMatch(pattern, ([, every]) => intervalOf(every))
    if (interval !== null) return { frequency, interval, weekdays: [] }
  }
  const { rest } = reading
  const adverb = ADVERBS.find(([, , pattern]) => rest.search(pattern) >= 0)
  if (!adverb) return null
  const [frequency, interval, pattern] = adverb
  // "Weekly report" is what people call it, "report weekly" says how often.
  if (!NAMED_SO.test(rest)) reading.takeMatch(pattern, () => true)
  return { frequency, interval, weekdays: [] }
}

function weekly(weekdays: Weekday[], interval = 1): Rule | null {
  return weekdays.length > 0 ? { frequency: 'WEEKLY', interval, weekdays } : null
}

function daysIn(list: string): Weekday[] {
  return WEEKDAYS.filter((_day, index) =>
    new RegExp(String.raw`(?<!\p{L})(?:${DAY_NAMES[index]})s?(?!\p{L})`, 'iu').test(list),
  )
}

function intervalOf(every: string | undefined): number | null {
  if (every === undefined) return 1
  const number = Number(every)
  if (Number.isNaN(number)) return 2
  return number >= 1 ? number : null
}
