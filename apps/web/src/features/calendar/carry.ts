import { Temporal } from '@astralis/core/temporal'
import type { CalendarView } from './calendar-view.ts'
import { STEP_MINUTES, type Span } from './drag.ts'

/** An event that is moved by keyboard, and where it would be put down now. */
export interface Carried extends Span {
  /** `DRAFT_ID` for an event that is being made. */
  id: string
  title: string
  allDay: boolean
  /** The event's own zone. */
  timeZone: string
}

export interface CarryStep {
  days: number
  minutes: number
}

/** What an arrow key moves by: days across, and quarter hours down, or weeks where there are no hours. */
export function stepOfKey(
  key: string,
  view: CalendarView,
  hasHours: boolean,
  isRightToLeft: boolean,
): CarryStep | null {
  const forward = isRightToLeft ? 'ArrowLeft' : 'ArrowRight'
  const back = isRightToLeft ? 'ArrowRight' : 'ArrowLeft'
  if (key === forward) return { days: 1, minutes: 0 }
  if (key === back) return { days: -1, minutes: 0 }
  const direction = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0
  if (direction === 0) return null
  if (view === 'month') return { days: 7 * direction, minutes: 0 }
  return hasHours ? { days: 0, minutes: STEP_MINUTES * direction } : null
}

/**
 * Moves by a step: a day is a day of the calendar, so that 09:00 stays 09:00 over a change of the clock, a quarter of an
 * hour is exact. The length stays.
 */
export function moved<C extends Carried>(carried: C, { days, minutes }: CarryStep, shownZone: string): C {
  const start = Temporal.Instant.from(carried.startsAt)
  const end = Temporal.Instant.from(carried.endsAt)
  const at = (instant: Temporal.Instant, zone: string) =>
    instant.toZonedDateTimeISO(zone).add({ days }).add({ minutes }).toInstant()
  if (carried.allDay) {
    const { timeZone } = carried
    return { ...carried, startsAt: at(start, timeZone).toString(), endsAt: at(end, timeZone).toString() }
  }
  const movedStart = at(start, shownZone)
  return { ...carried, startsAt: movedStart.toString(), endsAt: movedStart.add(start.until(end)).toString() }
}

/** Makes it longer or shorter, by a quarter of an hour at the least or, all day, by a day. */
export function resized<C extends Carried>(carried: C, { days, minutes }: CarryStep): C {
  const end = Temporal.Instant.from(carried.endsAt)
  const by = carried.allDay ? { days } : { minutes }
  const next = end.toZonedDateTimeISO(carried.timeZone).add(by).toInstant()
  const isLongEnough = Temporal.Instant.compare(next, Temporal.Instant.from(carried.startsAt)) > 0
  return isLongEnough ? { ...carried, endsAt: next.toString() } : carried
}
