import { chosenRegion } from './region.ts'

const FALLBACK = 'en-US'
const FALLBACK_REGION = 'US'
const MONDAY = 1
const RIGHT_TO_LEFT_SCRIPTS = new Set(['Adlm', 'Arab', 'Hebr', 'Mand', 'Mend', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa'])

type WeekAware = Intl.Locale & { getWeekInfo?: () => { firstDay: number } }

/**
 * How dates and times are written by those who speak `language`, a BCP 47 tag such as the browser's; one that is not
 * valid counts as American. Always by the Gregorian calendar, which is what the grid shows.
 */
export function dateLocale(language: string): string {
  try {
    const locale = new Intl.Locale(language)
    const { calendar } = new Intl.DateTimeFormat(locale).resolvedOptions()
    return calendar === 'gregory' ? locale.toString() : new Intl.Locale(language, { calendar: 'gregory' }).toString()
  } catch {
    return FALLBACK
  }
}

/**
 * English words with the regional habits of `language` (separators, commas, order of day and month), for example
 * `en-DE`: for names and numbers within an English phrase.
 */
export function regionalEnglish(language: string): string {
  const region = maximized(language)?.region
  return `en-${region && /^[A-Z]{2}$/.test(region) ? region : FALLBACK_REGION}`
}

/** Where the lines of `language` begin, as in the attribute `dir`. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT_SCRIPTS.has(maximized(language)?.script ?? '') ? 'rtl' : 'ltr'
}

function maximized(language: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(language).maximize()
  } catch {
    return undefined
  }
}

/** The first day of the week where `locale` is spoken: 1 for Monday to 7 for Sunday (ISO 8601). */
export function firstDayOfWeek(locale: string): number {
  const weekAware: WeekAware = new Intl.Locale(locale)
  return weekAware.getWeekInfo?.().firstDay ?? MONDAY
}

/** For dates, times and the names of days. */
export const LOCALE = dateLocale(chosenRegion() ?? navigator.language)
/** For what is said in English: lists, counts, repeats. */
export const WORDS_LOCALE = regionalEnglish(LOCALE)
export const FIRST_DAY_OF_WEEK = firstDayOfWeek(LOCALE)
export const DIRECTION = directionOf(LOCALE)
