import { Temporal } from '../temporal.ts'
import { DAY, offsetAt, toEpoch, zoneOffsets, type ZoneOffsets } from '../time/zone-offsets.ts'
import { RecurrenceError } from './recurrence-error.ts'

/*
 * A wall time is what a clock shows, without a zone. As text it is `YYYY-MM-DDTHH:mm:ss`, in iCalendar
 * `YYYYMMDDTHHMMSS` (RFC 5545, 3.3.5), and as a number the epoch milliseconds it would have in UTC.
 */

const WALL = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/
const COMPACT = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z?))?$/

/** The number of a wall time. Throws RecurrenceError for what is none. */
export function parseWall(text: string): number {
  const wall = WALL.test(text) ? read(`${text}Z`) : null
  if (wall === null) throw new RecurrenceError(`Expected a local time such as 2026-03-10T09:00:00, got "${text}".`)
  return wall
}

export function formatWall(wall: number): string {
  return Temporal.Instant.fromEpochMilliseconds(wall).toString({ smallestUnit: 'second' }).slice(0, -1)
}

/** A date or a time as iCalendar writes it: a date at midnight, and whether it is one, and whether it is in UTC. */
export function parseCompact(text: string): { wall: number; isDate: boolean; isUtc: boolean } {
  const [, year, month, day, hour, minute = '00', second = '00', zulu] = COMPACT.exec(text) ?? []
  const wall = year === undefined ? null : read(`${year}-${month}-${day}T${hour ?? '00'}:${minute}:${second}Z`)
  if (wall === null)
    throw new RecurrenceError(`Expected a date or a time such as 20260310 or 20260310T090000Z, got "${text}".`)
  return { wall, isDate: hour === undefined, isUtc: zulu === 'Z' }
}

export function formatCompact(wall: number): string {
  return formatWall(wall).replaceAll(/[-:]/g, '')
}

/** Null for what has the form of a time but is none. */
function read(text: string): number | null {
  try {
    return Temporal.Instant.from(text).epochMilliseconds
  } catch {
    return null
  }
}

/** Instants of a zone's wall times; what a clock change skips moves forward, what happens twice means the first. */
export function wallToEpoch(timeZone: string, walls: readonly number[]): number[] {
  return walls.map((wall) => epochOf(timeZone, wall))
}

/** The same, of one. Throws RangeError for an unknown zone. */
export function epochOf(timeZone: string, wall: number): number {
  return toEpoch(offsetsAround(timeZone, wall), wall)
}

/** What a clock in the zone shows at an instant (epoch milliseconds). Throws RangeError for an unknown zone. */
export function epochToWall(timeZone: string, epoch: number): number {
  return epoch + offsetAt(offsetsAround(timeZone, epoch), epoch)
}

/** What the product knows of time (instant.ts): from 1970 to 2199, in epoch milliseconds. */
export const EARLIEST = 0
export const LATEST = 7_258_118_400_000

const YEARS = 366 * 2 * DAY

/** Of whole stretches of about two years, so that the table of one series does for the next; of known time at most. */
function offsetsAround(timeZone: string, moment: number): ZoneOffsets {
  const from = Math.floor(Math.min(Math.max(moment, EARLIEST), LATEST) / YEARS) * YEARS
  return zoneOffsets(timeZone, from, from + YEARS)
}

/** The number of full days before a wall time. */
export function dayOf(wall: number): number {
  return Math.floor(wall / DAY)
}

/** Milliseconds since midnight. */
export function timeOfDay(wall: number): number {
  return wall - dayOf(wall) * DAY
}
