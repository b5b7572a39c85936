import type { Temporal } from '@astralis/core/temporal'
import { spanOfMorning, type Span } from './drag.ts'
import type { DateRange } from './visible-range.ts'

const LAST_USEFUL_HOUR = 21

/**
 * An hour to start from when nobody pointed at a time: the next full hour where today is in sight and not over,
 * otherwise the morning of `date`, or of tomorrow.
 */
export function newEventSpan(now: Temporal.ZonedDateTime, visible: DateRange, date: Temporal.PlainDate): Span {
  const today = now.toPlainDate()
  const isTodayVisible = today.since(visible.first).sign >= 0 && visible.last.since(today).sign >= 0
  if (!isTodayVisible) return spanOfMorning(date, now.timeZoneId)
  if (now.hour >= LAST_USEFUL_HOUR) return spanOfMorning(today.add({ days: 1 }), now.timeZoneId)
  const start = now.round({ smallestUnit: 'hour', roundingMode: 'floor' }).add({ hours: 1 })
  return { startsAt: start.toInstant().toString(), endsAt: start.add({ hours: 1 }).toInstant().toString() }
}
