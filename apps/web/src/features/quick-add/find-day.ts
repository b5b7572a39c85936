import { Temporal } from '@astralis/core/temporal'
import type { DateReader, DateWords } from './date-reader.ts'
import type { Reading } from './reading.ts'

const PAST = /(?<!\p{L})(?:last|ago|yesterday|past|gestern|letzte[nrs]?|vorige[nrs]?|vor|hier|昨日|先週|أمس)(?!\p{L})/iu
/** "9th" alone may be of a month, `3.4.` is a day in German. */
const GERMAN_DATE = /(?<![\p{N}.])(\d{1,2})\.\s?(\d{1,2})\.(?!\d)/gu
/** Small words that lead to a day and say nothing without one. */
const LEADING = /(?<![\p{L}\p{N}])(?:on|by|from|at|am|an|den|ab|vom|le|في|يوم)\s*$|,\s*$/iu
const GERMAN_MEAL = /^\s*(mittag|abend|morgen)(?=\s)/iu

interface FoundDay {
  words: DateWords
  /** Other dates that were said as well, which nothing was made of. */
  others: string[]
}

/** All dates that the first reader who finds any sees in what is left. */
export function seeDates(reading: Reading, readers: readonly DateReader[], now: Temporal.ZonedDateTime): DateWords[] {
  const { text, positions } = squeeze(withoutMeal(reading.rest))
  const at = (index: number) => positions[index] ?? 0
  const seen: DateWords[] = []
  for (const read of readers) {
    const found = read(text, now).filter(({ date }) => isDate(date))
    seen.push(...found.map((words) => ({ ...words, from: at(words.from), to: at(words.to - 1) + 1 })))
    if (found.some(({ said }) => said !== 'nothing')) break
  }
  return seen
}

/** Chrono misreads what stands before several spaces, such as those in the place of words that were understood. */
function squeeze(text: string): { text: string; positions: number[] } {
  const positions = text.split('').flatMap((character, index) => {
    const isRepeated = character === ' ' && text[index - 1] === ' '
    return isRepeated ? [] : index
  })
  return { text: positions.map((index) => text[index]).join(''), positions }
}

/** "Mittag mit Ana Di 13 Uhr" is about lunch: the time is said later. */
function withoutMeal(text: string): string {
  const meal = GERMAN_MEAL.exec(text)
  if (!meal || !/\s\d|\s(?:mo|di|mi|do|fr|sa|so)(?!\p{L})/iu.test(text)) return text
  return '\uFFFC'.repeat(meal[0].length) + text.slice(meal[0].length)
}

/** A number beside a weekday, which chrono takes for an hour: `room 4 fri`, `fri 10`. */
const NUMBER_BEFORE = /^\d{1,2}\s+(?=\p{L})/u
const NUMBER_AFTER = /(?<=\p{L})\s+\d{1,2}$/u

/**
 * Takes the day that is meant, preferably one that says its date; null where there is none. A bare number is an hour only
 * behind a day, and only where no time was found.
 */
export function findDay(
  reading: Reading,
  readers: readonly DateReader[],
  now: Temporal.ZonedDateTime,
  hasClock: boolean,
): FoundDay | null {
  const german = findGermanDate(reading, now)
  if (german) {
    takeWithLead(reading, german)
    return { words: german, others: [] }
  }
  const seen = seeDates(reading, readers, now).map((words) => withoutNumbers(words, hasClock))
  const words = seen.find(({ said }) => said !== 'nothing') ?? seen[0]
  if (!words) return null
  takeWithLead(reading, words)
  const others = seen.filter((other) => other !== words && other.from >= words.to)
  return { words, others: others.map(({ text }) => text) }
}

function withoutNumbers(words: DateWords, hasClock: boolean): DateWords {
  if (words.said !== 'weekday' || words.lastMinutes !== null) return words
  const before = NUMBER_BEFORE.exec(words.text)?.[0].length ?? 0
  const after = hasClock ? (NUMBER_AFTER.exec(words.text)?.[0].length ?? 0) : 0
  if (before === 0 && after === 0) return words
  const text = words.text.slice(before, words.text.length - after)
  return { ...words, from: words.from + before, to: words.to - after, text, minutes: null }
}

function takeWithLead(reading: Reading, { from, to }: DateWords): void {
  const leading = LEADING.exec(reading.rest.slice(0, from))
  reading.take(leading ? leading.index : from, to)
}

function findGermanDate({ rest }: Reading, now: Temporal.ZonedDateTime): DateWords | null {
  for (const { 0: text, 1: day = '', 2: month = '', index } of rest.matchAll(GERMAN_DATE)) {
    const date = [String(now.year), month.padStart(2, '0'), day.padStart(2, '0')].join('-')
    if (isDate(date)) return { ...NOTHING_ELSE, from: index, to: index + text.length, text, date }
  }
  return null
}

const NOTHING_ELSE = {
  lastDate: null,
  said: 'date without year',
  minutes: null,
  lastMinutes: null,
  isAfternoon: false,
} as const

function isDate(text: string): boolean {
  try {
    return Boolean(Temporal.PlainDate.from(text, { overflow: 'reject' }))
  } catch {
    return false
  }
}

/**
 * The day that words mean by `isOver`, which says whether the event would be over before it begins: nobody plans the
 * past, so a Tuesday is the next one and a date without a year the next of that name. What says that it is past, is.
 */
export function nextDay(words: DateWords, isOver: (date: Temporal.PlainDate) => boolean): Temporal.PlainDate {
  const date = Temporal.PlainDate.from(words.date)
  if (PAST.test(words.text) || words.said === 'day') return date
  return isOver(date) ? date.add(STEPS[words.said]) : date
}

const STEPS = {
  weekday: { days: 7 },
  'date without year': { years: 1 },
  'day of month': { months: 1 },
  nothing: { days: 1 },
}
