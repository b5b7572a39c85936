import { Temporal } from '@astralis/core/temporal'
import { LOCALE } from './locale.ts'
import { isRepeated } from './zone-offset.ts'

/** An RFC 3339 instant, as it travels. */
type Wire = string

const formatters = new Map<string, Intl.DateTimeFormat>()

/** Formatters cost fifty times what formatting does, so each is made once. */
function formatter(options: Intl.DateTimeFormatOptions, locale: string): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options)
  const known = formatters.get(key) ?? new Intl.DateTimeFormat(locale, options)
  formatters.set(key, known)
  return known
}

function milliseconds(instant: Wire): number {
  return Temporal.Instant.from(instant).epochMilliseconds
}

/** Noon, because no time zone moves it to another day of UTC. */
function noon(date: Temporal.PlainDate): number {
  return milliseconds(`${date.toString()}T12:00Z`)
}

/** `9:00 AM` or `09:00`, by region. */
export function formatTime(instant: Wire, timeZone: string, locale = LOCALE): string {
  return formatter({ timeStyle: 'short', timeZone }, locale).format(milliseconds(instant))
}

/**
 * `9:00 – 10:30 AM`; both dates when the end is on another day. Where the clock is turned back and a time happens twice,
 * both say which: `01:30 GMT+2 – 01:30 GMT+1`.
 */
export function formatTimeRange(startsAt: Wire, endsAt: Wire, timeZone: string, locale = LOCALE): string {
  const [from, to] = [milliseconds(startsAt), milliseconds(endsAt)]
  if (isRepeated(from, timeZone) || isRepeated(to, timeZone)) {
    const exact = (instant: Wire) =>
      `${formatTime(instant, timeZone, locale)} ${formatOffset(timeZone, Temporal.Instant.from(instant), locale)}`
    return `${exact(startsAt)} – ${exact(endsAt)}`
  }
  return formatter({ hour: 'numeric', minute: '2-digit', timeZone }, locale).formatRange(from, to)
}

/** `Tuesday, March 10, 2026`, or `Tue, Mar 10` */
export function formatDate(date: Temporal.PlainDate, length: 'full' | 'short', locale = LOCALE): string {
  const full = { dateStyle: 'full', timeZone: 'UTC' } as const
  const short = { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' } as const
  return formatter(length === 'full' ? full : short, locale).format(noon(date))
}

const days = new Intl.NumberFormat(LOCALE)

/** `10`, in the digits of the region. */
export function formatDay(date: Temporal.PlainDate): string {
  return days.format(date.day)
}

/** `March 2026` */
export function formatMonth(date: Temporal.PlainDate, locale = LOCALE): string {
  return formatter({ month: 'long', year: 'numeric', timeZone: 'UTC' }, locale).format(noon(date))
}

/** `Monday`, `Mon` or `M`, by width. */
export function formatWeekday(date: Temporal.PlainDate, width: 'long' | 'short' | 'narrow', locale = LOCALE): string {
  return formatter({ weekday: width, timeZone: 'UTC' }, locale).format(noon(date))
}

/** `March 9 – 15, 2026`, or with a short month: the days from `first` to `last`, both included. */
export function formatDateRange(
  first: Temporal.PlainDate,
  last: Temporal.PlainDate,
  month: 'long' | 'short',
  locale = LOCALE,
): string {
  const options = { day: 'numeric', month, year: 'numeric', timeZone: 'UTC' } as const
  return formatter(options, locale).formatRange(noon(first), noon(last))
}

const joints = new Map<string, string>()

/** What stands between a date and a time: `, `, or `، ` in Arabic, or a space in Japanese. */
function joint(locale: string): string {
  const known = joints.get(locale) ?? findJoint(locale)
  joints.set(locale, known)
  return known
}

function findJoint(locale: string): string {
  const parts = formatter({ dateStyle: 'medium', timeStyle: 'short' }, locale).formatToParts(0)
  const time = parts.findIndex(({ type }) => type === 'hour' || type === 'dayPeriod')
  const before = parts[time - 1]
  return before?.type === 'literal' ? before.value : ', '
}

interface Stretch {
  startsAt: Wire
  endsAt: Wire
  allDay: boolean
  /** The event's own zone: an all-day event means its days there. */
  timeZone: string
}

/** First and last calendar day (both included) that an event touches in `timeZone`. */
export function daysOf(event: Stretch, timeZone: string): { first: Temporal.PlainDate; last: Temporal.PlainDate } {
  const zone = event.allDay ? event.timeZone : timeZone
  const first = Temporal.Instant.from(event.startsAt).toZonedDateTimeISO(zone).toPlainDate()
  const lastMoment = Temporal.Instant.from(event.endsAt).subtract({ nanoseconds: 1 })
  return { first, last: lastMoment.toZonedDateTimeISO(zone).toPlainDate() }
}

/** `Tuesday, March 10, 2026, 9:00 – 10:30 AM`, or only the days of an all-day event. */
export function formatWhen(event: Stretch, timeZone: string, locale = LOCALE): string {
  const { first, last } = daysOf(event, timeZone)
  const isOneDay = first.equals(last)
  if (event.allDay) return isOneDay ? formatDate(first, 'full', locale) : formatDateRange(first, last, 'long', locale)
  if (isOneDay)
    return [formatDate(first, 'full', locale), formatTimeRange(event.startsAt, event.endsAt, timeZone, locale)].join(
      joint(locale),
    )
  const options = { dateStyle: 'medium', timeStyle: 'short', timeZone } as const
  return formatter(options, locale).formatRange(milliseconds(event.startsAt), milliseconds(event.endsAt))
}

const SHORT_MOMENT = {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: 'numeric',
  minute: '2-digit',
} as const

/** `Tue, Mar 10, 9:00 – 10:30 AM`, for one line in a list. */
export function formatWhenShort(
  event: Pick<Stretch, 'startsAt' | 'endsAt'>,
  timeZone: string,
  locale = LOCALE,
): string {
  const range = formatter({ ...SHORT_MOMENT, timeZone }, locale)
  return range.formatRange(milliseconds(event.startsAt), milliseconds(event.endsAt))
}

/** `Tue, Mar 10, 9:00 AM` */
export function formatMoment(instant: Wire, timeZone: string, locale = LOCALE): string {
  return formatter({ ...SHORT_MOMENT, timeZone }, locale).format(milliseconds(instant))
}

/** `GMT+1`: how far the zone is from UTC at that moment. */
export function formatOffset(timeZone: string, at: Temporal.Instant, locale = LOCALE): string {
  const parts = formatter({ timeZone, timeZoneName: 'shortOffset' }, locale).formatToParts(at.epochMilliseconds)
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? 'GMT'
}

/** `America/New York`: an IANA name without its underscores. */
export function zoneName(timeZone: string): string {
  return timeZone.replaceAll('_', ' ')
}
