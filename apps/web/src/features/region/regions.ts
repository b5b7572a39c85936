import { Temporal } from '@astralis/core/temporal'
import { formatDate, formatTimeRange, formatWeekday } from '../../lib/format-time.ts'
import { dateLocale, directionOf, firstDayOfWeek } from '../../lib/locale.ts'

/** What may be chosen; the browser's own language may be any other. */
export const REGIONS = ['en-US', 'en-GB', 'de-DE', 'ja-JP', 'ar-EG', 'ar-AE'] as const

/** `English (United States)`, `Deutsch (Deutschland)`: what its own people call it, in their script. */
export function regionName(region: string): string {
  return new Intl.DisplayNames(region, { type: 'language', languageDisplay: 'standard' }).of(region) ?? region
}

const MONDAY = Temporal.PlainDate.from('1970-01-05')

/** What a region makes of dates and times, on the day `today`, in words and by example. */
export function regionExample(region: string, today: Temporal.PlainDate) {
  const locale = dateLocale(region)
  const firstDay = MONDAY.add({ days: firstDayOfWeek(locale) - 1 })
  return {
    date: formatDate(today, 'full', locale),
    times: formatTimeRange(`${today.toString()}T09:00:00Z`, `${today.toString()}T14:30:00Z`, 'UTC', locale),
    firstDay: formatWeekday(firstDay, 'long', locale),
    isRightToLeft: directionOf(locale) === 'rtl',
  }
}
