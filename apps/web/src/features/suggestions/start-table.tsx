import { Temporal } from '@astralis/core/temporal'
import { useEffect, useMemo, useRef, useState, type FocusEvent, type KeyboardEvent, type MouseEvent } from 'react'
import { alongLine } from '../../lib/arrow-key.ts'
import { now } from '../../lib/clock.ts'
import { formatDate, formatTime } from '../../lib/format-time.ts'
import { DayHead } from './day-head.tsx'
import { SkippedStart, StartButton } from './start-button.tsx'
import type { SuggestedTime } from './suggestions.ts'
import { gridRows, placeAfter, type GridPlace, type GridRow } from './time-cells.ts'

const STEP_MINUTES = 30
/** Where a day begins to be interesting, if nothing is suggested earlier. */
const FIRST_ROW = (8 * 60) / STEP_MINUTES
/** What stands above the first suggestion, so that it is seen in its surroundings. */
const ROWS_ABOVE = 3
/** The height of the row of dates, which stays above the rest. */
const HEAD_PIXELS = 56

interface StartTableProps {
  /** The same list for as long as the days are the same. */
  days: readonly Temporal.PlainDate[]
  timeZone: string
  suggestions: readonly SuggestedTime[]
  onAsk: (startsAt: string) => void
}

/** Every start of some days. One tab stop; arrow keys move within. */
export function StartTable({ days, timeZone, suggestions, onAsk }: StartTableProps) {
  const table = useRef<HTMLTableElement>(null)
  const rows = useMemo(() => gridRows(days, timeZone, STEP_MINUTES), [days, timeZone])
  const dates = useMemo(() => days.map((day) => formatDate(day, 'short')), [days])
  const ranks = useMemo(() => ranksOf(suggestions), [suggestions])
  const [place, setPlace] = useState<GridPlace>({ row: FIRST_ROW, column: 0 })
  const topRow = firstRowInSight(rows, ranks)
  useEffect(() => {
    const row = table.current?.querySelector<HTMLElement>(`[data-row="${topRow}"]`)
    row?.closest('[data-scroller]')?.scrollTo({ top: row.offsetTop - HEAD_PIXELS })
  }, [topRow])

  const onKeyDown = (event: KeyboardEvent) => {
    const next = placeAfter(alongLine(event.key), place, rows)
    if (!next) return
    event.preventDefault()
    table.current?.querySelector<HTMLElement>(`[data-place="${next.row}-${next.column}"]`)?.focus()
  }
  const onFocus = ({ target }: FocusEvent) => {
    const [row, column] = dataOf(target, 'place')?.split('-').map(Number) ?? []
    if (row !== undefined && column !== undefined) setPlace({ row, column })
  }
  const onClick = ({ target }: MouseEvent) => {
    const startsAt = dataOf(target, 'startsAt')
    if (startsAt) onAsk(startsAt)
  }
  const present = now().epochMilliseconds
  return (
    <div data-scroller className="relative max-h-[30rem] overflow-y-auto rounded-lg border border-line bg-surface">
      <table
        ref={table}
        role="grid"
        aria-label="Starts"
        onKeyDown={onKeyDown}
        onFocus={onFocus}
        onClick={onClick}
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
                className="h-8 border-b border-line pe-2 text-end text-[0.6875rem] font-normal whitespace-nowrap text-muted tabular-nums"
              >
                {time.endsWith('00') ? clock(time) : <span className="sr-only">{clock(time)}</span>}
              </th>
              {cells.map((moments, column) => (
                <td key={column} role="gridcell" className="h-8 border-b border-s border-line p-0.5">
                  <div className="flex h-full gap-0.5">
                    {moments.length === 0 && <SkippedStart />}
                    {moments.map(({ startsAt, epoch, offset }) => (
                      <StartButton
                        key={startsAt}
                        startsAt={startsAt}
                        name={`${dates[column]}, ${clock(time)}`}
                        offset={offset}
                        rank={ranks.get(epoch)}
                        isPast={epoch < present}
                        place={`${row}-${column}`}
                        isTabStop={place.row === row && place.column === column}
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

/** Start to place among the suggestions, from 1. */
function ranksOf(suggestions: readonly SuggestedTime[]): ReadonlyMap<number, number> {
  return new Map(
    suggestions.map(({ startsAt }, index) => [Temporal.Instant.from(startsAt).epochMilliseconds, index + 1]),
  )
}

/** The row to begin with: a little above the first suggestion, else where a day begins to be interesting. */
function firstRowInSight(rows: readonly GridRow[], ranks: ReadonlyMap<number, number>): number {
  const suggested = rows.findIndex(({ cells }) => cells.flat().some(({ epoch }) => ranks.has(epoch)))
  return suggested === -1 ? FIRST_ROW : Math.max(0, suggested - ROWS_ABOVE)
}

/** What the pressed or focused start says of itself. */
function dataOf(target: EventTarget, key: 'place' | 'startsAt'): string | undefined {
  const button = target instanceof Element ? target.closest<HTMLElement>('[data-place]') : null
  return button?.dataset[key]
}

function clock(time: string): string {
  return formatTime(`1970-01-01T${time}:00Z`, 'UTC')
}
