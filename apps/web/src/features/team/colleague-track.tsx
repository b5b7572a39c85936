import { useMemo } from 'react'
import { BusyBlock } from './busy-block.tsx'
import type { Colleague } from './colleague.ts'
import { HourRuler } from './hour-ruler.tsx'
import { placeStyle } from './place-style.ts'
import { stackBlocks } from './stack-blocks.ts'
import { placeOn, type Axis } from './team-axis.ts'
import { differs } from './team-words.ts'

interface ColleagueTrackProps {
  colleague: Colleague
  axis: Axis
  timeZone: string
  isVertical: boolean
  isCoarse: boolean
}

/** When somebody works and what they are busy with, along the axis. */
export function ColleagueTrack({ colleague, axis, timeZone, isVertical, isCoarse }: ColleagueTrackProps) {
  const blocks = useMemo(() => stackBlocks(colleague.blocks), [colleague.blocks])
  const hasRuler = !isVertical && !isCoarse && differs(colleague.timeZone, timeZone, axis.from)
  return (
    <>
      <Stretches list={colleague.open} axis={axis} isVertical={isVertical} className="bg-surface" />
      <div
        className={
          hasRuler
            ? 'absolute inset-x-0 top-1 bottom-4'
            : isVertical
              ? 'absolute inset-x-0.5 inset-y-0'
              : 'absolute inset-x-0 inset-y-1'
        }
      >
        {blocks.map((block) => (
          <BusyBlock
            key={`${block.from} ${block.eventId}`}
            block={block}
            axis={axis}
            timeZone={timeZone}
            isVertical={isVertical}
            isCoarse={isCoarse}
          />
        ))}
      </div>
      {hasRuler && <HourRuler axis={axis} timeZone={colleague.timeZone} />}
    </>
  )
}

interface StretchesProps {
  /** Interval list in epoch milliseconds. */
  list: readonly number[]
  axis: Axis
  isVertical: boolean
  className: string
}

/** The intervals of a list along the axis, across the whole row. */
export function Stretches({ list, axis, isVertical, className }: StretchesProps) {
  return list.map((from, index) => {
    const place = index % 2 === 0 ? placeOn(axis, from, list[index + 1] ?? from) : null
    return (
      place && (
        <span
          key={from}
          aria-hidden
          style={placeStyle(place, isVertical)}
          className={`absolute ${isVertical ? 'inset-x-0' : 'inset-y-0'} ${className}`}
        />
      )
    )
  })
}
