import { isOpen } from '@astralis/core/slots/attendance'
import type { Intervals } from '@astralis/core/time/intervals'
import { presenceAt, type Colleague } from './colleague.ts'
import { placeStyle } from './place-style.ts'
import { placeOn, type Axis } from './team-axis.ts'
import { presenceText, rangeText } from './team-words.ts'
import type { Range } from './use-range.ts'

interface GridCellProps {
  id: string
  /** Null for the line of everybody. */
  colleague: Colleague | null
  /** When all are free. */
  free: Intervals
  /** What is told of: the drawn range, or the step. */
  at: Range
  /** Where the keys stand. */
  step: Range
  axis: Axis
  timeZone: string
  isVertical: boolean
  isCoarse: boolean
}

/** The one cell of the grid that the keys stand on; it tells who is what, and when: `Ana, 10:15, busy: Review`. */
export function GridCell({ id, colleague, free, at, step, axis, timeZone, isVertical, isCoarse }: GridCellProps) {
  const place = placeOn(axis, step.from, step.to)
  return (
    <span
      id={id}
      role="gridcell"
      aria-label={`${colleague?.name ?? 'Everyone'}, ${rangeText(at, timeZone, isCoarse)}, ${stateOf(colleague, free, at)}`}
      ref={(element) => {
        if (element?.closest('[role="grid"]') === document.activeElement)
          element?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
      }}
      style={place ? placeStyle(place, isVertical) : undefined}
      className={`pointer-events-none absolute z-20 scroll-m-4 scroll-ms-56 scroll-mt-24 rounded-sm group-focus-visible/grid:outline-2 group-focus-visible/grid:outline-primary ${isVertical ? 'inset-x-0' : 'inset-y-0'}`}
    />
  )
}

function stateOf(colleague: Colleague | null, free: Intervals, { from, to }: Range): string {
  if (!colleague) return isOpen(free, { startsAt: from, endsAt: to }) ? 'all free' : 'not all free'
  const { presence, taking } = presenceAt(colleague, from, to)
  return presenceText(presence, taking)
}
