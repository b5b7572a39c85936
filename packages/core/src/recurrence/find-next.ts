import { expandRule } from './expand-recurrence.ts'
import type { RecurrenceRule } from './recurrence-rule.ts'
import { LATEST } from './wall-time.ts'

/** The rule's first start at a wall time or later; null where it has none before the year 2200. */
export function findNext(rule: RecurrenceRule, start: number, from: number): number | null {
  for (const wall of expandRule(rule, start, from, LATEST)) return wall
  return null
}
