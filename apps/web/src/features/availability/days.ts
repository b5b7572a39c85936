import { Temporal } from '@astralis/core/temporal'
import { DAYS_OF_WEEK, type DayOfWeek } from '@astralis/core/time/working-hours'
import { formatWeekday } from '../../lib/format-time.ts'
import { FIRST_DAY_OF_WEEK } from '../../lib/locale.ts'

const MONDAY = Temporal.PlainDate.from('1970-01-05')
const SUNDAY = 7

/** `Monday` */
export function dayName(day: DayOfWeek): string {
  return formatWeekday(MONDAY.add({ days: day - 1 }), 'long')
}

export function dayAfter(day: DayOfWeek): DayOfWeek {
  return DAYS_OF_WEEK.find((candidate) => candidate === day + 1) ?? 1
}

/** The days in the order of the reader's week, which begins on `first`. */
export function weekFrom(first = FIRST_DAY_OF_WEEK): DayOfWeek[] {
  const rank = (day: DayOfWeek) => (day - first + SUNDAY) % SUNDAY
  return DAYS_OF_WEEK.toSorted((a, b) => rank(a) - rank(b))
}
