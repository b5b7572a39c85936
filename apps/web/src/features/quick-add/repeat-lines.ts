import { formatRecurrence } from '@astralis/core/recurrence/recurrence'
import { DAILY } from '../recurrence/repeat-presets.ts'
import type { Repeat } from './find-repeat.ts'

/** The rule as RFC 5545 writes it. */
export function repeatLines({ frequency, interval, weekdays, count }: Repeat): string {
  const days = weekdays.map((weekday) => ({ weekday, position: null }))
  const rule = { ...DAILY, frequency, interval, count, days }
  return formatRecurrence({ rule, extra: [], excluded: [], excludedDates: [] })
}
