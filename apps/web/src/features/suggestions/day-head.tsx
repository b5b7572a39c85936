import type { Temporal } from '@astralis/core/temporal'
import { Clock3 } from 'lucide-react'
import { clockChangeOn, clockChangeText } from '../../lib/clock-change.ts'
import { formatDate, formatDay, formatWeekday } from '../../lib/format-time.ts'

/** The head of a day's column; says when the clocks change on it. */
export function DayHead({ day, timeZone }: { day: Temporal.PlainDate; timeZone: string }) {
  const change = clockChangeOn(day, timeZone)
  return (
    <th
      scope="col"
      className="sticky top-0 z-10 h-14 border-b border-s border-line bg-surface px-1 text-xs font-medium text-muted"
    >
      <span className="sr-only">{formatDate(day, 'full')}</span>
      <span aria-hidden className="flex flex-col items-center leading-5">
        {formatWeekday(day, 'short')}
        <span className="text-sm font-semibold text-heading">{formatDay(day)}</span>
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
