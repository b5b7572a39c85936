import { Temporal } from '@astralis/core/temporal'
import { formatDate, formatWeekday } from '../../lib/format-time.ts'

const MONDAY = Temporal.PlainDate.from('1970-01-05')
const WEEK_DAYS = 7

interface Line {
  name: string
  hours: string
}

/** `Mon 09:00–17:00, Tue 09:00–12:00`, or dates with theirs; null for what is no list of hours. */
export function hoursText(value: unknown, { locale }: { locale?: string | undefined } = {}): string | null {
  if (!Array.isArray(value)) return null
  const lines = value.flatMap((one: unknown) => readRule(one, locale) ?? readDate(one, locale) ?? [])
  return lines.map(({ name, hours }) => `${name} ${hours}`).join(', ') || null
}

/** Hours that are switched off are remembered, but nobody's to book. */
function readRule(value: unknown, locale?: string): Line[] | null {
  if (typeof value !== 'object' || value === null || !('dayOfWeek' in value)) return null
  if ('isActive' in value && value.isActive === false) return []
  const day = Number(value.dayOfWeek)
  if (!(day >= 1 && day <= WEEK_DAYS)) return null
  return [{ name: formatWeekday(MONDAY.add({ days: day - 1 }), 'short', locale), hours: rangeText(value) }]
}

function readDate(value: unknown, locale?: string): Line[] | null {
  if (typeof value !== 'object' || value === null || !('date' in value) || !('ranges' in value)) return null
  const { date, ranges } = value
  if (typeof date !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(date) || !Array.isArray(ranges)) return null
  const hours = ranges.map(rangeText).join(' and ') || 'off'
  return [{ name: formatDate(Temporal.PlainDate.from(date), 'short', locale), hours }]
}

function rangeText(value: unknown): string {
  if (typeof value !== 'object' || value === null || !('startTime' in value) || !('endTime' in value)) return ''
  return `${String(value.startTime)}–${String(value.endTime)}`
}
