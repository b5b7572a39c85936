import type { Conflict } from '../events/event.ts'
import type { Span } from '../time/span.ts'

/** An occurrence with what stands in its way. */
export interface Clash extends Span {
  conflicts: Conflict[]
}

/** How many occurrences of a series are free, and those that are not. */
export interface OccurrencesCheck {
  total: number
  free: number
  clashes: Clash[]
  /** `42 of 52 weeks free` */
  summary: string
}

/** `recurrence` names what is counted: weeks of a weekly series, occurrences where it has several a week. */
export function checkOccurrences(occurrences: readonly Clash[], recurrence: string | null): OccurrencesCheck {
  const clashes = occurrences
    .filter(({ conflicts }) => conflicts.length > 0)
    .map(({ startsAt, endsAt, conflicts }): Clash => ({ startsAt, endsAt, conflicts }))
  const total = occurrences.length
  const free = total - clashes.length
  return { total, free, clashes, summary: describeFree(free, total, recurrence) }
}

/** `42 of 52 weeks free` */
export function describeFree(free: number, total: number, recurrence: string | null): string {
  const share = free === total && total > 1 ? 'All' : `${free} of`
  return `${share} ${total} ${unitOf(recurrence, total)} free`
}

const UNITS = [
  ['FREQ=DAILY', 'day'],
  ['FREQ=WEEKLY', 'week'],
  ['FREQ=MONTHLY', 'month'],
  ['FREQ=YEARLY', 'year'],
] as const

function unitOf(recurrence: string | null, total: number): string {
  const isOneEach = recurrence !== null && !/INTERVAL|BY[A-Z]+=[^;\n]*,|RDATE/.test(recurrence)
  const [, unit = 'occurrence'] = (isOneEach && UNITS.find(([part]) => recurrence.includes(part))) || []
  return total === 1 ? unit : `${unit}s`
}
