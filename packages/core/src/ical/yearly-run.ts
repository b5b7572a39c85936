import type { Temporal } from '../temporal.ts'
import { dateInYear, parseYearlyRule } from './yearly-rule.ts'

/** Local times of one zone in successive years. */
export type YearlyRun = readonly Temporal.PlainDateTime[]

/**
 * Local times, earliest first, cut where they leave their pattern: the same weekday within the same seven days of a month,
 * at the same time of day, year after year.
 */
export function splitRuns(times: YearlyRun): YearlyRun[] {
  const runs: Temporal.PlainDateTime[][] = []
  for (const time of times) {
    const run = runs.at(-1)
    if (run && continuesRun(run, time)) run.push(time)
    else runs.push([time])
  }
  return runs
}

function continuesRun(run: YearlyRun, time: Temporal.PlainDateTime): boolean {
  const last = run.at(-1)
  const { earliest, latest } = daysOf([...run, time])
  return (
    last !== undefined &&
    time.equals(last.with({ year: last.year + 1, day: time.day })) &&
    time.dayOfWeek === last.dayOfWeek &&
    latest - earliest < DAYS
  )
}

const DAYS = 7
const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

/** The rule of a run (RFC 5545, 3.3.10), which has no end; null where none of them fits. */
export function findRule(run: YearlyRun): string | null {
  const [first] = run
  if (!first) return null
  const weekday = WEEKDAYS[first.dayOfWeek - 1]
  const { earliest, latest } = daysOf(run)
  const days = Array.from({ length: DAYS }, (_, i) => latest - DAYS + 1 + i)
  const patterns = [
    `BYDAY=-1${weekday}`,
    `BYDAY=${Math.ceil(earliest / DAYS)}${weekday}`,
    `BYDAY=${weekday};BYMONTHDAY=${days.join(',')}`,
  ]
  const rules = patterns.map((pattern) => `FREQ=YEARLY;BYMONTH=${first.month};${pattern}`)
  return rules.find((rule) => isRuleOf(rule, run)) ?? null
}

function isRuleOf(text: string, run: YearlyRun): boolean {
  const rule = parseYearlyRule(text, '')
  return rule !== null && run.every((time) => dateInYear(rule, time.year) === time.toPlainDate().toString())
}

function daysOf(run: YearlyRun): { earliest: number; latest: number } {
  const days = run.map(({ day }) => day)
  return { earliest: Math.min(...days), latest: Math.max(...days) }
}
