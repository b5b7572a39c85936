import type { Intervals } from '@astralis/core/time/intervals'
import { clsx } from 'clsx'
import type { RefObject } from 'react'
import { useNow } from '../../lib/use-now.ts'
import { Stretches } from './colleague-track.tsx'
import { placeStyle } from './place-style.ts'
import { placeOn, type Axis } from './team-axis.ts'
import { rangeText } from './team-words.ts'
import { TimeLines } from './time-head.tsx'
import type { Range } from './use-range.ts'

interface GridOverlayProps {
  axis: Axis
  timeZone: string
  isVertical: boolean
  isCoarse: boolean
  /** When all are free. */
  free: Intervals
  range: Range | null
  band: RefObject<HTMLDivElement | null>
}

/** What reaches across all people: lines, when all are free, the present moment, and the range that is drawn. */
export function GridOverlay({ axis, timeZone, isVertical, isCoarse, free, range, band }: GridOverlayProps) {
  const present = useNow().epochMilliseconds
  const now = placeOn(axis, present, axis.to)
  const drawn = range && placeOn(axis, range.from, range.to)
  const across = isVertical ? 'inset-x-0' : 'inset-y-0'
  return (
    <>
      <TimeLines axis={axis} timeZone={timeZone} isVertical={isVertical} isCoarse={isCoarse} />
      <Stretches list={free} axis={axis} isVertical={isVertical} className="bg-success/12" />
      {now && present >= axis.from && (
        <span
          data-now
          style={{ ...placeStyle(now, isVertical), width: undefined, height: undefined }}
          className={clsx(
            'absolute z-20 border-error',
            isVertical ? 'inset-x-0 border-t-2' : 'top-8 bottom-0 border-s-2',
          )}
        />
      )}
      {range && drawn && (
        <div
          ref={band}
          data-range
          style={placeStyle(drawn, isVertical)}
          className={clsx('absolute z-20 rounded-sm border-2 border-primary bg-primary/15', across)}
        >
          <span className="sticky start-56 top-24 m-1 inline-block rounded-sm bg-primary px-1.5 text-[0.6875rem] leading-5 font-semibold whitespace-nowrap text-on-primary tabular-nums">
            {rangeText(range, timeZone, isCoarse)}
          </span>
        </div>
      )}
    </>
  )
}
