import { Temporal } from '@astralis/core/temporal'
import { DAY } from '@astralis/core/time/zone-offsets'
import { offsetOf } from '../../lib/zone-offset.ts'
import type { CalendarView } from './calendar-view.ts'
import { GridTime } from './grid-time.ts'

/** What the grid needs to know of an event to place it. */
export interface Placeable {
  id: string
  startsAt: string
  endsAt: string
  allDay: boolean
  timeZone: string
}

/** A box on the grid: an event, or the part of it that falls on one day. */
export interface GridPiece {
  id: string
  eventId: string
  /** Dates for the all-day row (the last one included), times for the hours. */
  start: Temporal.PlainDate | Temporal.ZonedDateTime
  end: Temporal.PlainDate | Temporal.ZonedDateTime
  /** Only the last part has an end that can be pulled. */
  isLast: boolean
}

/** The id of an event that is being made: drawn, but not yet there. */
export const DRAFT_ID = 'draft'

const SEPARATOR = '__'
const HOURS_FOR_ALL_DAY_ROW = 24

/** The event that a piece belongs to. */
export function eventIdOf(pieceId: string): string {
  return pieceId.split(SEPARATOR, 1)[0] ?? pieceId
}

/**
 * The boxes of an event. A night shift of less than 24 hours is cut at midnight, so that it stands among the hours;
 * the month shows it once.
 */
export function piecesOf(event: Placeable, view: CalendarView, timeZone: string): GridPiece[] {
  if (event.allDay) return [allDayPiece(event)]
  const from = Temporal.Instant.from(event.startsAt).epochMilliseconds
  const to = Temporal.Instant.from(event.endsAt).epochMilliseconds
  return isWithinDay(from, to, timeZone)
    ? [pieceWithin(event.id, from, to, timeZone)]
    : longPieces(event, view, timeZone)
}

/** Whether an event, like nearly all, begins and ends on one day of one offset, before midnight. */
function isWithinDay(from: number, to: number, timeZone: string): boolean {
  const offset = offsetOf(from, timeZone)
  return offset === offsetOf(to, timeZone) && Math.floor((from + offset) / DAY) === Math.floor((to + offset) / DAY)
}

function pieceWithin(id: string, from: number, to: number, timeZone: string): GridPiece {
  return { id, eventId: id, start: new GridTime(from, timeZone), end: new GridTime(to, timeZone), isLast: true }
}

function longPieces(event: Placeable, view: CalendarView, timeZone: string): GridPiece[] {
  const start = Temporal.Instant.from(event.startsAt).toZonedDateTimeISO(timeZone)
  const end = drawnEnd(start, Temporal.Instant.from(event.endsAt).toZonedDateTimeISO(timeZone))
  const isShort = start.until(end, { largestUnit: 'hours' }).hours < HOURS_FOR_ALL_DAY_ROW
  const midnight = start.startOfDay().add({ days: 1 })
  const crossesMidnight = Temporal.ZonedDateTime.compare(end, midnight) > 0
  const whole = { id: event.id, eventId: event.id, start: GridTime.of(start), end: lastMinute(end), isLast: true }
  if (view === 'month' || !isShort || !crossesMidnight) return [whole]
  return [
    { ...whole, end: lastMinute(midnight), isLast: false },
    { ...whole, id: `${event.id}${SEPARATOR}2`, start: GridTime.of(midnight) },
  ]
}

/**
 * Where the box of an event ends. One that begins before the clock is turned back and ends after it may end at an earlier
 * time by the clock than it began; it is drawn as long as it is.
 */
function drawnEnd(start: Temporal.ZonedDateTime, end: Temporal.ZonedDateTime): Temporal.ZonedDateTime {
  const wall = start.toPlainDateTime()
  if (Temporal.PlainDateTime.compare(end.toPlainDateTime(), wall) > 0) return end
  return wall.add(start.until(end)).toZonedDateTime(start.timeZoneId, { disambiguation: 'later' })
}

function allDayPiece(event: Placeable): GridPiece {
  const start = Temporal.Instant.from(event.startsAt).toZonedDateTimeISO(event.timeZone).toPlainDate()
  const end = Temporal.Instant.from(event.endsAt).toZonedDateTimeISO(event.timeZone)
  return { id: event.id, eventId: event.id, start, end: end.subtract({ nanoseconds: 1 }).toPlainDate(), isLast: true }
}

/** The grid counts 24:00 to the next day, so an end at midnight is drawn one minute short. */
function lastMinute(end: Temporal.ZonedDateTime): GridTime {
  return GridTime.of(end.equals(end.startOfDay()) ? end.subtract({ minutes: 1 }) : end)
}
