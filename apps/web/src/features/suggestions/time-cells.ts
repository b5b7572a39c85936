import { Temporal } from '@astralis/core/temporal'
import { formatOffset } from '../../lib/format-time.ts'

/** A start that the grid offers: a time on the wall, and the moment that it is. */
interface GridCell {
  startsAt: string
  /** The same in milliseconds. */
  epoch: number
  /** `GMT+2` where the time comes twice on this day and has to be told apart; null otherwise. */
  offset: string | null
}

export interface GridRow {
  /** `HH:mm` */
  time: string
  /** By day; empty where the clocks skip this time, two where it comes twice. */
  cells: GridCell[][]
}

const DAY_MINUTES = 1440

/** Every `stepMinutes` of the wall's day, for some days of a zone. */
export function gridRows(days: readonly Temporal.PlainDate[], timeZone: string, stepMinutes: number): GridRow[] {
  const times = Array.from({ length: DAY_MINUTES / stepMinutes }, (_, i) =>
    Temporal.PlainTime.from('00:00').add({ minutes: i * stepMinutes }),
  )
  return times.map((time) => ({
    time: time.toString({ smallestUnit: 'minute' }),
    cells: days.map((day) => momentsOf(day.toPlainDateTime(time), timeZone)),
  }))
}

function momentsOf(wall: Temporal.PlainDateTime, timeZone: string): GridCell[] {
  const earlier = wall.toZonedDateTime(timeZone, { disambiguation: 'earlier' })
  const later = wall.toZonedDateTime(timeZone, { disambiguation: 'later' })
  if (!earlier.toPlainDateTime().equals(wall)) return []
  const isOnce = earlier.epochMilliseconds === later.epochMilliseconds
  const moments = isOnce ? [earlier] : [earlier, later]
  return moments.map((moment) => ({
    startsAt: moment.toInstant().toString(),
    epoch: moment.epochMilliseconds,
    offset: isOnce ? null : formatOffset(timeZone, moment.toInstant()),
  }))
}

/** The days of a range, `perPage` at a time. */
export function pagesOf(from: string, to: string, perPage: number): Temporal.PlainDate[][] {
  const first = Temporal.PlainDate.from(from)
  const count = first.until(to, { largestUnit: 'days' }).days + 1
  const days = Array.from({ length: count }, (_, i) => first.add({ days: i }))
  return Array.from({ length: Math.ceil(count / perPage) }, (_, page) =>
    days.slice(page * perPage, (page + 1) * perPage),
  )
}

/** Where an arrow key leads from a cell; rows and columns count from 0. */
export interface GridPlace {
  row: number
  column: number
}

const ARROWS: Record<string, GridPlace> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
}

/** The cell that a key leads to, past times that do not exist; null where there is none, or for another key. */
export function placeAfter(key: string, place: GridPlace, rows: readonly GridRow[]): GridPlace | null {
  const columns = rows[0]?.cells.length ?? 0
  if (key === 'Home') return { ...place, column: 0 }
  if (key === 'End') return { ...place, column: columns - 1 }
  const arrow = ARROWS[key]
  if (!arrow) return null
  let next = place
  do next = { row: next.row + arrow.row, column: next.column + arrow.column }
  while (rows[next.row]?.cells[next.column]?.length === 0)
  return rows[next.row]?.cells[next.column] ? next : null
}
