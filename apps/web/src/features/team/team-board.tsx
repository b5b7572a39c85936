import { freeTogether } from '@astralis/core/team/free-together'
import { useMemo, useRef } from 'react'
import { now } from '../../lib/clock.ts'
import type { Colleague } from './colleague.ts'
import { FreeList } from './free-list.tsx'
import { Proposal } from './proposal.tsx'
import { HOUR, stepAt, type Axis } from './team-axis.ts'
import { TeamGrid } from './team-grid.tsx'
import { TeamLegend } from './team-legend.tsx'
import { useRange, type Range } from './use-range.ts'

interface TeamBoardProps {
  label: string
  colleagues: readonly Colleague[]
  ownId: string
  axis: Axis
  timeZone: string
  isVertical: boolean
  isCoarse: boolean
  onBook: (range: Range) => void
}

/** Where a day begins to be interesting if nobody works on it. */
const FIRST_HOUR = 8

/** The people's time, and what is proposed of it. */
export function TeamBoard({ onBook, ...look }: TeamBoardProps) {
  const { colleagues, axis, timeZone, isVertical, isCoarse } = look
  const firstAt = firstOf(colleagues, axis)
  const choice = useRange(axis, cursorOf(axis, firstAt))
  const grid = useRef<HTMLDivElement>(null)
  const band = useRef<HTMLDivElement>(null)
  const free = useMemo(() => freeTogether(colleagues, axis.from, axis.to), [colleagues, axis])
  return (
    <>
      {isVertical && (
        <FreeList
          free={free}
          timeZone={timeZone}
          hasDay={isCoarse}
          shortest={axis.step}
          onPick={({ from, to }) =>
            choice.propose(from, { anchor: from, focus: Math.min(to, from + HOUR) - axis.step })
          }
        />
      )}
      <TeamGrid {...look} firstAt={firstAt} choice={choice} grid={grid} band={band} />
      <TeamLegend />
      {choice.range && choice.isProposed && (
        <Proposal
          range={choice.range}
          colleagues={colleagues}
          timeZone={timeZone}
          isVertical={isVertical}
          anchor={band}
          returnFocus={() => grid.current}
          onBook={() => {
            if (choice.range) onBook(choice.range)
            choice.clear()
          }}
          onClose={choice.clear}
        />
      )}
    </>
  )
}

/** When the first of them begins to work. */
function firstOf(colleagues: readonly Colleague[], axis: Axis): number {
  const starts = colleagues.flatMap(({ open: [start] }) => start ?? [])
  const first = Math.min(...starts, axis.to)
  return first < axis.to ? first : axis.from + FIRST_HOUR * HOUR
}

/** The keys begin at the present moment where it is in sight. */
function cursorOf(axis: Axis, firstAt: number): number {
  const present = now().epochMilliseconds
  const at = present >= axis.from && present < axis.to ? present : firstAt
  return stepAt(axis, (at - axis.from) / (axis.to - axis.from))
}
