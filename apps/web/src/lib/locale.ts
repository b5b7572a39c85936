const FALLBACK_REGION = 'US'
const MONDAY = 1

type WeekAware = Intl.Locale & { getWeekInfo?: () => { firstDay: number } }

/**
 * English words with the reader's regional habits (order of day and month, 12 or 24 hours), for example `en-DE`.
 * `language` is a BCP 47 tag such as the browser's; one that is not valid counts as American.
 */
export function regionalEnglish(language: string): string {
  const region = regionOf(language)
  return `en-${region && /^[A-Z]{2}$/.test(region) ? region : FALLBACK_REGION}`
}

function regionOf(language: string): string | undefined {
  try {
    return new Intl.Locale(language).maximize().region
  } catch {
    return undefined
  }
}

/** The first day of the week where `locale` is spoken: 1 for Monday to 7 for Sunday (ISO 8601). */
export function firstDayOfWeek(locale: string): number {
  const weekAware: WeekAware = new Intl.Locale(locale)
  return weekAware.getWeekInfo?.().firstDay ?? MONDAY
}

export const LOCALE = regionalEnglish(navigator.language)
export const FIRST_DAY_OF_WEEK = firstDayOfWeek(LOCALE)
