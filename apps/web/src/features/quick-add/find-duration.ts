import type { Reading } from './reading.ts'

/** How long something takes: minutes, or whole days. */
export interface Duration {
  minutes: number
  days: number
}

const NUMBER = String.raw`(\d{1,4}(?:[.,]\d{1,2})?)`
const HOURS = 'hours?|hrs?|h|stunden?|std\\.?|heures?|時間|ساعات|ساعة'
const MINUTES = 'minutes?|mins?|minuten?|min\\.?|m|分間?|دقيقة|دقائق'
const DAYS = 'days?|tage?n?|日間|أيام'
/** "in 2 hours" and "at 10h" are times, "2 hours later" as well, and the minutes after 時 belong to the clock. */
const NOT_AFTER = String.raw`(?<![\p{L}\p{N}.,:/-])(?<!(?<!\p{L})(?:in|at|um|after|nach|before|vor|بعد|@)\s*(?:an?\s+|den\s+)?)`
const NOT_BEFORE = String.raw`(?!\s*(?:ago|later|before|after|from now|später|vorher|後|前))(?![\p{L}\p{N}])`
const FOR = String.raw`(?:(?<!\p{L})(?:for|für|lasting|während|pour|لمدة)\s+)?`

const HOURS_AND_MINUTES = new RegExp(
  String.raw`${FOR}${NOT_AFTER}${NUMBER}\s*(?:${HOURS})(?:\s*(?:and|und)?\s*(\d{1,2})\s*(?:${MINUTES})?(?![\p{L}\p{N}:.-]))?${NOT_BEFORE}`,
  'giu',
)
const JAPANESE_HOURS = /(\d{1,3})時間(半|\d{1,2}分)?(?!後|前)/gu
const ONLY_MINUTES = new RegExp(String.raw`${FOR}(?<!時)${NOT_AFTER}${NUMBER}[\s-]*(?:${MINUTES})${NOT_BEFORE}`, 'giu')
const JAPANESE_MINUTES = /(?<![時\d])(\d{1,3})分間?(?!後|前)/gu
const WHOLE_DAYS = new RegExp(
  String.raw`(?<!\p{L})(?:for|für|لمدة)\s+(\d{1,2}|a|one|einen|two|zwei|three|drei)\s*(?:${DAYS})(?!\p{L})`,
  'giu',
)
const IN_WORDS = new RegExp(
  String.raw`${FOR}(?<!\p{L})(?<!(?:in|nach|half past)\s+)(half an hour|half hour|an hour and a half|an hour|one hour|two hours|three hours|quarter of an hour|eine halbe stunde|eine stunde|anderthalb stunden|zwei stunden|نصف ساعة)${NOT_BEFORE}`,
  'giu',
)
const WORDS: Partial<Record<string, number>> = {
  'half an hour': 30,
  'half hour': 30,
  'an hour and a half': 90,
  'an hour': 60,
  'one hour': 60,
  'two hours': 120,
  'three hours': 180,
  'quarter of an hour': 15,
  'eine halbe stunde': 30,
  'eine stunde': 60,
  'anderthalb stunden': 90,
  'zwei stunden': 120,
  'نصف ساعة': 30,
}
const DAY_WORDS: Partial<Record<string, number>> = { a: 1, one: 1, einen: 1, two: 2, zwei: 2, three: 3, drei: 3 }
const MAX_MINUTES = 14 * 24 * 60

/** `45m`, `1h30`, `for 2 hours`, `45 Min`, `for 3 days`; null where nothing says how long. */
export function findDuration(reading: Reading): Duration | null {
  const days = reading.takeMatch(WHOLE_DAYS, ([, count = '']) => DAY_WORDS[count.toLowerCase()] ?? positive(count))
  if (days !== null) return { minutes: 0, days }
  const minutes =
    reading.takeMatch(IN_WORDS, ([, words = '']) => WORDS[words.toLowerCase()] ?? null) ??
    reading.takeMatch(JAPANESE_HOURS, ([, hours = '', more = '0']) =>
      sensible(numberOf(hours) * 60 + (more === '半' ? 30 : numberOf(more.replace('分', '')))),
    ) ??
    reading.takeMatch(HOURS_AND_MINUTES, ([, hours = '', more = '0']) =>
      sensible(numberOf(hours) * 60 + numberOf(more)),
    ) ??
    reading.takeMatch(JAPANESE_MINUTES, ([, count = '']) => sensible(numberOf(count))) ??
    reading.takeMatch(ONLY_MINUTES, ([, count = '']) => sensible(numberOf(count)))
  return minutes === null ? null : { minutes, days: 0 }
}

function numberOf(text: string): number {
  return Number(text.replace(',', '.'))
}

function positive(text: string): number | null {
  const count = Number(text)
  return count > 0 ? count : null
}

function sensible(minutes: number): number | null {
  const whole = Math.round(minutes)
  return whole >= 1 && whole <= MAX_MINUTES ? whole : null
}
