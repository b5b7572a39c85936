import { expandRule } from '../recurrence/expand-recurrence.ts'
import { parseRecurrence } from '../recurrence/recurrence.ts'
import { RecurrenceError } from '../recurrence/recurrence-error.ts'
import type { RecurrenceRule } from '../recurrence/recurrence-rule.ts'
import { dayOf, epochToWall, timeOfDay, wallToEpoch } from '../recurrence/wall-time.ts'
import { describeFree } from '../series/check-occurrences.ts'
import { horizonOf } from '../series/horizon.ts'
import { Temporal } from '../temporal.ts'
import { bound, firstEndingAfter, type Intervals, mergeIntervals } from '../time/intervals.ts'
import { DAY, MINUTE } from '../time/zone-offsets.ts'
import type { Person } from './person.ts'
import type { SuggestedOccurrences } from './suggestion.ts'

/** How a meeting repeats. Instants in epoch milliseconds. */
export interface Repeats {
  /** The occurrences of a meeting that first starts then; null where the rule has none at that time. */
  occurrencesOf: (start: number) => readonly number[] | null
  /** Those at which somebody required can not come. */
  clashesOf: (start: number) => readonly number[]
}

interface RepeatedSearch {
  durationMinutes: number
  timeZone: string
  now: Temporal.Instant
  /** Until when people's time is known. */
  from: number
  to: number
  people: readonly Person[]
}

/**
 * A rule for a search. The dates of a first date are looked up once, whatever the number of starts on it. Throws
 * RecurrenceError for lines that are more than a rule, or a rule with a time of day.
 */
export function planRepeats(rules: string, search: RepeatedSearch): Repeats {
  const { timeZone, to } = search
  const rule = readRule(rules, timeZone)
  const lastWall = epochToWall(timeZone, to)
  const datesFrom = remembered((day) => {
    const walls = [...expandRule(rule, day * DAY, day * DAY, lastWall)]
    return walls[0] === day * DAY ? walls : null
  })
  const occurrencesOf = remembered((start) => {
    const wall = epochToWall(timeZone, start)
    const time = timeOfDay(wall)
    const dates = datesFrom(dayOf(wall))
    if (dates === null) return null
    const starts = wallToEpoch(
      timeZone,
      dates.map((midnight) => midnight + time),
    )
    // As many as would be booked.
    const horizon = horizonOf(search.now, Temporal.Instant.fromEpochMilliseconds(start))
    return starts.filter((epoch) => epoch < horizon && epoch <= (rule.until ?? Infinity))
  })
  const blocked = blockedTimes(search)
  const duration = search.durationMinutes * MINUTE
  const isBlocked = (start: number) => bound(blocked, firstEndingAfter(blocked, start)) < start + duration
  return { occurrencesOf, clashesOf: remembered((start) => occurrencesOf(start)?.filter(isBlocked) ?? []) }
}

/** What the occurrences of a suggested time say of it. */
export function presentOccurrences(repeats: Repeats, start: number, rules: string): SuggestedOccurrences {
  const total = repeats.occurrencesOf(start)?.length ?? 0
  const clashes = repeats.clashesOf(start)
  const free = total - clashes.length
  const instants = clashes.map((epoch) => Temporal.Instant.fromEpochMilliseconds(epoch))
  return { total, free, clashes: instants, summary: describeFree(free, total, rules) }
}

function readRule(rules: string, timeZone: string): RecurrenceRule {
  const { rule, extra, excluded, excludedDates } = parseRecurrence({ startsAt: MIDNIGHT, timeZone, rules })
  const isTimed = rule && (rule.numbers.BYHOUR ?? rule.numbers.BYMINUTE ?? rule.numbers.BYSECOND)
  if (rule && !isTimed && extra.length + excluded.length + excludedDates.length === 0) return rule
  throw new RecurrenceError('Expected one RRULE, without a time of day, to find a time for.')
}

/** Only the rule is read. */
const MIDNIGHT = '1970-01-01T00:00:00'

function remembered<T>(find: (key: number) => T): (key: number) => T {
  const known = new Map<number, T>()
  return (key) => {
    const before = known.get(key)
    if (before !== undefined) return before
    const found = find(key)
    known.set(key, found)
    return found
  }
}

/** When at least one required person can not come. */
function blockedTimes({ people, from, to }: RepeatedSearch): Intervals {
  const pairs: number[] = []
  for (const { isOptional, open, busy } of people) {
    if (isOptional) continue
    for (const time of busy) pairs.push(time)
    let closedFrom = from
    for (let i = 0; i < open.length; i += 2) {
      pairs.push(closedFrom, bound(open, i))
      closedFrom = bound(open, i + 1)
    }
    pairs.push(closedFrom, to)
  }
  return mergeIntervals(pairs)
}
