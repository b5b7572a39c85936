import { Users } from 'lucide-react'
import type { Intervals } from '@astralis/core/time/intervals'
import { rangeText } from './team-words.ts'
import type { Range } from './use-range.ts'

interface FreeListProps {
  free: Intervals
  timeZone: string
  hasDay: boolean
  /** Nothing shorter is worth a meeting, in milliseconds. */
  shortest: number
  onPick: (range: Range) => void
}

const MAX_SHOWN = 8

/** On a phone, first of all: when all are free. */
export function FreeList({ free, timeZone, hasDay, shortest, onPick }: FreeListProps) {
  const spans = free.flatMap((from, index) => {
    const to = free[index + 1] ?? from
    return index % 2 === 0 && to - from >= shortest ? [{ from, to }] : []
  })
  return (
    <section aria-label="Everyone free" className="flex flex-col gap-1.5 border-b border-line bg-surface px-3 py-2.5">
      <h2 className="flex items-center gap-1.5 text-xs font-semibold text-heading">
        <Users aria-hidden className="size-3.5 text-success" />
        {spans.length > 0 ? 'Everyone free' : 'No time at which everyone is free'}
      </h2>
      {spans.length > 0 && (
        <ul className="flex flex-wrap gap-1.5">
          {spans.slice(0, MAX_SHOWN).map((span) => (
            <li key={span.from}>
              <button
                type="button"
                onClick={() => onPick(span)}
                className="h-8 rounded-md border border-success bg-success-soft px-2.5 text-[0.8125rem] font-medium text-on-success-soft tabular-nums"
              >
                {rangeText(span, timeZone, hasDay)}
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
