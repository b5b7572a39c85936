import { formatOf } from './offset-format.ts'

/** `offsets[i]` holds from `since[i]` until `since[i + 1]`; milliseconds all. */
interface OffsetTable {
  since: number[]
  offsets: number[]
}

/** The offsets of one zone, by instant and by local date. */
export interface ZoneOffsets extends OffsetTable {
  /** The local date of the first of `dayOffsets`, in days since 1970-01-01. */
  firstDay: number
  /**
   * By local date, the one offset of that date and the next, which no change is near to; NaN for a date that needs a
   * closer look. Most of a year need none.
   */
  dayOffsets: Float64Array
}

export const MINUTE = 60_000
export const DAY = 1440 * MINUTE

/** Beyond the window by two days: the date line and overnight hours reach no further. */
const MARGIN = 2 * DAY
/** Since 1970 no zone has gone back to an earlier offset within less than 6.9 days: steps of six see every change. */
const STEP = 6 * DAY
const SECOND = 1000

/** Four hundred years are read in a tenth of a second; longer windows are mistakes. */
const MAX_DAYS = 146_097

const MAX_TABLES = 512
const tables = new Map<string, ZoneOffsets>()

/**
 * The offsets of an IANA zone around the window from `from` to `to` (epoch milliseconds), from the zone data of the
 * engine that runs this, which Temporal reads too, at six times the cost. Reading costs far more than using, so tables
 * are kept: a hundred people in one zone read them once. Throws RangeError for an unknown zone, for what is no instant
 * and for a window of more than 400 years.
 */
export function zoneOffsets(timeZone: string, from: number, to: number): ZoneOffsets {
  const key = `${timeZone} ${from} ${to}`
  const known = tables.get(key)
  if (known) return known
  if (to - from > MAX_DAYS * DAY) throw new RangeError('Expected a range of at most 400 years.')
  const table = readOffsets(timeZone, from - MARGIN, to + MARGIN)
  if (tables.size >= MAX_TABLES) tables.clear()
  tables.set(key, table)
  return table
}

/** The local date at an instant, in days since 1970-01-01. */
export function epochDayAt(zone: OffsetTable, epoch: number): number {
  return Math.floor((epoch + offsetAt(zone, epoch)) / DAY)
}

/** The offset at an instant. */
export function offsetAt({ since, offsets }: OffsetTable, epoch: number): number {
  let index = since.length - 1
  while (index > 0 && epoch < at(since, index)) index--
  return at(offsets, index)
}

/**
 * Wall-clock time (as if it were UTC) to the instant it means. As Temporal's `compatible` has it: what a change skips
 * moves forward by the gap, what happens twice means the first.
 */
export function toEpoch({ since, offsets }: ZoneOffsets, local: number): number {
  const last = since.length - 1
  let index = 0
  while (index < last && local >= at(since, index + 1) + at(offsets, index)) index++
  const isSkipped = index > 0 && local < at(since, index) + at(offsets, index)
  return local - at(offsets, isSkipped ? index - 1 : index)
}

/** True where the zone's calendar has no such day at all: Pacific/Apia never had 2011-12-30. */
export function isSkippedDay(zone: ZoneOffsets, epochDay: number): boolean {
  return toEpoch(zone, epochDay * DAY) >= toEpoch(zone, (epochDay + 1) * DAY)
}

function readOffsets(timeZone: string, from: number, to: number): ZoneOffsets {
  const format = formatOf(timeZone)
  const read = (epoch: number) => parseOffset(format.format(epoch))
  let offset = read(from)
  const table: OffsetTable = { since: [-Infinity], offsets: [offset] }
  for (let before = from; before < to; before += STEP) {
    const after = Math.min(before + STEP, to)
    const next = read(after)
    if (next === offset) continue
    table.since.push(findChange(read, before, after))
    table.offsets.push(next)
    offset = next
  }
  return { ...table, ...readDays(table, from, to) }
}

function readDays(table: OffsetTable, from: number, to: number): Pick<ZoneOffsets, 'firstDay' | 'dayOffsets'> {
  const firstDay = epochDayAt(table, from)
  const days = Math.max(0, epochDayAt(table, to) - firstDay + 1)
  return { firstDay, dayOffsets: Float64Array.from({ length: days }, (_, i) => steadyOffset(table, firstDay + i)) }
}

/** The offset that holds from the day before a local date until the end of the one after it; NaN where it changes. */
function steadyOffset({ since, offsets }: OffsetTable, epochDay: number): number {
  for (let i = 0; i < since.length; i++) {
    const midnight = epochDay * DAY - at(offsets, i)
    if (midnight >= at(since, i) + DAY && (i + 1 === since.length || midnight + 2 * DAY < at(since, i + 1)))
      return at(offsets, i)
  }
  return Number.NaN
}

/** The first moment with another offset than at `before`: a full minute, unless one of the two has seconds (before 1972). */
function findChange(read: (epoch: number) => number, before: number, after: number): number {
  const offset = read(before)
  const unit = offset % MINUTE === 0 && read(after) % MINUTE === 0 ? MINUTE : SECOND
  let low = Math.floor(before / unit)
  let high = Math.ceil(after / unit)
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (read(middle * unit) === offset) low = middle
    else high = middle
  }
  return high * unit
}

/** `12/31/1969, GMT-00:44:30`, `…, GMT+01:00` or `…, GMT` in milliseconds. */
function parseOffset(text: string): number {
  const at = text.lastIndexOf('GMT') + 'GMT'.length
  const part = (from: number) => Number(text.slice(at + from, at + from + 2))
  const seconds = part(1) * 3600 + part(4) * 60 + part(7)
  return (text[at] === '-' ? -seconds : seconds) * SECOND
}

/** An element that is known to be there. */
function at(list: readonly number[], index: number): number {
  return list[index] ?? Number.NaN
}
