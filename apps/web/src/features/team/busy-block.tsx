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
  const hasWords = !isCoarse && block.to - block.from >= SHORTEST_WITH_WORDS
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
          hasWords ? 'border border-s-3 px-1 py-0.5' : 'border',
          lookOf(block),
        )}
      >
        {hasWords && (
          <span className="line-clamp-3">
            {block.status === 'CONFLICT' && <TriangleAlert aria-hidden className="me-0.5 mb-px inline size-3" />}
            {name}
          </span>
        )}
        <span className="sr-only">
          {!hasWords && name}, {when}
          {block.status === 'CONFLICT' && ', conflict'}
        </span>
      </div>
    </div>
  )
}

/** A shorter one has no room for any, in milliseconds. */
const SHORTEST_WITH_WORDS = 25 * 60_000

function lookOf({ title, status, source }: Block): string {
  if (title === null) return 'border-line-strong bg-hover text-muted'
  if (status === 'CONFLICT' && source === 'internal') return 'border-error bg-error-soft text-on-error-soft'
  if (status === 'COMPLETED') return 'border-line-strong bg-sunken text-muted'
  return 'border-primary bg-primary-soft text-on-primary-soft'
}
