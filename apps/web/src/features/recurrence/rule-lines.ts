import { formatRecurrence, parseRecurrence, type Recurrence } from '@astralis/core/recurrence/recurrence'
import { RecurrenceError } from '@astralis/core/recurrence/recurrence-error'
import type { RecurrenceRule } from '@astralis/core/recurrence/recurrence-rule'
import { formatWall } from '@astralis/core/recurrence/wall-time'
import type { RuleStart } from './rule-start.ts'

const NOTHING: Recurrence = { rule: null, extra: [], excluded: [], excludedDates: [] }

/** What lines say; no line says nothing, and so do lines that can not be read. */
export function readLines(lines: string, { wall, timeZone }: RuleStart): Recurrence {
  if (lines === '') return NOTHING
  try {
    return parseRecurrence({ startsAt: formatWall(wall), timeZone, rules: lines })
  } catch (error) {
    if (error instanceof RecurrenceError) return NOTHING
    throw error
  }
}

/** Another rule in the place of the one in `lines`. The dates that were added or left out one by one stay. */
export function withRule(lines: string, rule: RecurrenceRule, start: RuleStart): string {
  return formatRecurrence({ ...readLines(lines, start), rule })
}
