import { Temporal } from '@astralis/core/temporal'
import { formatDate } from '../../lib/format-time.ts'
import type { LogEntry } from './log-entry.ts'

export interface LogDay {
  /** `YYYY-MM-DD` */
  date: string
  /** `Today`, `Yesterday`, or the date in words. */
  title: string
  entries: LogEntry[]
}

/** The entries of each day in `timeZone`, in the order in which they come. */
export function groupByDay(
  entries: readonly LogEntry[],
  { timeZone, today, locale }: { timeZone: string; today: Temporal.PlainDate; locale?: string },
): LogDay[] {
  const days: LogDay[] = []
  for (const entry of entries) {
    const day = Temporal.Instant.from(entry.at).toZonedDateTimeISO(timeZone).toPlainDate()
    const date = day.toString()
    const last = days.at(-1)
    if (last?.date === date) last.entries.push(entry)
    else days.push({ date, title: titleOf(day, today, locale), entries: [entry] })
  }
  return days
}

function titleOf(day: Temporal.PlainDate, today: Temporal.PlainDate, locale?: string): string {
  if (day.equals(today)) return 'Today'
  return day.equals(today.subtract({ days: 1 })) ? 'Yesterday' : formatDate(day, 'full', locale)
}
