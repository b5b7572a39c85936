import type { Temporal } from '@astralis/core/temporal'
import { clsx } from 'clsx'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useState, type KeyboardEvent, type ReactNode } from 'react'
import { alongLine } from '../../lib/arrow-key.ts'
import { today } from '../../lib/clock.ts'
import { formatDate, formatDay, formatMonth, formatWeekday } from '../../lib/format-time.ts'
import { FIRST_DAY_OF_WEEK } from '../../lib/locale.ts'
import { visibleDates } from './visible-range.ts'

type PlainDate = Temporal.PlainDate

interface MiniMonthProps {
  date: PlainDate
  timeZone: string
  onSelect: (date: PlainDate) => void
}

/** How far each key moves, in days; Home and End are left to the browser. */
const KEY_DAYS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }

/** A month to choose a day from: one tab stop, arrow keys move, Enter chooses (WAI-ARIA date picker grid). */
export function MiniMonth({ date, timeZone, onSelect }: MiniMonthProps) {
  const [shown, setShown] = useState({ cursor: date, origin: date })
  // Follows the calendar when it turns the page, and stays where the reader leafed to otherwise.
  if (!shown.origin.equals(date)) setShown({ cursor: date, origin: date })
  const { cursor } = shown
  const weeks = weeksOf(cursor)
  const setCursor = (next: PlainDate) => setShown({ cursor: next, origin: date })

  const move = (event: KeyboardEvent<HTMLTableElement>) => {
    const days = KEY_DAYS[alongLine(event.key)]
    if (days === undefined) return
    event.preventDefault()
    const next = cursor.add({ days })
    setCursor(next)
    const table = event.currentTarget
    requestAnimationFrame(() => table.querySelector<HTMLElement>(`[data-day="${next.toString()}"]`)?.focus())
  }

  return (
    <div className="flex flex-col gap-1">
      <div className="flex items-center justify-between ps-1.5">
        <p aria-live="polite" className="text-[0.8125rem] font-semibold text-heading">
          {formatMonth(cursor)}
        </p>
        <div className="flex">
          <LeafButton label="Previous month" onClick={() => setCursor(cursor.subtract({ months: 1 }))}>
            <ChevronLeft aria-hidden className="size-4" />
          </LeafButton>
          <LeafButton label="Next month" onClick={() => setCursor(cursor.add({ months: 1 }))}>
            <ChevronRight aria-hidden className="size-4" />
          </LeafButton>
        </div>
      </div>
      <table
        role="grid"
        aria-label="Choose a day"
        onKeyDown={move}
        className="w-full table-fixed border-collapse text-center"
      >
        <thead>
          <tr>
            {weeks[0]?.map((day) => (
              <th
                key={day.dayOfWeek}
                scope="col"
                abbr={formatWeekday(day, 'short')}
                className="h-7 text-[0.6875rem] font-medium text-muted"
              >
                {formatWeekday(day, 'narrow')}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]?.toString()}>
              {week.map((day) => (
                <td key={day.toString()} className="p-0">
                  <button
                    type="button"
                    data-day={day.toString()}
                    tabIndex={day.equals(cursor) ? 0 : -1}
                    aria-label={formatDate(day, 'full')}
                    aria-current={day.equals(today(timeZone)) ? 'date' : undefined}
                    aria-pressed={day.equals(date)}
                    onClick={() => onSelect(day)}
                    className={clsx(DAY_CLASS, day.month === cursor.month ? 'text-ink' : 'text-muted')}
                  >
                    {formatDay(day)}
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function weeksOf(date: PlainDate): PlainDate[][] {
  const { first, last } = visibleDates('month', date, FIRST_DAY_OF_WEEK)
  const weekCount = (first.until(last).days + 1) / 7
  return Array.from({ length: weekCount }, (_week, index) =>
    Array.from({ length: 7 }, (_day, day) => first.add({ days: index * 7 + day })),
  )
}

const DAY_CLASS =
  'inline-flex size-7 items-center justify-center rounded-full text-xs tabular-nums transition-colors hover:bg-hover ' +
  'aria-[current=date]:font-bold aria-[current=date]:not-aria-pressed:text-primary ' +
  'aria-pressed:bg-primary aria-pressed:font-semibold aria-pressed:text-on-primary'

function LeafButton({ label, onClick, children }: { label: string; onClick: () => void; children: ReactNode }) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      onClick={onClick}
      className="inline-flex size-7 items-center justify-center rounded-md text-muted transition-colors hover:bg-hover hover:text-ink"
    >
      {children}
    </button>
  )
}
