import { Temporal } from '@astralis/core/temporal'
import { DAY, MINUTE, zoneOffsets } from '@astralis/core/time/zone-offsets'
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

/** The change of the clock that makes a date in a zone longer or shorter; null on almost every day. */
export function clockChangeOn(date: Temporal.PlainDate, timeZone: string): ClockChange | null {
  // Wall-clock time as if it were UTC, as core has it.
  const midnight = date.toZonedDateTime('UTC').epochMilliseconds
  const { since, offsets } = zoneOffsets(timeZone, midnight, midnight + DAY)
  for (const [index, at] of since.entries()) {
    const before = offsets[index - 1]
    const after = offsets[index]
    if (before === undefined || after === undefined) continue
    const isOnDate = at + after >= midnight && at + after < midnight + DAY
    if (isOnDate) return { at: instantOf(at), wallTime: timeOf(at + before), minutes: (after - before) / MINUTE }
  }
  return null
}

function instantOf(epoch: number): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(epoch)
}

function timeOf(wall: number): Temporal.PlainTime {
  return instantOf(wall).toZonedDateTimeISO('UTC').toPlainTime()
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
