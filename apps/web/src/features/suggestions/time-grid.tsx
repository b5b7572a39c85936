import { Temporal } from '@astralis/core/temporal'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useMemo, useState } from 'react'
import { formatDate, formatDateRange, zoneName } from '../../lib/format-time.ts'
import { useMediaQuery } from '../../lib/use-media-query.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { StartTable } from './start-table.tsx'
import type { SuggestedTime } from './suggestions.ts'
import { pagesOf } from './time-cells.ts'

/** To be led to. */
export const TIME_GRID_ID = 'every-time'

const WEEK_DAYS = 7

interface TimeGridProps {
  /** `YYYY-MM-DD`, first and last day. */
  from: string
  to: string
  timeZone: string
  suggestions: readonly SuggestedTime[]
  /** Asks about a start. */
  onAsk: (startsAt: string) => void
}

/** Every start of the range, a week at a time (on a narrow screen a day): which are suggested, and why not the others. */
export function TimeGrid({ from, to, timeZone, suggestions, onAsk }: TimeGridProps) {
  const isWeekTooWide = useMediaQuery('(width < 48rem)')
  const pages = useMemo(() => pagesOf(from, to, isWeekTooWide ? 1 : WEEK_DAYS), [from, to, isWeekTooWide])
  const [chosenPage, setPage] = useState<number | null>(null)
  const page = Math.min(chosenPage ?? pageOfBest(pages, suggestions, timeZone), pages.length - 1)
  const days = pages[page]
  const [first] = days ?? []
  const last = days?.at(-1)
  if (!days || !first || !last) return null
  return (
    <section id={TIME_GRID_ID} aria-label="Every other time" className="flex min-w-0 flex-col gap-3">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <div className="min-w-0 flex-1 basis-60">
          <h2 className="text-[0.9375rem] font-semibold text-heading">Why not another time?</h2>
          <p className="text-[0.8125rem] text-muted">
            Press a start to see who is in the way, in {zoneName(timeZone)}.
          </p>
        </div>
        <div className="flex items-center gap-1">
          <IconButton
            icon={ChevronLeft}
            label="Earlier days"
            disabled={page === 0}
            onClick={() => setPage(page - 1)}
            className="size-8"
          />
          <p aria-live="polite" className="min-w-28 text-center text-[0.8125rem] font-medium text-ink">
            {first.equals(last) ? formatDate(first, 'short') : formatDateRange(first, last, 'short')}
          </p>
          <IconButton
            icon={ChevronRight}
            label="Later days"
            disabled={page >= pages.length - 1}
            onClick={() => setPage(page + 1)}
            className="size-8"
          />
        </div>
      </header>
      <StartTable
        key={`${first.toString()} ${days.length}`}
        days={days}
        timeZone={timeZone}
        suggestions={suggestions}
        onAsk={onAsk}
      />
    </section>
  )
}

/** The page of the best suggestion, the first one where nothing is suggested. */
function pageOfBest(
  pages: readonly Temporal.PlainDate[][],
  [best]: readonly SuggestedTime[],
  timeZone: string,
): number {
  const date = best && Temporal.Instant.from(best.startsAt).toZonedDateTimeISO(timeZone).toPlainDate()
  return Math.max(
    0,
    pages.findIndex((days) => days.some((day) => date?.equals(day))),
  )
}
