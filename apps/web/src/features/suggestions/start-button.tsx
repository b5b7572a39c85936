import { clsx } from 'clsx'
import { Star } from 'lucide-react'
import { memo } from 'react'

interface StartButtonProps {
  startsAt: string
  /** `Tue 10 Mar, 10:00` */
  name: string
  /** Tells apart a time that comes twice. */
  offset: string | null
  /** Its place among the suggestions; undefined for any other start. */
  rank: number | undefined
  isPast: boolean
  /** Row and column, `19-3`. */
  place: string
  isTabStop: boolean
}

/** A start that can be asked about. There are hundreds: the table listens for all of them, and each renders only when it changes. */
export const StartButton = memo(function StartButton(props: StartButtonProps) {
  const { startsAt, name, offset, rank, isPast, place, isTabStop } = props
  const label = [name, offset, rank && `suggestion ${rank}`].filter(Boolean).join(', ')
  return (
    <button
      type="button"
      data-place={place}
      data-starts-at={startsAt}
      tabIndex={isTabStop ? 0 : -1}
      aria-label={label}
      title={label}
      className={clsx(
        'flex min-w-0 flex-1 items-center justify-center gap-1 rounded-sm text-xs font-semibold transition-colors',
        rank && 'bg-primary text-on-primary hover:bg-primary-hover',
        !rank && (isPast ? 'bg-sunken hover:bg-hover' : 'hover:bg-primary-soft'),
      )}
    >
      {rank && <Star aria-hidden className="size-3 fill-current" />}
      {rank ?? (offset && <span className="truncate text-[0.625rem] font-normal text-muted">{offset}</span>)}
    </button>
  )
})

/** In the place of a time that does not exist on this day. */
export function SkippedStart() {
  return (
    <span
      title="The clocks skip this time"
      className="flex-1 rounded-sm bg-[repeating-linear-gradient(135deg,var(--line)_0_2px,transparent_2px_6px)]"
    >
      <span className="sr-only">The clocks skip this time</span>
    </span>
  )
}
