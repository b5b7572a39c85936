import { clsx } from 'clsx'
import { TriangleAlert } from 'lucide-react'
import { SOURCE_NAMES } from '../events/event-source.ts'
import type { Block } from './colleague.ts'
import { placeStyle } from './place-style.ts'
import type { Stacked } from './stack-blocks.ts'
import { placeOn, type Axis } from './team-axis.ts'
import { rangeText } from './team-words.ts'

interface BusyBlockProps {
  block: Stacked<Block>
  axis: Axis
  timeZone: string
  isVertical: boolean
  /** Where the axis is too short for words. */
  isCoarse: boolean
}

/** A stretch of somebody's busy time. What overlaps it stands beside it. */
export function BusyBlock({ block, axis, timeZone, isVertical, isCoarse }: BusyBlockProps) {
  const place = placeOn(axis, block.from, block.to)
  if (!place) return null
  const name = block.title ?? 'Busy'
  const when = rangeText(block, timeZone, isCoarse)
  const source = block.source && SOURCE_NAMES[block.source]
  const lane = { start: block.lane / block.lanes, size: 1 / block.lanes }
  return (
    <div
      data-block
      title={`${name}, ${when}${source ? `, ${source}` : ''}`}
      style={{ ...placeStyle(place, isVertical), ...placeStyle(lane, !isVertical) }}
      className="absolute z-10 p-px"
    >
      <div
        className={clsx(
          'h-full overflow-hidden rounded-sm text-[0.6875rem] leading-3.5 font-medium',
          isCoarse ? 'border' : 'border border-s-3 px-1 py-0.5',
          lookOf(block),
        )}
      >
        {!isCoarse && (
          <span className="line-clamp-3 wrap-break-word">
            {block.status === 'CONFLICT' && <TriangleAlert aria-hidden className="me-0.5 mb-px inline size-3" />}
            {name}
          </span>
        )}
        <span className="sr-only">
          {isCoarse && name}, {when}
          {block.status === 'CONFLICT' && ', conflict'}
        </span>
      </div>
    </div>
  )
}

function lookOf({ title, status, source }: Block): string {
  if (title === null) return 'border-line-strong bg-hover text-muted'
  if (status === 'CONFLICT' && source === 'internal') return 'border-error bg-error-soft text-on-error-soft'
  if (status === 'COMPLETED') return 'border-line-strong bg-sunken text-muted'
  return 'border-primary bg-primary-soft text-on-primary-soft'
}
