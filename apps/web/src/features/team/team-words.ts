import type { Presence } from '@astralis/core/slots/suggestion'
import { Temporal } from '@astralis/core/temporal'
import { formatDate, formatOffset, formatTime, formatTimeRange, formatWhenShort } from '../../lib/format-time.ts'
import { LOCALE } from '../../lib/locale.ts'
import type { Block } from './colleague.ts'
import { wireOf, type Tick } from './team-axis.ts'
import type { Range } from './use-range.ts'

/** `Kolkata` of `Asia/Kolkata`. */
export function cityOf(timeZone: string): string {
  return timeZone.slice(timeZone.lastIndexOf('/') + 1).replaceAll('_', ' ')
}

/** True where clocks of the two zones differ at that moment. */
export function differs(timeZone: string, other: string, at: number): boolean {
  const instant = Temporal.Instant.fromEpochMilliseconds(at)
  return offsetOf(timeZone, instant) !== offsetOf(other, instant)
}

const offsetOf = (timeZone: string, at: Temporal.Instant) => at.toZonedDateTimeISO(timeZone).offsetNanoseconds

/** `10:15 – 11:00`, with its day where several are in sight. */
export function rangeText({ from, to }: Range, timeZone: string, hasDay: boolean): string {
  const [startsAt, endsAt] = [wireOf(from), wireOf(to)]
  return hasDay ? formatWhenShort({ startsAt, endsAt }, timeZone) : formatTimeRange(startsAt, endsAt, timeZone)
}

/** `Sun 22:30` where it is another day there than here, else `22:30`. */
export function localTime(at: number, timeZone: string, viewerZone: string): string {
  const there = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone)
  const here = there.withTimeZone(viewerZone)
  const time = formatTime(wireOf(at), timeZone)
  return there.toPlainDate().equals(here.toPlainDate()) ? time : `${formatDate(there.toPlainDate(), 'short')}, ${time}`
}

const PRESENCE_WORDS: Record<Presence, string> = { available: 'free', busy: 'busy', 'outside-hours': 'outside hours' }

/** `busy: Design review`, `free`, `outside hours`. */
export function presenceText(presence: Presence, taking: readonly Pick<Block, 'title'>[]): string {
  const titles = [...new Set(taking.flatMap(({ title }) => title ?? []))]
  return PRESENCE_WORDS[presence] + (titles.length > 0 ? `: ${titles.join(', ')}` : '')
}

const hourFormats = new Map<string, Intl.DateTimeFormat>()

/** `9 AM` or `09`, by region. */
export function hourText(at: number, timeZone: string): string {
  const known = hourFormats.get(timeZone) ?? new Intl.DateTimeFormat(LOCALE, { hour: 'numeric', timeZone })
  hourFormats.set(timeZone, known)
  return known.format(at)
}

/** `GMT+2`, to tell apart the two hours that the wall shows alike; null for an hour that is there once. */
export function hourNote({ at, isRepeated }: Tick, timeZone: string): string | null {
  return isRepeated ? formatOffset(timeZone, Temporal.Instant.fromEpochMilliseconds(at)) : null
}
