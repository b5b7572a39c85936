import { RecurrenceError } from './recurrence-error.ts'
import { formatCompact } from './wall-time.ts'

/** How often a rule looks; a meeting does not repeat within a day (RFC 5545 also has HOURLY, MINUTELY and SECONDLY). */
export const FREQUENCIES = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const
export type Frequency = (typeof FREQUENCIES)[number]

/** In the order of ISO 8601. */
export const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
export type Weekday = (typeof WEEKDAYS)[number]

/** `position` counts from 1, or from -1 backwards, within the month or year; null for every such day. */
export interface RuleDay {
  weekday: Weekday
  position: number | null
}

/** The parts that list numbers, in the order in which they are written. */
export const NUMBER_PARTS = [
  'BYMONTH',
  'BYWEEKNO',
  'BYYEARDAY',
  'BYMONTHDAY',
  'BYHOUR',
  'BYMINUTE',
  'BYSECOND',
  'BYSETPOS',
] as const
export type NumberPart = (typeof NUMBER_PARTS)[number]

/** What they may be. Negative ones count from the end. */
const NUMBERS: Record<NumberPart, { from: number; to: number; isSigned: boolean }> = {
  BYMONTH: { from: 1, to: 12, isSigned: false },
  BYWEEKNO: { from: 1, to: 53, isSigned: true },
  BYYEARDAY: { from: 1, to: 366, isSigned: true },
  BYMONTHDAY: { from: 1, to: 31, isSigned: true },
  BYHOUR: { from: 0, to: 23, isSigned: false },
  BYMINUTE: { from: 0, to: 59, isSigned: false },
  BYSECOND: { from: 0, to: 59, isSigned: false },
  BYSETPOS: { from: 1, to: 366, isSigned: true },
}

/** A recurrence rule (RFC 5545, 3.3.10). */
export interface RecurrenceRule {
  frequency: Frequency
  interval: number
  /** At most one of the two; neither for an endless rule. `until` is an instant, included, in epoch milliseconds. */
  count: number | null
  until: number | null
  days: RuleDay[]
  numbers: Partial<Record<NumberPart, number[]>>
  weekStart: Weekday
}

/** More are refused, so that no series can fill the database; an endless rule is kept to a horizon instead. */
export const MAX_OCCURRENCES = 2000
const MAX_INTERVAL = 10_000
/** A year of every second would be thirty million. */
const MAX_TIMES = 24

/** Reads UNTIL as an instant; how depends on the series' zone. */
export type ReadUntil = (text: string) => number

/**
 * Reads the value of an RRULE. Parts that RFC 5545 does not allow with a frequency, such as BYYEARDAY with WEEKLY, are
 * read as limits, which is what other programs take them for. Throws RecurrenceError for everything else that is no
 * rule, or one of those that are not supported.
 */
export function parseRule(text: string, readUntil: ReadUntil): RecurrenceRule {
  const parts = readParts(text)
  const count = parts.has('COUNT') ? readNumber('COUNT', parts.get('COUNT') ?? '', 1, MAX_OCCURRENCES) : null
  const until = parts.has('UNTIL') ? readUntil(parts.get('UNTIL') ?? '') : null
  if (count !== null && until !== null) throw new RecurrenceError('Expected COUNT or UNTIL, not both.')
  const rule: RecurrenceRule = {
    frequency: readFrequency(parts.get('FREQ')),
    interval: readNumber('INTERVAL', parts.get('INTERVAL') ?? '1', 1, MAX_INTERVAL),
    count,
    until,
    days: readList(parts.get('BYDAY')).map(readDay),
    numbers: readNumbers(parts),
    weekStart: readWeekday('WKST', parts.get('WKST') ?? 'MO'),
  }
  checkRule(rule)
  return withPosition(rule)
}

/** The value of an RRULE in one order of parts; UNTIL in UTC, as RFC 5545 wants it for a series in a zone. */
export function formatRule(rule: RecurrenceRule): string {
  const { frequency, interval, count, until, days, numbers, weekStart } = rule
  return [
    `FREQ=${frequency}`,
    ...(interval > 1 ? [`INTERVAL=${interval}`] : []),
    ...(count === null ? [] : [`COUNT=${count}`]),
    ...(until === null ? [] : [`UNTIL=${formatCompact(until)}Z`]),
    ...(days.length > 0 ? [`BYDAY=${days.map(formatDay).join(',')}`] : []),
    ...NUMBER_PARTS.flatMap((part) => (numbers[part] ? [`${part}=${numbers[part].join(',')}`] : [])),
    ...(weekStart === 'MO' ? [] : [`WKST=${weekStart}`]),
  ].join(';')
}

const KNOWN = new Set<string>(['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'BYDAY', 'WKST', ...NUMBER_PARTS])

function readParts(text: string): Map<string, string> {
  const parts = new Map<string, string>()
  for (const part of text.toUpperCase().split(';')) {
    const [name = '', value = '', ...rest] = part.trim().split('=')
    if (value === '' || rest.length > 0)
      throw new RecurrenceError(`Expected parts such as FREQ=WEEKLY, got "${part.slice(0, 40)}".`)
    if (!KNOWN.has(name)) throw new RecurrenceError(`${name.slice(0, 40)} is not a part of a rule that is supported.`)
    if (parts.has(name)) throw new RecurrenceError(`Expected ${name} once.`)
    parts.set(name, value)
  }
  return parts
}

function readFrequency(text: string | undefined): Frequency {
  const known = FREQUENCIES.find((frequency) => frequency === text)
  if (known) return known
  if (text === 'HOURLY' || text === 'MINUTELY' || text === 'SECONDLY')
    throw new RecurrenceError(`FREQ=${text} is not supported: an event repeats at most daily.`)
  throw new RecurrenceError('Expected FREQ to be DAILY, WEEKLY, MONTHLY or YEARLY.')
}

function readNumbers(parts: ReadonlyMap<string, string>): RecurrenceRule['numbers'] {
  const numbers: RecurrenceRule['numbers'] = {}
  for (const part of NUMBER_PARTS) {
    const { from, to, isSigned } = NUMBERS[part]
    const list = readList(parts.get(part)).map((text) => readNumber(part, text, from, to, isSigned))
    if (list.length > 0) numbers[part] = [...new Set(list)]
  }
  return numbers
}

function readList(text: string | undefined): string[] {
  return text === undefined ? [] : [...new Set(text.split(','))]
}

function readNumber(part: string, text: string, from: number, to: number, isSigned = false): number {
  const size = /^[+-]?\d{1,7}$/.test(text) ? Number(text) : Number.NaN
  const isNegative = size < 0 || Object.is(size, -0)
  if (Math.abs(size) >= from && Math.abs(size) <= to && (isSigned || !isNegative)) return size
  const range = isSigned ? `${from} to ${to} or -${to} to -${from}` : `${from} to ${to}`
  const more =
    part === 'COUNT' && size > to ? ' More occurrences are not kept; leave COUNT out for an endless series.' : ''
  throw new RecurrenceError(`Expected ${part} to be ${range}, got "${text.slice(0, 20)}".${more}`)
}

function readDay(text: string): RuleDay {
  const [, position, weekday] = /^([+-]?\d{1,2})?([A-Z]{2})$/.exec(text) ?? []
  if (weekday === undefined) throw new RecurrenceError(`Expected BYDAY such as TU or -1FR, got "${text.slice(0, 20)}".`)
  return {
    weekday: readWeekday('BYDAY', weekday),
    position: position === undefined ? null : readNumber('BYDAY', position, 1, 53, true),
  }
}

function readWeekday(part: string, text: string): Weekday {
  const known = WEEKDAYS.find((weekday) => weekday === text)
  if (!known)
    throw new RecurrenceError(`Expected ${part} to be of MO, TU, WE, TH, FR, SA and SU, got "${text.slice(0, 20)}".`)
  return known
}

function formatDay({ weekday, position }: RuleDay): string {
  return `${position ?? ''}${weekday}`
}

/** BYDAY=TU;BYSETPOS=2, as Outlook writes the second Tuesday of a month, is BYDAY=2TU. */
function withPosition(rule: RecurrenceRule): RecurrenceRule {
  const { BYSETPOS, BYMONTH, ...others } = rule.numbers
  const isByMonth = rule.frequency === 'MONTHLY' || (rule.frequency === 'YEARLY' && BYMONTH?.length === 1)
  const [day, ...moreDays] = rule.days
  const [position = 0, ...morePositions] = BYSETPOS ?? []
  const isOne = moreDays.length + morePositions.length + Object.keys(others).length === 0 && day?.position === null
  if (!isByMonth || !isOne || position === 0 || Math.abs(position) > 5) return rule
  return { ...rule, days: [{ ...day, position }], numbers: BYMONTH ? { BYMONTH } : {} }
}

/** Days of January to December, at most. */
export const LONGEST_MONTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

function checkRule({ frequency, days, numbers }: RecurrenceRule): void {
  const { BYHOUR = [0], BYMINUTE = [0], BYSECOND = [0] } = numbers
  if (BYHOUR.length * BYMINUTE.length * BYSECOND.length > MAX_TIMES)
    throw new RecurrenceError(`Expected BYHOUR, BYMINUTE and BYSECOND to be at most ${MAX_TIMES} times of a day.`)
  const hasPositions = days.some(({ position }) => position !== null)
  if (hasPositions && (frequency === 'DAILY' || frequency === 'WEEKLY'))
    throw new RecurrenceError(`Expected BYDAY without numbers with FREQ=${frequency}.`)
  if (hasPositions && numbers.BYWEEKNO) throw new RecurrenceError('Expected BYDAY without numbers beside BYWEEKNO.')
  if (numbers.BYSETPOS && days.length === 0 && Object.keys(numbers).length === 1)
    throw new RecurrenceError('Expected another part beside BYSETPOS, such as BYDAY.')
  const { BYMONTH: months, BYMONTHDAY: dates } = numbers
  const longest = Math.max(...(months ?? []).map((month) => LONGEST_MONTHS[month - 1] ?? 0))
  if (months && dates?.every((date) => Math.abs(date) > longest))
    throw new RecurrenceError(`Expected BYMONTHDAY to be a day of BYMONTH, got ${dates.join()} of ${months.join()}.`)
}
