import { Temporal } from '../temporal.ts'
import { parseTimeValue, type TimeValue } from './time-value.ts'

/** Which day of a year a VTIMEZONE changes its offset on: the first one of `month` that is all of what is given. */
export interface YearlyRule {
  month: number
  /** Monday is 1; null for any. */
  weekday: number | null
  /** Which of those weekdays: 1 the first of the month, -1 the last; null for any. */
  ordinal: number | null
  /** Days of the month; negative ones count from its end. Empty for any. */
  days: number[]
  until: TimeValue | null
  count: number
}

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
const KNOWN_PARTS = new Set(['FREQ', 'INTERVAL', 'BYMONTH', 'BYDAY', 'BYMONTHDAY', 'UNTIL', 'COUNT', 'WKST'])
/** Lotus Notes says again what DTSTART says. */
const TIME_OF_DAY = /^BY(HOUR|MINUTE|SECOND)=\d+$/

/**
 * Reads the rules that VTIMEZONEs have (RFC 5545, 3.6.5); null for all others. ical.js would follow any rule, also one of
 * a change each second, and takes the 30th of February for the 2nd of March. `startDate` is `YYYY-MM-DD`.
 */
export function parseYearlyRule(text: string, startDate: string): YearlyRule | null {
  const parts = readParts(text)
  const [, startMonth = '', startDay = ''] = startDate.split('-')
  const [, ordinal, weekday] = /^([+-]?\d)?(MO|TU|WE|TH|FR|SA|SU)$/.exec(parts.get('BYDAY') ?? '') ?? []
  const rule: YearlyRule = {
    month: Number(parts.get('BYMONTH') ?? startMonth),
    weekday: weekday === undefined ? null : WEEKDAYS.indexOf(weekday) + 1,
    ordinal: ordinal === undefined ? null : Number(ordinal),
    days: readDays(parts.get('BYMONTHDAY') ?? (parts.has('BYDAY') ? '' : startDay)),
    until: parseTimeValue(parts.get('UNTIL') ?? ''),
    count: Number(parts.get('COUNT') ?? Infinity),
  }
  const isYearly = parts.get('FREQ') === 'YEARLY' && Number(parts.get('INTERVAL') ?? 1) === 1
  const isUnderstood =
    [...parts.keys()].every((name) => KNOWN_PARTS.has(name)) &&
    parts.has('BYDAY') === (rule.weekday !== null) &&
    parts.has('UNTIL') === (rule.until !== null)
  return isYearly && isUnderstood && hasDays(rule) ? rule : null
}

function readParts(text: string): Map<string, string> {
  const parts = text
    .replaceAll(/\s/g, '')
    .toUpperCase()
    .split(';')
    .filter((part) => part !== '' && !TIME_OF_DAY.test(part))
  return new Map(parts.map((part) => [part.slice(0, part.indexOf('=')), part.slice(part.indexOf('=') + 1)]))
}

function readDays(text: string): number[] {
  return text.split(',').filter(Boolean).map(Number)
}

function hasDays({ month, days, count }: YearlyRule): boolean {
  return month >= 1 && month <= 12 && [month, ...days].every(Number.isInteger) && count >= 1
}

/** The rule's date `YYYY-MM-DD` in a year; null where it has none. */
export function dateInYear({ month, weekday, ordinal, days }: YearlyRule, year: number): string | null {
  const first = new Temporal.PlainDate(year, month, 1)
  // Read once: the polyfill computes them each time.
  const { daysInMonth: length, dayOfWeek } = first
  for (let day = 1; day <= length; day++) {
    const isWeekday = weekday === null || ((dayOfWeek + day - 2) % 7) + 1 === weekday
    const isNth = ordinal === null || ordinal === (ordinal < 0 ? -weekOf(length - day + 1) : weekOf(day))
    const isDay = days.length === 0 || days.includes(day) || days.includes(day - length - 1)
    if (isWeekday && isNth && isDay) return first.with({ day }).toString()
  }
  return null
}

/** The first seven days of a month are its first week. */
function weekOf(day: number): number {
  return Math.ceil(day / 7)
}
