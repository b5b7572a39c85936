import { findRangeOverlap } from '@astralis/core/availability/find-range-overlap'
import { type TimeRange, toMinutes } from '@astralis/core/time/working-hours'

/*
 * The browser's time field has no 24:00, and a range that ends at 00:00 can only mean the midnight after its start: so
 * the field shows one as the other.
 */
const END_OF_DAY = '24:00'
const MIDNIGHT = '00:00'

export function toField(endTime: string): string {
  return endTime === END_OF_DAY ? MIDNIGHT : endTime
}

export function fromField(text: string): string {
  return text === MIDNIGHT ? END_OF_DAY : text
}

/** True once both times are there; a time field is empty while somebody types in it. */
export function isWhole({ startTime, endTime }: TimeRange): boolean {
  return startTime !== '' && endTime !== '' && startTime !== endTime
}

/** What the two times alone do not say; `nextDay` as in `Ends on Tuesday`. */
export function rangeNote(range: TimeRange, nextDay: string): string | null {
  if (!isWhole(range)) return null
  if (range.endTime === END_OF_DAY) return range.startTime === MIDNIGHT ? 'All day' : 'Until midnight'
  return range.endTime < range.startTime ? `Overnight, ends ${nextDay}` : null
}

const WORKING_DAY = { startTime: '09:00', endTime: '17:00' }
const HOURS = 24

/** Hours to start from for one more range: after the last one if there is room, else where there is. */
export function nextRange(ranges: readonly TimeRange[]): TimeRange {
  const known = ranges.filter(isWhole)
  if (known.length === 0) return WORKING_DAY
  const lastEnd = Math.ceil(Math.max(...known.map((range) => toMinutes(range)[1])) / 60)
  const candidates = Array.from({ length: HOURS }, (_, i) => hourFrom((lastEnd + i) % HOURS))
  return candidates.find((candidate) => findRangeOverlap([...known, candidate]) === null) ?? WORKING_DAY
}

function hourFrom(hour: number): TimeRange {
  return { startTime: clock(hour), endTime: clock(hour + 1) }
}

function clock(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`
}
