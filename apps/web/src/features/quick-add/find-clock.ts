import type { Reading } from './reading.ts'

/** Minutes since midnight; 1440 is the midnight at the end of the day. */
export interface Clock {
  start: number
  end: number | null
  /** Whether it was said which half of the day is meant; `3` alone is the one in which people meet. */
  isExact: boolean
}

const DAY_MINUTES = 24 * 60
const NOON = 12
/** Nobody says "at 3" of the night. */
const FIRST_MORNING_HOUR = 7

const HALF = String.raw`[ap]\.?m\.?(?![\p{L}])`
const UHR = String.raw`uhr(?!\p{L})|h(?![\p{L}\d])`
const TIME = String.raw`(\d{1,2})(?:[:.h](\d{2}))?(?:\s*(${HALF}|${UHR}))?`
const NOT_AFTER = String.raw`(?<![\p{L}\p{N}.,:/-])`
const NOT_BEFORE = String.raw`(?![\p{N}/]|[.:-]\p{N}|%|\s*(?:st|nd|rd|th)(?!\p{L}))`
const AT = String.raw`(?:(?<!\p{L})(?:from|between|at|von|um|ab|zwischen|gegen|à|de|@)\s*)?`

const RANGE = new RegExp(
  String.raw`${AT}${NOT_AFTER}${TIME}\s*(-|–|—|to|until|till|bis|and|und|à)\s*${TIME}${NOT_BEFORE}`,
  'giu',
)
const SINGLE = new RegExp(
  String.raw`${AT}${NOT_AFTER}${TIME}(?:\s+(\d{2})(?![\p{N}.:/-]|\s*\p{L}))?${NOT_BEFORE}`,
  'giu',
)
const SPOKEN =
  /(?:(?<!\p{L})(?:at|um)\s+)?(?<!\p{L})(half past|quarter past|quarter to|halb|viertel nach|viertel vor)\s+(\d{1,2})(?:\s*([ap]m))?(?![\p{L}\p{N}:])/giu
const JAPANESE_TIME = String.raw`(\d{1,2})(?:時(?!間)(半|\d{1,2}分)?|:(\d{2}))`
const JAPANESE = new RegExp(
  String.raw`(?:(午前|午後|朝|夜)\s*|(?=\d{1,2}時))${JAPANESE_TIME}(?:\s*(?:から|[-–~〜])\s*(午前|午後)?\s*${JAPANESE_TIME}(?:まで)?)?に?`,
  'gu',
)
const ARABIC = /(?:في\s+)?الساعة\s*(\d{1,2})(?::(\d{2}))?\s*(صباحا|صباحًا|مساء|مساءً|ظهرا|ص|م)?(?!\p{L})/gu
const STREET = /^\s+\p{Lu}\p{Ll}+\s+(?:street|st|road|rd|avenue|ave|lane|square)(?!\p{L})/iu
const FROM = /^(?:from|between|at|von|um|ab|zwischen|gegen|@)/i

/** `1pm`, `at 3`, `13:30`, `1–2pm`, `13-14`, `um 13 Uhr 45`, `午後3時`; `isDate` says of a bare range that it is days. */
export function findClock(reading: Reading, isDate: (from: number, to: number) => boolean): Clock | null {
  return (
    reading.takeMatch(SPOKEN, spokenClock) ??
    reading.takeMatch(ARABIC, arabicClock) ??
    reading.takeMatch(JAPANESE, japaneseClock) ??
    reading.takeMatch(RANGE, (match) => rangeClock(match, isDate)) ??
    reading.takeMatch(SINGLE, singleClock)
  )
}

function rangeClock(match: RegExpExecArray, isDate: (from: number, to: number) => boolean): Clock | null {
  const [all, fromHour = '', fromMinute, fromSuffix, separator = '', toHour = '', toMinute, toSuffix] = match
  const isSure = Boolean(fromMinute ?? fromSuffix ?? toMinute ?? toSuffix) || FROM.test(all)
  const isDash = /^[-–—]$/.test(separator)
  if (!isSure && (!isDash || isDate(match.index, match.index + all.length))) return null
  if (/\.\d/.test(all) && !fromSuffix && !toSuffix) return null
  const half = halfOf(toSuffix)
  const end = minutesOf(toHour, toMinute, half)
  const start = minutesOf(fromHour, fromMinute, halfOf(fromSuffix))
  if (start === null || end === null) return null
  if (!isSure && !(Number(fromHour) < Number(toHour) || Number(toHour) < FIRST_MORNING_HOUR)) return null
  const isLiteral = /uhr|^0/i.test(`${fromHour}${fromSuffix ?? ''}`) || /uhr/i.test(toSuffix ?? '')
  return withHalves(start, end, { isFromSure: halfOf(fromSuffix) !== null, half, isLiteral })
}

/** Half of the day where only one side says it: `1–2pm` are two hours after noon, `11–1pm` are on both sides of it. */
function withHalves(
  start: number,
  end: number,
  { isFromSure, half, isLiteral }: { isFromSure: boolean; half: 'am' | 'pm' | null; isLiteral: boolean },
): Clock {
  if (half !== null && !isFromSure) {
    const later = start + NOON * 60
    return { start: half === 'pm' && start < NOON * 60 && later <= end ? later : start, end, isExact: true }
  }
  const from = isFromSure || isLiteral ? start : usual(start)
  const isEarlier = half === null && !isLiteral && end <= from && end + NOON * 60 > from && end < NOON * 60
  return { start: from, end: isEarlier ? end + NOON * 60 : end, isExact: isFromSure || isLiteral || start >= NOON * 60 }
}

function singleClock(match: RegExpExecArray): Clock | null {
  const [all, hour = '', minute, suffix, uhrMinute] = match
  const isUhr = /^uhr/i.test(suffix ?? '')
  const isAt = FROM.test(all)
  const isColon = minute !== undefined && all.includes(':')
  if (!isAt && !suffix && !isColon) return null
  if (!isAt && /^h$/i.test(suffix ?? '')) return null
  if (uhrMinute !== undefined && !isUhr) return null
  if (minute !== undefined && !isColon && !suffix && !isAt) return null
  if (!suffix && STREET.test(match.input.slice(match.index + all.length))) return null
  const half = halfOf(suffix)
  const start = minutesOf(hour, minute ?? uhrMinute, half)
  if (start === null) return null
  const isExact = half !== null || isUhr || hour.startsWith('0') || start >= NOON * 60
  return { start: isExact ? start : usual(start), end: null, isExact }
}

function spokenClock([, words = '', hour = '', half]: RegExpExecArray): Clock | null {
  const whole = minutesOf(hour, undefined, halfOf(half))
  if (whole === null) return null
  const shift = { half: 30, viertel: 15, quarter: 15, halb: -30 }[words.toLowerCase().split(' ', 1)[0] ?? ''] ?? 0
  const isBefore = /(?:to|vor)$/i.test(words)
  const start = (half ? whole : usual(whole)) + (isBefore ? -shift : shift)
  return { start: (start + DAY_MINUTES) % DAY_MINUTES, end: null, isExact: half !== undefined }
}

function japaneseClock(match: RegExpExecArray): Clock | null {
  const [, half, hour = '', past, minute, toHalf, toHour, toPast, toMinute] = match
  const start = minutesOf(hour, minute ?? pastOf(past), japaneseHalf(half))
  if (start === null) return null
  if (toHour === undefined) return { start, end: null, isExact: true }
  const end = minutesOf(toHour, toMinute ?? pastOf(toPast), japaneseHalf(toHalf) ?? japaneseHalf(half))
  return { start, end, isExact: true }
}

function pastOf(past: string | undefined): string | undefined {
  return past === '半' ? '30' : past?.replace('分', '')
}

function japaneseHalf(half: string | undefined): 'am' | 'pm' | null {
  if (half === undefined) return null
  return half === '午後' || half === '夜' ? 'pm' : 'am'
}

function arabicClock([, hour = '', minute, half]: RegExpExecArray): Clock | null {
  const side = half ? (half.startsWith('ص') ? 'am' : 'pm') : null
  const start = minutesOf(hour, minute, side)
  if (start === null) return null
  return { start: side ? start : usual(start), end: null, isExact: side !== null }
}

function halfOf(suffix: string | undefined): 'am' | 'pm' | null {
  const letter = suffix?.charAt(0).toLowerCase()
  if (letter === 'a') return 'am'
  return letter === 'p' ? 'pm' : null
}

/** Null for a time that no clock shows. */
function minutesOf(hourText: string, minuteText: string | undefined, half: 'am' | 'pm' | null): number | null {
  const hour = Number(hourText)
  const minute = Number(minuteText ?? 0)
  if (minute > 59) return null
  if (half !== null)
    return hour >= 1 && hour <= NOON ? ((hour % NOON) + (half === 'pm' ? NOON : 0)) * 60 + minute : null
  const minutes = hour * 60 + minute
  return minutes <= DAY_MINUTES ? minutes : null
}

function usual(minutes: number): number {
  return minutes >= 60 && minutes < FIRST_MORNING_HOUR * 60 ? minutes + NOON * 60 : minutes
}
