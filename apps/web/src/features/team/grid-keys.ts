import type { Axis } from './team-axis.ts'
import type { Cursor } from './use-range.ts'

interface Layout {
  rows: number
  axis: Axis
  /** People are columns, and time runs down. */
  isVertical: boolean
  isRightToLeft: boolean
  /** What Page Up and Page Down move by, in milliseconds. */
  page: number
}

/** Where a key leads from a cell of the grid; null for a key that leads nowhere. */
export function cursorAfter(key: string, { row, at }: Cursor, layout: Layout): Cursor | null {
  const { rows, axis } = layout
  const last = axis.from + (Math.ceil((axis.to - axis.from) / axis.step) - 1) * axis.step
  const toTime = (time: number) => ({ row, at: Math.min(Math.max(time, axis.from), last) })
  const toRow = (next: number) => ({ row: Math.min(Math.max(next, 0), rows - 1), at })
  switch (directionOf(key, layout)) {
    case 'later':
      return toTime(at + axis.step)
    case 'earlier':
      return toTime(at - axis.step)
    case 'down':
      return toRow(row + 1)
    case 'up':
      return toRow(row - 1)
    case 'Home':
      return toTime(axis.from)
    case 'End':
      return toTime(last)
    case 'PageDown':
      return toTime(at + layout.page)
    case 'PageUp':
      return toTime(at - layout.page)
    default:
      return null
  }
}

function directionOf(key: string, { isVertical, isRightToLeft }: Layout): string {
  if (isVertical) {
    if (key === 'ArrowDown') return 'later'
    if (key === 'ArrowUp') return 'earlier'
    if (key === 'ArrowRight') return isRightToLeft ? 'up' : 'down'
    if (key === 'ArrowLeft') return isRightToLeft ? 'down' : 'up'
  }
  if (key === 'ArrowDown') return 'down'
  if (key === 'ArrowUp') return 'up'
  if (key === 'ArrowRight') return isRightToLeft ? 'earlier' : 'later'
  if (key === 'ArrowLeft') return isRightToLeft ? 'later' : 'earlier'
  return key
}
