import { placeStyle } from './place-style.ts'
import { hourTicks, placeOn, type Axis } from './team-axis.ts'
import { hourText } from './team-words.ts'

interface HourRulerProps {
  axis: Axis
  /** Of the person whose clock it is. */
  timeZone: string
}

const EVERY_HOURS = 3

/** What a person's own clock shows, along the lower edge of their row. */
export function HourRuler({ axis, timeZone }: HourRulerProps) {
  return (
    <div aria-hidden className="pointer-events-none absolute inset-x-0 bottom-0 h-3.5">
      {hourTicks(axis, timeZone, EVERY_HOURS).map(({ at }) => {
        const place = placeOn(axis, at, axis.to)
        return (
          place && (
            <span
              key={at}
              style={{ insetInlineStart: placeStyle(place, false).insetInlineStart }}
              className="absolute border-s border-line-strong ps-0.5 text-[0.625rem] leading-3.5 whitespace-nowrap text-muted tabular-nums"
            >
              {hourText(at, timeZone)}
            </span>
          )
        )
      })}
    </div>
  )
}
