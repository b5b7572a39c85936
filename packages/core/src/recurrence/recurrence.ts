import { isTimeZone } from '../time/time-zone.ts'
import { DAY } from '../time/zone-offsets.ts'
import { RecurrenceError } from './recurrence-error.ts'
import { formatRule, MAX_OCCURRENCES, parseRule, type RecurrenceRule } from './recurrence-rule.ts'
import { epochOf, epochToWall, formatCompact, parseCompact, parseWall, timeOfDay } from './wall-time.ts'

/** When a series happens. */
export interface SeriesTimes {
  /** Local wall time `YYYY-MM-DDTHH:mm:ss`: the first occurrence by the rule, or the only one without a rule (DTSTART). */
  startsAt: string
  /** IANA name */
  timeZone: string
  /** RRULE, RDATE and EXDATE lines of RFC 5545. */
  rules: string
}

/** What the lines of a series say. Wall times as numbers, in the series' zone. */
export interface Recurrence {
  rule: RecurrenceRule | null
  /** Occurrences beside those of the rule (RDATE). */
  extra: number[]
  /** What is left out (EXDATE): starts, and whole local dates (midnight). */
  excluded: number[]
  excludedDates: number[]
}

const EXPECTED = 'Expected lines that begin with RRULE, RDATE or EXDATE.'
const MAX_LINES_LENGTH = 60_000

/**
 * Reads RRULE, RDATE and EXDATE lines (RFC 5545, 3.8.5), also folded ones, and a bare `FREQ=…` as an RRULE. Times may be
 * local, in UTC or in a zone of their own; an RDATE that is a date begins at the series' time of day. Throws
 * RecurrenceError.
 */
export function parseRecurrence({ startsAt, timeZone, rules }: SeriesTimes): Recurrence {
  if (rules.length > MAX_LINES_LENGTH) throw new RecurrenceError(`Expected at most ${MAX_LINES_LENGTH} characters.`)
  checkTimeZone(timeZone)
  const start = parseWall(startsAt)
  const recurrence: Recurrence = { rule: null, extra: [], excluded: [], excludedDates: [] }
  for (const line of unfold(rules)) {
    const { name, value, timeZone: own } = readLine(line)
    if (name === 'RRULE') {
      if (recurrence.rule) throw new RecurrenceError('Expected RRULE once.')
      recurrence.rule = parseRule(value, (text) => readUntil(text, timeZone))
      continue
    }
    for (const text of value.split(',')) {
      const { wall, isDate } = readTime(text.trim(), own, timeZone)
      if (name === 'RDATE') recurrence.extra.push(isDate ? wall + timeOfDay(start) : wall)
      else recurrence[isDate ? 'excludedDates' : 'excluded'].push(wall)
    }
  }
  const { extra, excluded, excludedDates } = recurrence
  if ([extra, excluded, excludedDates].some((list) => list.length > MAX_OCCURRENCES))
    throw new RecurrenceError(`Expected at most ${MAX_OCCURRENCES} dates.`)
  if (!recurrence.rule && extra.length === 0) throw new RecurrenceError(EXPECTED)
  return recurrence
}

/** The lines of a recurrence as they are stored: UNTIL in UTC, all other times local. */
export function formatRecurrence({ rule, extra, excluded, excludedDates }: Recurrence): string {
  const lines = [
    ...(rule ? [`RRULE:${formatRule(rule)}`] : []),
    ...formatTimes('RDATE:', extra, formatCompact),
    ...formatTimes('EXDATE:', excluded, formatCompact),
    ...formatTimes('EXDATE;VALUE=DATE:', excludedDates, (wall) => formatCompact(wall).slice(0, 8)),
  ]
  return lines.join('\n')
}

function formatTimes(begin: string, walls: readonly number[], format: (wall: number) => string): string[] {
  const sorted = [...new Set(walls)].toSorted((a, b) => a - b)
  return sorted.length === 0 ? [] : [begin + sorted.map(format).join(',')]
}

function unfold(rules: string): string[] {
  return rules
    .replaceAll(/\r?\n[ \t]/g, '')
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

function readLine(line: string): { name: 'RRULE' | 'RDATE' | 'EXDATE'; value: string; timeZone: string | null } {
  if (/^FREQ=/i.test(line)) return { name: 'RRULE', value: line, timeZone: null }
  const [, name = '', parameters = '', value = ''] = /^([A-Za-z]+)((?:;[^:;]+)*):(.*)$/.exec(line) ?? []
  const known = (['RRULE', 'RDATE', 'EXDATE'] as const).find((one) => one === name.toUpperCase())
  if (!known) throw new RecurrenceError(`${EXPECTED} Got "${line.slice(0, 40)}".`)
  if (/VALUE=PERIOD/i.test(parameters)) throw new RecurrenceError('RDATE as periods is not supported.')
  const [, timeZone = null] = /;TZID="?([^";]+)"?/i.exec(parameters) ?? []
  if (timeZone !== null) checkTimeZone(timeZone)
  return { name: known, value, timeZone }
}

function checkTimeZone(name: string): void {
  if (isTimeZone(name)) return
  throw new RecurrenceError(`Expected an IANA time zone such as Europe/Berlin, got "${name.slice(0, 40)}".`)
}

/** A time in the series' zone, whatever zone it was written in. */
function readTime(text: string, own: string | null, timeZone: string): { wall: number; isDate: boolean } {
  const { wall, isDate, isUtc } = parseCompact(text)
  const written = isUtc ? 'UTC' : (own ?? timeZone)
  if (isDate || written === timeZone) return { wall, isDate }
  return { wall: epochToWall(timeZone, epochOf(written, wall)), isDate }
}

/** A date means the whole of it. */
function readUntil(text: string, timeZone: string): number {
  const { wall, isDate, isUtc } = parseCompact(text)
  if (isUtc) return wall
  return isDate ? epochOf(timeZone, wall + DAY) - 1000 : epochOf(timeZone, wall)
}
