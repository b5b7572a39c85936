import { Temporal } from '@astralis/core/temporal'
import { epochOf, epochToWall, parseWall, timeOfDay } from '@astralis/core/recurrence/wall-time'
import type { RecurrenceRule } from '@astralis/core/recurrence/recurrence-rule'
import { DAY } from '@astralis/core/time/zone-offsets'
import type { RuleStart } from './rule-start.ts'

const SECOND = 1000

/** The end of a local day (`YYYY-MM-DD`) as an instant, which is the last second of it. */
export function untilOf(date: string, timeZone: string): number {
  return epochOf(timeZone, parseWall(`${date}T00:00:00`) + DAY) - SECOND
}

/** The last day (`YYYY-MM-DD`) on which there can be an occurrence. */
export function lastDateOf(until: number, { wall, timeZone }: RuleStart): string {
  const last = epochToWall(timeZone, until) - timeOfDay(wall)
  return Temporal.Instant.fromEpochMilliseconds(last).toString().slice(0, 'YYYY-MM-DD'.length)
}

/** An end of day stays the end of that day in another zone; any other instant stays itself. */
export function moveUntil(until: number, from: string, to: string): number {
  const wall = epochToWall(from, until)
  return timeOfDay(wall) === DAY - SECOND ? epochOf(to, wall + SECOND) - SECOND : until
}

export type RepeatEndKind = 'never' | 'date' | 'count'

export function endOf({ until, count }: RecurrenceRule): RepeatEndKind {
  if (until !== null) return 'date'
  return count === null ? 'never' : 'count'
}

const USUAL_COUNT = 10
/** In units of the rule: what an end on a date begins with. */
const USUAL_LENGTH = { DAILY: { days: 30 }, WEEKLY: { weeks: 12 }, MONTHLY: { months: 12 }, YEARLY: { years: 5 } }

/** The rule with an end of another kind, as far ahead as is usual. */
export function withEnd(rule: RecurrenceRule, kind: RepeatEndKind, start: RuleStart): RecurrenceRule {
  const endless = { ...rule, until: null, count: null }
  if (kind === 'never') return endless
  if (kind === 'count') return { ...endless, count: USUAL_COUNT }
  const first = Temporal.Instant.fromEpochMilliseconds(start.wall).toZonedDateTimeISO('UTC').toPlainDate()
  return { ...endless, until: untilOf(first.add(USUAL_LENGTH[rule.frequency]).toString(), start.timeZone) }
}
