import { Temporal } from '@astralis/core/temporal'
import { LOCALE, WORDS_LOCALE } from './locale.ts'

const UNITS = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const

/** `2 minutes ago`, `3 hours ago`; `just now` in the first minute, and where clocks differ. */
export function formatAgo(instant: string, at: Temporal.Instant, locale = WORDS_LOCALE): string {
  const seconds = Math.floor((at.epochMilliseconds - Temporal.Instant.from(instant).epochMilliseconds) / 1000)
  const [unit, length] = UNITS.find(([, size]) => seconds >= size) ?? []
  if (!unit) return 'just now'
  return new Intl.RelativeTimeFormat(locale).format(-Math.floor(seconds / length), unit)
}

/** `Tuesday, March 10, 2026 at 9:00:00 AM GMT+1` */
export function formatExact(instant: string, timeZone: string, locale = LOCALE): string {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'long', timeZone })
  return format.format(Temporal.Instant.from(instant).epochMilliseconds)
}
