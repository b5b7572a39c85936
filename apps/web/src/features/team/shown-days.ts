import { bound, firstEndingAfter, type Intervals } from '@astralis/core/time/intervals'
import { spanOfDates, type DateRange } from '../calendar/visible-range.ts'
import { epochOf } from './team-axis.ts'

const FEWEST_DAYS = 5

/** The days of a week without those at its ends on which nobody works and nobody is busy, as long as five are left. */
export function shownDays({ first, last }: DateRange, used: Intervals, timeZone: string): DateRange {
  const canDrop = () => first.until(last).days + 1 > FEWEST_DAYS
  while (canDrop() && !isUsed({ first: last, last }, used, timeZone)) last = last.subtract({ days: 1 })
  while (canDrop() && !isUsed({ first, last: first }, used, timeZone)) first = first.add({ days: 1 })
  return { first, last }
}

function isUsed(day: DateRange, used: Intervals, timeZone: string): boolean {
  const { from, to } = spanOfDates(day, timeZone)
  return bound(used, firstEndingAfter(used, epochOf(from))) < epochOf(to)
}
