import { CalendarPlus } from 'lucide-react'
import { formatTimeRange, formatDate, zoneName } from '../../lib/format-time.ts'
import { Temporal } from '@astralis/core/temporal'
import { Button } from '../../ui/button.tsx'
import { Attendance } from './attendance.tsx'
import { ScoreMeter } from './score-meter.tsx'
import { ScoreParts } from './score-parts.tsx'
import type { SuggestedTime } from './suggestions.ts'

interface SuggestionCardProps {
  time: SuggestedTime
  timeZone: string
  nameOf: (email: string) => string
  isBooking: boolean
  onBook: () => void
}

/** A time that suits, with what speaks for it. */
export function SuggestionCard({ time, timeZone, nameOf, isBooking, onBook }: SuggestionCardProps) {
  const { startsAt, endsAt, score, reason, reasons } = time
  const date = Temporal.Instant.from(startsAt).toZonedDateTimeISO(timeZone).toPlainDate()
  const range = formatTimeRange(startsAt, endsAt, timeZone)
  return (
    <li className="flex flex-col gap-3 rounded-lg border border-line bg-surface p-4 shadow-card">
      <div className="flex items-start justify-between gap-4">
        <h3 className="flex min-w-0 flex-col">
          <span className="text-[0.9375rem] leading-6 font-semibold text-heading">
            {formatDate(date, 'full')}, <span className="whitespace-nowrap">{range}</span>
          </span>
          <span className="text-xs font-normal text-muted">{zoneName(timeZone)}</span>
        </h3>
        <ScoreMeter score={score} />
      </div>
      <p className="text-[0.8125rem] text-ink">{reason}</p>
      <Attendance time={time} timeZone={timeZone} nameOf={nameOf} />
      <div className="flex flex-wrap items-start justify-between gap-2">
        <ScoreParts score={score} reasons={reasons} nameOf={nameOf} />
        <Button
          variant="primary"
          size="small"
          isBusy={isBooking}
          onClick={onBook}
          aria-label={`Book ${formatDate(date, 'short')}, ${range}`}
          className="ml-auto"
        >
          <CalendarPlus aria-hidden className="size-4" />
          Book
        </Button>
      </div>
    </li>
  )
}
