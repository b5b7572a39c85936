import { Temporal } from '@astralis/core/temporal'
import type { GridPiece, Placeable } from './grid-pieces.ts'

export const STEP_MINUTES = 15
const CLICK_STEP_MINUTES = 30
const CLICK_DURATION_MINUTES = 60
const MORNING_MINUTES = 9 * 60
const DAY_MINUTES = 24 * 60

export interface Span {
  startsAt: string
  endsAt: string
}

type Edges = Pick<GridPiece, 'start' | 'end'>

/**
 * Where an event is after its box was dragged from `before` to `after`; null when it stayed. A moved event keeps its
 * length, a resized one its start.
 */
export function spanAfterDrag(event: Placeable, before: Edges, after: Edges): Span | null {
  // Nearly always: a box that was only laid out has the very edges of its piece.
  if (before.start === after.start && before.end === after.end) return null
  const startShift = shiftBetween(before.start, after.start)
  const endShift = shiftBetween(before.end, after.end)
  if (startShift.blank && endShift.blank) return null
  const start = Temporal.Instant.from(event.startsAt)
  const end = Temporal.Instant.from(event.endsAt)
  if (startShift.blank) return toSpan(start, shift(end, endShift, event.timeZone))
  const movedStart = shift(start, startShift, event.timeZone)
  const movedEnd = event.allDay ? shift(end, startShift, event.timeZone) : movedStart.add(start.until(end))
  return toSpan(movedStart, movedEnd)
}

/** Dates differ by days of the calendar, times by exact hours: the grid has already minded the clock change. */
function shiftBetween(from: GridPiece['start'], to: GridPiece['start']): Temporal.Duration {
  if (from instanceof Temporal.PlainDate) return from.until(to instanceof Temporal.PlainDate ? to : to.toPlainDate())
  const moment = to instanceof Temporal.ZonedDateTime ? to : to.toZonedDateTime(from.timeZoneId)
  return from.toInstant().until(moment.toInstant())
}

function shift(instant: Temporal.Instant, by: Temporal.Duration, timeZone: string): Temporal.Instant {
  return instant.toZonedDateTimeISO(timeZone).add(by).toInstant()
}

function toSpan(startsAt: Temporal.Instant, endsAt: Temporal.Instant): Span {
  return { startsAt: startsAt.toString(), endsAt: endsAt.toString() }
}

/** Minutes since midnight at a height within a day's column; `fraction` is 0 at its top and 1 at its bottom. */
export function minutesAt(fraction: number): number {
  return Math.min(Math.max(fraction, 0), 1) * DAY_MINUTES
}

/** The times between two heights of a day's column, outwards to whole steps; at least one step. */
export function spanOfDrag(date: Temporal.PlainDate, fromMinutes: number, toMinutes: number, timeZone: string): Span {
  const first = roundDown(Math.min(fromMinutes, toMinutes), STEP_MINUTES)
  const last = roundDown(Math.max(fromMinutes, toMinutes), STEP_MINUTES) + STEP_MINUTES
  return spanOfMinutes(date, Math.min(first, DAY_MINUTES - STEP_MINUTES), Math.min(last, DAY_MINUTES), timeZone)
}

/** An hour from the half hour that was clicked. */
export function spanOfClick(date: Temporal.PlainDate, minutes: number, timeZone: string): Span {
  const first = Math.min(roundDown(minutes, CLICK_STEP_MINUTES), DAY_MINUTES - CLICK_STEP_MINUTES)
  return spanOfMinutes(date, first, Math.min(first + CLICK_DURATION_MINUTES, DAY_MINUTES), timeZone)
}

/** An hour in the morning, for a day of the month view that was clicked. */
export function spanOfMorning(date: Temporal.PlainDate, timeZone: string): Span {
  return spanOfMinutes(date, MORNING_MINUTES, MORNING_MINUTES + CLICK_DURATION_MINUTES, timeZone)
}

/** Whole days from `first` to `last`, both included. */
export function spanOfDays(first: Temporal.PlainDate, last: Temporal.PlainDate, timeZone: string): Span {
  return toSpan(
    first.toZonedDateTime(timeZone).toInstant(),
    last.add({ days: 1 }).toZonedDateTime(timeZone).toInstant(),
  )
}

function spanOfMinutes(date: Temporal.PlainDate, from: number, to: number, timeZone: string): Span {
  const at = (minutes: number) => date.toPlainDateTime().add({ minutes }).toZonedDateTime(timeZone).toInstant()
  return toSpan(at(from), at(to))
}

function roundDown(value: number, step: number): number {
  return Math.floor(value / step) * step
}
