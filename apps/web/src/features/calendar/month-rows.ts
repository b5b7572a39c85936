import { Temporal } from '@astralis/core/temporal'
import type { GridPiece } from './grid-pieces.ts'

/** How many lines a day of the month has, the one for what does not fit included. */
export const MONTH_ROWS = 5

/** What a day of the month does not show. */
export interface MoreEvents {
  count: number
  /** How many of them are in conflict. */
  conflicts: number
}

export interface MonthRows<P> {
  shown: P[]
  /** By date, `YYYY-MM-DD`. */
  more: Map<string, MoreEvents>
}

type Rankable = Pick<GridPiece, 'start' | 'end'> & { isConflict: boolean }

/**
 * Chooses what each day of the month shows of its pieces: all where they fit, otherwise conflicts first, then the longest,
 * then the earliest, and one line less.
 */
export function monthRows<P extends Rankable>(pieces: readonly P[], rows = MONTH_ROWS): MonthRows<P> {
  const ranked = pieces.map((piece) => ({ piece, dates: datesOf(piece), from: piece.start.toString() }))
  const totals = new Map<string, number>()
  for (const { dates } of ranked) for (const date of dates) add(totals, date)
  const used = new Map<string, number>()
  const hasRoom = (date: string) => countOf(used, date) < (countOf(totals, date) > rows ? rows - 1 : rows)

  const shown = new Set<P>()
  const more = new Map<string, MoreEvents>()
  const order = ranked.toSorted(
    (a, b) =>
      Number(b.piece.isConflict) - Number(a.piece.isConflict) ||
      b.dates.length - a.dates.length ||
      (a.from < b.from ? -1 : Number(a.from > b.from)),
  )
  for (const { piece, dates } of order)
    if (dates.every(hasRoom)) {
      shown.add(piece)
      for (const date of dates) add(used, date)
    } else
      for (const date of dates) {
        const { count, conflicts } = more.get(date) ?? { count: 0, conflicts: 0 }
        more.set(date, { count: count + 1, conflicts: conflicts + Number(piece.isConflict) })
      }
  return { shown: pieces.filter((piece) => shown.has(piece)), more }
}

function datesOf({ start, end }: Rankable): string[] {
  const first = dateOf(start)
  const last = dateOf(end)
  if (first === last) return [first]
  const from = Temporal.PlainDate.from(first)
  const { days } = from.until(last)
  return Array.from({ length: days + 1 }, (_, index) => from.add({ days: index }).toString())
}

function dateOf(edge: GridPiece['start']): string {
  return edge.toString().slice(0, 'YYYY-MM-DD'.length)
}

function countOf(counts: ReadonlyMap<string, number>, date: string): number {
  return counts.get(date) ?? 0
}

function add(counts: Map<string, number>, date: string): void {
  counts.set(date, countOf(counts, date) + 1)
}
