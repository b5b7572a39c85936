import { Temporal } from '@astralis/core/temporal'
import { clsx } from 'clsx'
import { formatDate } from '../../lib/format-time.ts'
import { placeStyle } from './place-style.ts'
import { hourTicks, placeOn, type Axis, type Tick } from './team-axis.ts'
import { hourNote, hourText } from './team-words.ts'

interface TimeHeadProps {
  axis: Axis
  timeZone: string
  isVertical: boolean
  /** Days instead of hours. */
  isCoarse: boolean
}

/** The hours, or the days, along the axis; an hour that the wall shows twice says which of the two it is. */
export function TimeHead({ axis, timeZone, isVertical, isCoarse }: TimeHeadProps) {
  return ticksOf(axis, timeZone, isCoarse).map((tick) => {
    const place = placeOn(axis, tick.at, axis.to)
    const note = hourNote(tick, timeZone)
    if (!place) return null
    const { top, insetInlineStart } = placeStyle(place, isVertical)
    return (
      <span
        key={tick.at}
        style={{ top, insetInlineStart }}
        className={clsx(
          'absolute flex flex-col text-[0.6875rem] leading-3.5 whitespace-nowrap text-muted tabular-nums',
          isVertical ? 'end-1.5 items-end' : 'top-1/2 -translate-y-1/2 ps-1',
          isVertical && place.start > 0 && '-translate-y-1/2',
          isCoarse && 'font-semibold text-ink',
        )}
      >
        {isCoarse ? dayText(tick, timeZone) : hourText(tick.at, timeZone)}
        {note && <span className="text-[0.625rem]">{note}</span>}
      </span>
    )
  })
}

/** The lines that divide the axis. */
export function TimeLines({ axis, timeZone, isVertical, isCoarse }: TimeHeadProps) {
  return ticksOf(axis, timeZone, isCoarse).map(({ at }) => {
    const place = placeOn(axis, at, axis.to)
    if (!place || place.start === 0) return null
    const { top, insetInlineStart } = placeStyle(place, isVertical)
    return (
      <span
        key={at}
        style={{ top, insetInlineStart }}
        className={clsx(
          'absolute',
          isCoarse ? 'border-line-strong' : 'border-line',
          isVertical ? 'inset-x-0 border-t' : 'inset-y-0 border-s',
        )}
      />
    )
  })
}

const DAY_HOURS = 24

function ticksOf(axis: Axis, timeZone: string, isCoarse: boolean): Tick[] {
  return hourTicks(axis, timeZone, isCoarse ? DAY_HOURS : 1)
}

function dayText({ at }: Tick, timeZone: string): string {
  const day = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate()
  return formatDate(day, 'short')
}
