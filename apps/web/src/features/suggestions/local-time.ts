import { Temporal } from '@astralis/core/temporal'
import { formatTime, formatWeekday } from '../../lib/format-time.ts'

/** `09:00`, and the day where it is not `date`: `Mon 23:00`. `local` is `YYYY-MM-DDTHH:mm`. */
export function localTimeText(local: string, date: Temporal.PlainDate, locale?: string): string {
  const day = Temporal.PlainDateTime.from(local).toPlainDate()
  const time = formatTime(`${local}:00Z`, 'UTC', locale)
  return day.equals(date) ? time : `${formatWeekday(day, 'short', locale)} ${time}`
}
