import { Temporal } from '../temporal.ts'
import { DAY, MINUTE, offsetAt, toEpoch, zoneOffsets, type ZoneOffsets } from '../time/zone-offsets.ts'

/** A local wall time `YYYY-MM-DDTHH:mm:ss` of an IANA zone or `UTC`; without a zone it is that of whoever reads it. */
export interface Moment {
  local: string
  timeZone: string | null
}

/** The same moment on the clocks of another zone; null where that is beyond the years that iCalendar can write. */
export function toTimeZone(moment: Moment, timeZone: string | null): string | null {
  if (moment.timeZone === null || timeZone === null || moment.timeZone === timeZone) return moment.local
  return localAt(epochOf(moment.local, moment.timeZone), timeZone)
}

const DURATION = /^([+-])?P(?:(\d+)W|(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?)$/i

/**
 * A duration (RFC 5545, 3.3.6) after a moment: days by the calendar, hours by the clock. Null for what is no duration, or
 * leads too far.
 */
export function addDuration({ local, timeZone }: Moment, duration: string): string | null {
  const [all, sign, ...amounts] = DURATION.exec(duration) ?? []
  if (all === undefined) return null
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = amounts.map((amount) => Number(amount ?? 0))
  const direction = sign === '-' ? -1 : 1
  const date = wallOf(local) + direction * (weeks * 7 + days) * DAY
  const rest = direction * ((hours * 60 + minutes) * MINUTE + seconds * 1000)
  const dateText = formatWall(date)
  if (timeZone === null || dateText === null) return formatWall(date + rest)
  return localAt(epochOf(dateText, timeZone) + rest, timeZone)
}

/** As if the local time were in UTC, epoch milliseconds. */
export function wallOf(local: string): number {
  return Temporal.Instant.from(`${local}Z`).epochMilliseconds
}

const EARLIEST = wallOf('0001-01-01T00:00:00')
const LATEST = wallOf('9999-12-31T23:59:59')

/** Back from `wallOf`; null beyond the years that iCalendar can write. */
export function formatWall(wall: number): string | null {
  if (!(wall >= EARLIEST && wall <= LATEST)) return null
  return Temporal.Instant.fromEpochMilliseconds(wall).toString({ smallestUnit: 'second' }).slice(0, -1)
}

function localAt(epoch: number, timeZone: string): string | null {
  if (formatWall(epoch) === null) return null
  return formatWall(epoch + offsetAt(offsetsNear(epoch, timeZone), epoch))
}

/** A time that a change skips moves forward by the gap, one that happens twice means the first. */
function epochOf(local: string, timeZone: string): number {
  const wall = wallOf(local)
  return toEpoch(offsetsNear(wall, timeZone), wall)
}

const STRETCH = 366 * DAY

/** Of the engine's zone data: the Temporal polyfill knows of no change of clocks more than ten years ahead. */
function offsetsNear(time: number, timeZone: string): ZoneOffsets {
  const from = Math.floor(time / STRETCH) * STRETCH
  return zoneOffsets(timeZone, from, from + STRETCH)
}
