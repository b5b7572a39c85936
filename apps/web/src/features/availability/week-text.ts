import type { AvailabilityRule } from '@astralis/core/availability/availability'
import { Temporal } from '@astralis/core/temporal'
import type { TimeRange } from '@astralis/core/time/working-hours'
import { formatTime, formatWeekday } from '../../lib/format-time.ts'
import { weekFrom } from './days.ts'

const MONDAY = Temporal.PlainDate.from('1970-01-05')

/** `Mon–Fri 09:00–17:00`, `Mon 09:00–12:00 and 13:00–17:00`: days with the same hours together; empty without any. */
export function weekText(rules: readonly AvailabilityRule[], locale?: string): string {
  const runs: { days: string[]; hours: string }[] = []
  for (const day of weekFrom()) {
    const ranges = rules
      .filter(({ dayOfWeek, isActive }) => dayOfWeek === day && isActive)
      .toSorted((a, b) => a.startTime.localeCompare(b.startTime))
    const hours = new Intl.ListFormat('en-GB').format(ranges.map((range) => rangeText(range, locale)))
    const name = formatWeekday(MONDAY.add({ days: day - 1 }), 'short', locale)
    const last = runs.at(-1)
    if (last?.hours === hours) last.days.push(name)
    else runs.push({ days: [name], hours })
  }
  return runs
    .filter(({ hours }) => hours !== '')
    .map(({ days, hours }) => `${daysText(days)} ${hours}`)
    .join(', ')
}

function daysText(days: readonly string[]): string {
  const [first, last] = [days[0], days.at(-1)]
  return days.length > 2 ? `${first}–${last}` : days.join(', ')
}

function rangeText({ startTime, endTime }: TimeRange, locale?: string): string {
  return `${clock(startTime, locale)}–${clock(endTime, locale)}`
}

/** Midnight at the end of a day reads as at its beginning. */
function clock(time: string, locale?: string): string {
  return formatTime(`1970-01-05T${time === '24:00' ? '00:00' : time}:00Z`, 'UTC', locale)
}
