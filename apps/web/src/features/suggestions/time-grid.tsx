import { Temporal } from '@astralis/core/temporal'
import { clsx } from 'clsx'
import { ChevronLeft, ChevronRight, Clock3, Star } from 'lucide-react'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { now } from '../../lib/clock.ts'
import { clockChangeOn, clockChangeText } from '../../lib/clock-change.ts'
import { formatDate, formatDateRange, formatTime, formatWeekday, zoneName } from '../../lib/format-time.ts'
import { useMediaQuery } from '../../lib/use-media-query.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import type { SuggestedTime } from './suggestions.ts'
import { gridRows, pagesOf, placeAfter, type GridCell, type GridPlace, type GridRow } from './time-cells.ts'

/** To be led to. */
export const TIME_GRID_ID = 'every-time'

const STEP_MINUTES = 30
const WEEK_DAYS = 7
/** Where a day begins to be interesting, if nothing is suggested earlier. */
const FIRST_HOUR = 8

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
  const pages = pagesOf(from, to, isWeekTooWide ? 1 : WEEK_DAYS)
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
      <Cells
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

interface CellsProps extends Pick<TimeGridProps, 'timeZone' | 'suggestions' | 'onAsk'> {
  days: readonly Temporal.PlainDate[]
}

/** One tab stop; arrow keys move within. */
function Cells({ days, timeZone, suggestions, onAsk }: CellsProps) {
  const rows = gridRows(days, timeZone, STEP_MINUTES)
  const body = useRef<HTMLTableElement>(null)
  const [place, setPlace] = useState<GridPlace>({ row: FIRST_ROW, column: 0 })
  const ranks = new Map(suggestions.map(({ startsAt }, index) => [momentOf(startsAt), index + 1]))
  const topRow = firstRowInSight(rows, ranks)
  useEffect(() => {
    const row = body.current?.querySelector<HTMLElement>(`[data-row="${topRow}"]`)
    row?.closest('[data-scroller]')?.scrollTo({ top: row.offsetTop - HEAD_PIXELS })
  }, [topRow])
  const onKeyDown = (event: KeyboardEvent) => {
    const next = placeAfter(event.key, place, rows)
    if (!next) return
    event.preventDefault()
    setPlace(next)
    body.current?.querySelector<HTMLElement>(`[data-place="${next.row}-${next.column}"]`)?.focus()
  }
  return (
    <div data-scroller className="relative max-h-[30rem] overflow-y-auto rounded-lg border border-line bg-surface">
      <table
        ref={body}
        role="grid"
        aria-label="Starts"
        onKeyDown={onKeyDown}
        className="w-full table-fixed border-separate border-spacing-0"
      >
        <thead>
          <tr>
            <th className="sticky top-0 z-10 w-[4.25rem] border-b border-line bg-surface" aria-label="Time" />
            {days.map((day) => (
              <DayHead key={day.toString()} day={day} timeZone={timeZone} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ time, cells }, row) => (
            <tr key={time} data-row={row}>
              <th
                scope="row"
                className="h-8 border-b border-line pr-2 text-right text-[0.6875rem] font-normal whitespace-nowrap text-muted tabular-nums"
              >
                {time.endsWith('00') ? clock(time) : <span className="sr-only">{clock(time)}</span>}
              </th>
              {cells.map((moments, column) => (
                <td key={column} role="gridcell" className="h-8 border-b border-l border-line p-0.5">
                  <div className="flex h-full gap-0.5">
                    {moments.length === 0 && <Skipped />}
                    {moments.map((cell, index) => (
                      <Start
                        key={cell.startsAt}
                        cell={cell}
                        timeZone={timeZone}
                        rank={ranks.get(momentOf(cell.startsAt))}
                        isTabStop={place.row === row && place.column === column}
                        {...(index === 0 && { place: `${row}-${column}` })}
                        onFocus={() => setPlace({ row, column })}
                        onAsk={onAsk}
                      />
                    ))}
                  </div>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const FIRST_ROW = (FIRST_HOUR * 60) / STEP_MINUTES
/** What stands above the first suggestion, so that it is seen in its surroundings. */
const ROWS_ABOVE = 3

/** The row to begin with: a little above the first suggestion, else where a day begins to be interesting. */
function firstRowInSight(rows: readonly GridRow[], ranks: ReadonlyMap<number, number>): number {
  const suggested = rows.findIndex(({ cells }) => cells.flat().some(({ startsAt }) => ranks.has(momentOf(startsAt))))
  return suggested === -1 ? FIRST_ROW : Math.max(0, suggested - ROWS_ABOVE)
}

function momentOf(instant: string): number {
  return Temporal.Instant.from(instant).epochMilliseconds
}

/** The height of the row of dates, which stays above the rest. */
const HEAD_PIXELS = 56

function DayHead({ day, timeZone }: { day: Temporal.PlainDate; timeZone: string }) {
  const change = clockChangeOn(day, timeZone)
  return (
    <th
      scope="col"
      className="sticky top-0 z-10 h-14 border-b border-l border-line bg-surface px-1 text-xs font-medium text-muted"
    >
      <span className="sr-only">{formatDate(day, 'full')}</span>
      <span aria-hidden className="flex flex-col items-center leading-5">
        {formatWeekday(day, 'short')}
        <span className="text-sm font-semibold text-heading">{day.day}</span>
      </span>
      {change && (
        <span
          title={clockChangeText(change)}
          className="flex items-center justify-center gap-1 text-[0.6875rem] leading-3 font-normal text-on-warning-soft"
        >
          <Clock3 aria-hidden className="size-3 shrink-0" />
          <span className="sr-only">{clockChangeText(change)}</span>
          <span aria-hidden>
            {change.minutes > 0 ? '+' : '−'}
            {Math.abs(change.minutes)} min
          </span>
        </span>
      )}
    </th>
  )
}

function Skipped() {
  return (
    <span
      title="The clocks skip this time"
      className="flex-1 rounded-sm bg-[repeating-linear-gradient(135deg,var(--line)_0_2px,transparent_2px_6px)]"
    >
      <span className="sr-only">The clocks skip this time</span>
    </span>
  )
}

interface StartProps {
  cell: GridCell
  timeZone: string
  /** Its place among the suggestions; undefined for any other start. */
  rank: number | undefined
  isTabStop: boolean
  place?: string
  onFocus: () => void
  onAsk: (startsAt: string) => void
}

function Start({ cell: { startsAt, offset }, timeZone, rank, isTabStop, place, onFocus, onAsk }: StartProps) {
  const moment = Temporal.Instant.from(startsAt)
  const isPast = Temporal.Instant.compare(moment, now()) < 0
  const date = formatDate(moment.toZonedDateTimeISO(timeZone).toPlainDate(), 'short')
  const name = [`${date}, ${formatTime(startsAt, timeZone)}`, offset, rank && `suggestion ${rank}`]
    .filter(Boolean)
    .join(', ')
  return (
    <button
      type="button"
      data-place={place}
      data-starts-at={startsAt}
      tabIndex={isTabStop ? 0 : -1}
      aria-label={name}
      title={name}
      onFocus={onFocus}
      onClick={() => onAsk(startsAt)}
      className={clsx(
        'flex min-w-0 flex-1 items-center justify-center gap-1 rounded-sm text-xs font-semibold transition-colors',
        rank
          ? 'bg-primary text-on-primary hover:bg-primary-hover'
          : isPast
            ? 'bg-sunken hover:bg-hover'
            : 'hover:bg-primary-soft',
      )}
    >
      {rank ? (
        <>
          <Star aria-hidden className="size-3 fill-current" />
          {rank}
        </>
      ) : (
        offset && <span className="truncate text-[0.625rem] font-normal text-muted">{offset}</span>
      )}
    </button>
  )
}

function clock(time: string): string {
  return formatTime(`1970-01-01T${time}:00Z`, 'UTC')
}
