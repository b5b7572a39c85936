import type { Temporal } from '@astralis/core/temporal'
import { formatTime } from './format-time.ts'
import { LOCALE } from './locale.ts'

export interface ClockChange {
  /** When it happens. */
  at: Temporal.Instant
  /** What the clock on the wall says just before, if it went on. */
  wallTime: Temporal.PlainTime
  /** How far the clock is turned: 60 forward, -60 back. */
  minutes: number
}

const DAY_HOURS = 24
const MINUTE_NANOSECONDS = 60_000_000_000

/** The change of the clock that makes a date in a zone longer or shorter; null on almost every day. */
export function clockChangeOn(date: Temporal.PlainDate, timeZone: string): ClockChange | null {
  const start = date.toZonedDateTime(timeZone)
  if (start.hoursInDay === DAY_HOURS) return null
  // A day may begin with its change: Santiago skips midnight.
  const change = start.subtract({ nanoseconds: 1 }).getTimeZoneTransition('next')
  if (!change?.toPlainDate().equals(date)) return null
  const before = change.subtract({ nanoseconds: 1 })
  return {
    at: change.toInstant(),
    wallTime: before.toPlainTime().add({ nanoseconds: 1 }),
    minutes: (change.offsetNanoseconds - before.offsetNanoseconds) / MINUTE_NANOSECONDS,
  }
}

/** `Clocks go forward 1 hour at 02:00` */
export function clockChangeText({ wallTime, minutes }: ClockChange, locale = LOCALE): string {
  const time = formatTime(`1970-01-01T${wallTime.toString({ smallestUnit: 'minute' })}:00Z`, 'UTC', locale)
  return `Clocks go ${minutes > 0 ? 'forward' : 'back'} ${durationText(Math.abs(minutes))} at ${time}`
}

/** `1 hour`, `45 minutes`, `1 hour 30 minutes` */
export function durationText(minutes: number): string {
  return [unit(Math.floor(minutes / 60), 'hour'), unit(minutes % 60, 'minute')].filter(Boolean).join(' ')
}

function unit(count: number, name: string): string {
  return count === 0 ? '' : `${count} ${name}${count === 1 ? '' : 's'}`
}
