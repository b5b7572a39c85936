import type { CalendarView } from './calendar-view.ts'
import type { GridEvent } from './grid-event.ts'
import { DRAFT_ID, piecesOf } from './grid-pieces.ts'
import { monthRows, type MoreEvents } from './month-rows.ts'
import { morePiece } from './more-card.ts'
import type { StyledPiece } from './use-schedule-x.ts'

interface PieceStyle {
  view: CalendarView
  timeZone: string
}

interface Kept {
  key: string
  pieces: StyledPiece[]
}

const kept = new WeakMap<GridEvent, Kept>()

/** The boxes of an event with their look: the same ones for as long as nothing about it changes. */
export function styledPieces(event: GridEvent, { view, timeZone }: PieceStyle): StyledPiece[] {
  const key = `${view === 'month'} ${timeZone}`
  const known = kept.get(event)
  if (known?.key === key) return known.pieces
  const classNames = classNamesOf(event)
  const look = { classNames, canDrag: event.mayChange, isConflict: event.status === 'CONFLICT' }
  const pieces = piecesOf(event, view, timeZone).map((piece) => ({ ...piece, ...look }))
  kept.set(event, { key, pieces })
  return pieces
}

/** The pieces that fit into a month, a line on each day for those that do not, and what those lines stand for. */
export function fitMonth(pieces: readonly StyledPiece[], timeZone: string) {
  const { shown, more } = monthRows(pieces)
  const lines = [...more].map(([date, events]) => moreLine(date, events, timeZone))
  return { pieces: [...shown, ...lines], more }
}

function moreLine(date: string, { conflicts }: MoreEvents, timeZone: string): StyledPiece {
  const classNames = ['grid-event', 'is-more', ...(conflicts > 0 ? ['is-conflict'] : [])]
  return { ...morePiece(date, timeZone), classNames, canDrag: false, isConflict: false }
}

function classNamesOf(event: GridEvent): string[] {
  const names = ['grid-event', `is-${event.status.toLowerCase()}`]
  if (event.showsAs === 'FREE') names.push('is-free')
  if (event.source !== 'internal') names.push('is-imported')
  if (event.id === DRAFT_ID) names.push('is-draft')
  return names
}
