import { Temporal } from '@astralis/core/temporal'
import { daysOf, formatDate } from '../../lib/format-time.ts'
import type { FoundEvent } from './use-search.ts'

export interface FoundDay {
  /** `YYYY-MM-DD` */
  date: string
  /** `Today`, `Tomorrow`, `Yesterday`, or the date in words. */
  title: string
  events: FoundEvent[]
}

interface FoundDays {
  coming: FoundDay[]
  over: FoundDay[]
}

interface Reader {
  timeZone: string
  now: Temporal.Instant
  locale?: string
}

/** What was found, by days in the order in which it comes; what is over apart. */
export function groupFound(events: readonly FoundEvent[], { timeZone, now, locale }: Reader): FoundDays {
  const groups: FoundDays = { coming: [], over: [] }
  const today = now.toZonedDateTimeISO(timeZone).toPlainDate()
  for (const event of events) {
    const isOver = Temporal.Instant.compare(event.endsAt, now) <= 0
    const days = isOver ? groups.over : groups.coming
    const day = daysOf(event, timeZone).first
    const last = days.at(-1)
    if (last?.date === day.toString()) last.events.push(event)
    else days.push({ date: day.toString(), title: titleOf(day, today, locale), events: [event] })
  }
  return groups
}

function titleOf(day: Temporal.PlainDate, today: Temporal.PlainDate, locale?: string): string {
  const relative: Record<number, string> = { 0: 'Today', 1: 'Tomorrow', [-1]: 'Yesterday' }
  return relative[today.until(day).days] ?? formatDate(day, 'full', locale)
}
