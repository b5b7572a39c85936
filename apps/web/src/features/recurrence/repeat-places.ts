import { placeLike, type PlaceInMonth } from '@astralis/core/recurrence/place-in-month'
import { weekdayOf } from '@astralis/core/recurrence/calendar-days'
import { dayOf } from '@astralis/core/recurrence/wall-time'
import { BY_DATE } from './repeat-days.ts'

/** What a day is of its month: its date, its weekday counted from the first, and the last of these where it is. */
export function placesOf(start: number): PlaceInMonth[] {
  const day = dayOf(start)
  const weekday = weekdayOf(day)
  const counted = placeLike({ weekday, position: 1 }, day)
  const fromEnd = placeLike({ weekday, position: -1 }, day)
  const isLast = fromEnd.position === -1 && counted.position !== -1
  return [placeLike(BY_DATE, day), counted, ...(isLast ? [fromEnd] : [])]
}

export function isSamePlace(one: PlaceInMonth, other: PlaceInMonth): boolean {
  return one.weekday === other.weekday && one.position === other.position
}
