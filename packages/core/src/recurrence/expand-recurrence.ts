import { RRuleTemporal } from 'rrule-temporal'
import { DAY } from '../time/zone-offsets.ts'
import { expandCrossedRule, isCrossed } from './expand-crossed-rule.ts'
import { parseRecurrence, type Recurrence, type SeriesTimes } from './recurrence.ts'
import { RecurrenceError } from './recurrence-error.ts'
import { formatRule, MAX_OCCURRENCES, type RecurrenceRule } from './recurrence-rule.ts'
import { dayOf, EARLIEST, epochOf, epochToWall, formatCompact, formatWall, LATEST, parseWall } from './wall-time.ts'

/** Starts from `from` (included) to `to` (not included), at most `limit`; epoch milliseconds. */
export interface ExpandWindow {
  from: number
  to: number
  limit: number
}

/**
 * The starts of a series in a window, ascending. The rule is expanded in wall-clock time, so an occurrence keeps its
 * time of day across daylight-saving changes; a time that a change skips moves forward by the gap, one that happens
 * twice means the first. Throws RecurrenceError for rules that are invalid, not supported, or end after more than 2,000
 * occurrences; an endless rule is welcome.
 */
export function expandRecurrence(series: SeriesTimes, window: ExpandWindow): number[] {
  refuseTooMany(series)
  return expandStored(series, window)
}

/** The same of a series that was let in: what is left of an endless one after a split may be longer. */
export function expandStored(series: SeriesTimes, window: ExpandWindow): number[] {
  const recurrence = parseRecurrence(series)
  const { timeZone } = series
  const { rule, extra } = recurrence
  const start = parseWall(series.startsAt)
  const [from, to] = [Math.max(window.from, EARLIEST), Math.min(window.to, LATEST)]
  if (!(from < to) || !(window.limit > 0)) return []

  const isLeftOut = leaveOut(recurrence, timeZone)
  const found = new Set<number>()
  const add = (wall: number) => {
    const epoch = epochOf(timeZone, wall)
    if (epoch >= from && epoch < to && !isLeftOut(wall, epoch)) found.add(epoch)
  }
  for (const wall of rule ? extra : [start, ...extra]) add(wall)
  if (rule) {
    const enough = found.size + window.limit
    const until = Math.min(to, rule.until ?? Infinity)
    let last = Infinity
    for (const wall of expandRule(rule, start, epochToWall(timeZone, from) - DAY, epochToWall(timeZone, until) + DAY)) {
      // A time that a change skips, by a day at most, comes after some that are later on the wall.
      if (wall > last) break
      if (epochOf(timeZone, wall) <= until) add(wall)
      if (found.size >= enough) last = Math.min(last, wall + DAY)
    }
  }
  return [...found].toSorted((a, b) => a - b).slice(0, window.limit)
}

const FIRST_STEP = 50 * DAY
const LAST_STEP = 8000 * DAY

/** The rule's own starts between two wall times, both included, ascending, each when it is asked for; without UNTIL. */
export function* expandRule(rule: RecurrenceRule, start: number, from: number, to: number): Generator<number> {
  if (isCrossed(rule)) {
    yield* expandCrossedRule(rule, start, from, to)
    return
  }
  // In UTC, which has no gaps: the library would leave out what a clock change skips.
  const text = `DTSTART:${formatCompact(start)}Z\nRRULE:${formatRule({ ...rule, until: null })}`
  const library = new RRuleTemporal({ rruleString: text, cache: false })
  // Stretch by stretch, each longer than the last: an endless rule must not be expanded further than somebody looks.
  let step = rule.count === null ? FIRST_STEP : Infinity
  for (let at = Math.max(from, start); at <= to; at += step, step = Math.min(2 * step, LAST_STEP))
    for (const { epochMilliseconds } of library.between(atUtc(at), atUtc(Math.min(at + step, to)), true))
      if (epochMilliseconds >= at && epochMilliseconds < at + step) yield epochMilliseconds
}

function atUtc(wall: number) {
  return { timeZoneId: 'UTC', toString: () => `${formatWall(Math.floor(wall / 1000) * 1000)}+00:00[UTC]` }
}

/** An occurrence is left out by its instant, however that is written, or with all of its local date. */
function leaveOut({ excluded, excludedDates }: Recurrence, timeZone: string): (wall: number, epoch: number) => boolean {
  const epochs = new Set(excluded.map((wall) => epochOf(timeZone, wall)))
  const dates = new Set(excludedDates.map(dayOf))
  return (wall, epoch) => epochs.has(epoch) || dates.has(dayOf(wall))
}

/** Refuses a rule with more than 2,000 occurrences until its end. */
export function refuseTooMany(series: SeriesTimes): void {
  const { rule } = parseRecurrence(series)
  if (!rule || rule.until === null) return
  const start = parseWall(series.startsAt)
  const end = epochToWall(series.timeZone, Math.min(rule.until, LATEST))
  let known = 0
  for (const _ of expandRule(rule, start, start, end))
    if (++known > MAX_OCCURRENCES)
      throw new RecurrenceError(
        `Expected at most ${MAX_OCCURRENCES} occurrences until the end. Choose an earlier end, or none: an endless series is fine.`,
      )
}
