import { CalendarPlus, Repeat } from 'lucide-react'
import { formatTimeRange, formatDate, zoneName } from '../../lib/format-time.ts'
import { Temporal } from '@astralis/core/temporal'
import { Button } from '../../ui/button.tsx'
import { CARD_TITLE_CLASS } from '../../ui/card.tsx'
import { Attendance } from './attendance.tsx'
import { ScoreMeter } from './score-meter.tsx'
import { ScoreParts } from './score-parts.tsx'
import type { SuggestedTime } from './suggestions.ts'

interface SuggestionCardProps {
  time: SuggestedTime
  timeZone: string
  nameOf: (email: string) => string
  isStranger: (email: string) => boolean
  isBooking: boolean
  onBook: () => void
}

/** A time that suits, with what speaks for it. */
export function SuggestionCard({ time, timeZone, nameOf, isStranger, isBooking, onBook }: SuggestionCardProps) {
  const { startsAt, endsAt, score, reason, reasons } = time
  const date = Temporal.Instant.from(startsAt).toZonedDateTimeISO(timeZone).toPlainDate()
  const range = formatTimeRange(startsAt, endsAt, timeZone)
  return (
    <li className="flex flex-col gap-3 rounded-lg border border-line bg-surface p-4 shadow-card">
      <div className="flex items-start justify-between gap-4">
        <h3 className="flex min-w-0 flex-col">
          <span className={CARD_TITLE_CLASS}>
            {formatDate(date, 'full')}, <span className="whitespace-nowrap">{range}</span>
          </span>
          <span className="text-xs font-normal text-muted">{zoneName(timeZone)}</span>
        </h3>
        <ScoreMeter score={score} />
      </div>
      {time.occurrences && <Occurrences occurrences={time.occurrences} timeZone={timeZone} />}
      <p className="text-[0.8125rem] text-ink">{reason}</p>
      <Attendance time={time} timeZone={timeZone} nameOf={nameOf} isStranger={isStranger} />
      <div className="flex flex-wrap items-start justify-between gap-2">
        <ScoreParts score={score} reasons={reasons} nameOf={nameOf} />
        <Button
          variant="primary"
          size="small"
          isBusy={isBooking}
          onClick={onBook}
          aria-label={`Book ${formatDate(date, 'short')}, ${range}`}
          className="ms-auto"
        >
          <CalendarPlus aria-hidden className="size-4" />
          Book
        </Button>
      </div>
    </li>
  )
}

const MAX_CLASHES = 3

/** How a meeting that repeats would fare at this time. */
function Occurrences({
  occurrences,
  timeZone,
}: {
  occurrences: NonNullable<SuggestedTime['occurrences']>
  timeZone: string
}) {
  const { summary, clashes } = occurrences
  const dates = clashes.slice(0, MAX_CLASHES).map((start) => {
    const date = Temporal.Instant.from(start).toZonedDateTimeISO(timeZone).toPlainDate()
    return formatDate(date, 'short')
  })
  const more = clashes.length - dates.length
  return (
    <p className="flex items-start gap-1.5 text-[0.8125rem] font-medium text-ink">
      <Repeat aria-hidden className="mt-0.5 size-4 shrink-0 text-muted" />
      <span>
        {summary}
        {dates.length > 0 && (
          <span className="font-normal text-muted">
            {`, not ${[...dates, ...(more > 0 ? [`${more} more`] : [])].join('; ')}`}
          </span>
        )}
      </span>
    </p>
  )
}
