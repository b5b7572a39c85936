import { formatRecurrence, parseRecurrence, type SeriesTimes } from './recurrence.ts'
import { epochOf, epochToWall } from './wall-time.ts'

/** The series at the same times of day by the clocks of another zone. */
export function rezoneRecurrence(series: SeriesTimes, timeZone: string): SeriesTimes {
  if (timeZone === series.timeZone) return series
  const recurrence = parseRecurrence(series)
  const { rule } = recurrence
  const until = rule && rule.until !== null ? epochOf(timeZone, epochToWall(series.timeZone, rule.until)) : null
  return {
    startsAt: series.startsAt,
    timeZone,
    rules: formatRecurrence({ ...recurrence, rule: rule && { ...rule, until } }),
  }
}
