import type { GridPiece } from './grid-pieces.ts'

export type BoxKind = 'hours' | 'all-day' | 'month' | 'agenda'

/** An empty box that Schedule-X has laid out and we draw the event into. */
export interface EventBox {
  element: HTMLElement
  kind: BoxKind
  pieceId: string
  /** Differ from the event's own while it is dragged. */
  start: GridPiece['start']
  end: GridPiece['end']
}
