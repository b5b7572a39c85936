import { placeLike } from '@astralis/core/recurrence/place-in-month'
import { monthNumber, weekdayOf } from '@astralis/core/recurrence/calendar-days'
import { formatRecurrence } from '@astralis/core/recurrence/recurrence'
import type { RecurrenceRule } from '@astralis/core/recurrence/recurrence-rule'
import { dayOf } from '@astralis/core/recurrence/wall-time'
import { DAY } from '@astralis/core/time/zone-offsets'
import { readDays, withDays, type RepeatDays } from './repeat-days.ts'
import { isSamePlace } from './repeat-places.ts'
import { moveUntil } from './rule-end.ts'
import { readLines } from './rule-lines.ts'
import type { RuleStart } from './rule-start.ts'

/**
 * The lines after their start was moved: a rule that names the very day of its start names the new one, such as
 * Wednesday instead of Tuesday, any other stays. The dates that were added or left out one by one move along, and the
 * last day is the same day in another zone.
 */
export function followStart(lines: string, from: RuleStart, to: RuleStart): string {
  if (from.wall === to.wall && from.timeZone === to.timeZone) return lines
  const { rule, extra, excluded, excludedDates } = readLines(lines, from)
  if (!rule && extra.length === 0) return lines
  const move = (wall: number) => wall + to.wall - from.wall
  const moveDate = (date: number) => date + (dayOf(to.wall) - dayOf(from.wall)) * DAY
  return formatRecurrence({
    rule: rule && followRule(rule, from, to),
    extra: extra.map(move),
    excluded: excluded.map(move),
    excludedDates: excludedDates.map(moveDate),
  })
}

function followRule(rule: RecurrenceRule, from: RuleStart, to: RuleStart): RecurrenceRule {
  const days = readDays(rule, from.wall)
  const until = rule.until === null ? null : moveUntil(rule.until, from.timeZone, to.timeZone)
  const followed = days && followDays(days, dayOf(from.wall), dayOf(to.wall))
  return { ...(followed ? withDays(rule, followed) : rule), until }
}

/** Null where the days are not just that of the start. */
function followDays(days: RepeatDays, from: number, to: number): RepeatDays | null {
  if (days.frequency === 'DAILY') return null
  if (days.frequency === 'WEEKLY') {
    const [weekday, ...more] = days.weekdays
    return weekday === weekdayOf(from) && more.length === 0 ? { ...days, weekdays: [weekdayOf(to)] } : null
  }
  const { place } = days
  if (!isSamePlace(place, placeLike(place, from))) return null
  const followed = { ...days, place: placeLike(place, to) }
  if (followed.frequency === 'MONTHLY') return followed
  return followed.month === monthNumber(from) ? { ...followed, month: monthNumber(to) } : null
}
