import { DAY } from '../time/zone-offsets.ts'
import { januaryOf, monthNumber, monthOf } from './calendar-days.ts'
import { expandRule } from './expand-recurrence.ts'
import { findNext } from './find-next.ts'
import { dayIn, findPlace, isInEvery, monthsOf, placeLike } from './place-in-month.ts'
import { formatRecurrence, parseRecurrence, type SeriesTimes } from './recurrence.ts'
import { RecurrenceError } from './recurrence-error.ts'
import { type RecurrenceRule, type Weekday, WEEKDAYS } from './recurrence-rule.ts'
import { dayOf, epochOf, formatWall, LATEST, parseWall, timeOfDay } from './wall-time.ts'

/**
 * Moves a whole series so that the occurrence at local time `from` happens at `to`. A daily or weekly series moves by
 * that distance, weekdays and all; one by the month or year goes to the same day as `to` is of its month: the 12th, the
 * second Tuesday, the last Friday. The n-th occurrence of the rule stays the n-th. Throws RecurrenceError where the rule
 * does not say where its other occurrences would go.
 */
export function moveRecurrence(series: SeriesTimes, from: string, to: string): SeriesTimes {
  if (from === to) return series
  const { timeZone } = series
  const { rule, extra, excluded, excludedDates } = parseRecurrence(series)
  const move = { start: parseWall(series.startsAt), from: parseWall(from), to: parseWall(to) }
  const shift = (wall: number) => wall + move.to - move.from
  const moved = rule && moveRule(rule, { ...move, from: slotOf(rule, move, timeZone) })
  const follow = moved?.follow ?? shift
  return {
    startsAt: formatWall(moved?.start ?? shift(move.start)),
    timeZone,
    rules: formatRecurrence({
      rule: moved && { ...moved.rule, until: moveUntil(rule, move.start, timeZone, follow) },
      extra: extra.map(shift),
      excluded: excluded.map(follow),
      excludedDates: excludedDates.map((date) => dayOf(follow(date + timeOfDay(move.from))) * DAY),
    }),
  }
}

/** Wall times. */
interface Move {
  start: number
  from: number
  to: number
}

/** The wall time by which the rule has an occurrence; where a clock change skips it, what the clock shows is later. */
function slotOf(rule: RecurrenceRule, { start, from }: Move, timeZone: string): number {
  const epoch = epochOf(timeZone, from)
  const slot = [...expandRule(rule, start, from - DAY, from)].findLast((wall) => epochOf(timeZone, wall) === epoch)
  if (slot === undefined) throw new RecurrenceError('This date was added to the series by itself. Move only this one.')
  return slot
}

interface MovedRule {
  rule: RecurrenceRule
  start: number
  /** Where an occurrence goes. */
  follow: (wall: number) => number
}

function moveRule(rule: RecurrenceRule, move: Move): MovedRule {
  const { start, from, to } = move
  const { BYHOUR, BYMINUTE, BYSECOND } = rule.numbers
  if (BYHOUR || BYMINUTE || BYSECOND) throw unclear()
  const days = dayOf(to) - dayOf(from)
  if (days !== 0 && rule.frequency !== 'DAILY' && rule.frequency !== 'WEEKLY') return moveInMonths(rule, move)
  const follow = (wall: number) => wall + to - from
  return { rule: days === 0 ? rule : moveInWeeks(rule, days), start: follow(start), follow }
}

function moveInWeeks(rule: RecurrenceRule, days: number): RecurrenceRule {
  const { BYMONTH, BYMONTHDAY, BYYEARDAY, BYWEEKNO } = rule.numbers
  if (BYMONTH || BYMONTHDAY || BYYEARDAY || BYWEEKNO) throw unclear()
  // Which days form a week matters only where weeks are left out, or days are counted in them.
  const hasWeeks = rule.frequency === 'WEEKLY' && (rule.interval > 1 || rule.numbers.BYSETPOS !== undefined)
  return {
    ...rule,
    days: rule.days.map(({ weekday, position }) => ({ weekday: later(weekday, days), position })),
    weekStart: hasWeeks ? later(rule.weekStart, days) : rule.weekStart,
  }
}

function later(weekday: Weekday, days: number): Weekday {
  const index = WEEKDAYS.indexOf(weekday) + days
  return WEEKDAYS[index - Math.floor(index / 7) * 7] ?? weekday
}

/** A rule with one day in each of its months goes to another one there; with one a year, to any day of the year. */
function moveInMonths(rule: RecurrenceRule, { start, from, to }: Move): MovedRule {
  const place = findPlace(rule, start)
  const [before, after] = [monthOf(dayOf(from)), monthOf(dayOf(to))]
  const months = monthsOf(rule, start)
  const isYearly = rule.frequency === 'YEARLY' && months.length === 1
  const isNear = isYearly ? januaryOf(before) === januaryOf(after) : before === after
  if (!place || !isNear || !isInEvery(months, place)) throw unclear()

  const newPlace = placeLike(place, dayOf(to))
  const newMonths = isYearly ? [monthNumber(dayOf(to))] : months
  if (!isInEvery(newMonths, newPlace)) throw unclear()
  const { weekday, position } = newPlace
  const follow = (wall: number) => {
    const month = monthOf(dayOf(wall))
    const isOfRule = wall === dayIn(month, place) * DAY + timeOfDay(from)
    return isOfRule ? dayIn(month + after - before, newPlace) * DAY + timeOfDay(to) : wall + to - from
  }
  return {
    rule: {
      ...rule,
      days: weekday ? [{ weekday, position }] : [],
      numbers: {
        ...(rule.numbers.BYMONTH || isYearly ? { BYMONTH: [...newMonths] } : {}),
        ...(weekday ? {} : { BYMONTHDAY: [position] }),
      },
    },
    start: follow(findNext(rule, start, start) ?? start),
    follow,
  }
}

/** The end stays, unless it would cut off the last occurrence or let in one more: then that is the end. */
function moveUntil(
  rule: RecurrenceRule,
  start: number,
  timeZone: string,
  follow: (wall: number) => number,
): number | null {
  const { until } = rule
  if (until === null) return null
  let last: number | null = null
  for (const wall of expandRule(rule, start, start, LATEST)) {
    const moved = epochOf(timeZone, follow(wall))
    if (epochOf(timeZone, wall) > until) return last === null || (last <= until && until < moved) ? until : last
    last = moved
  }
  return last === null ? until : Math.max(last, until)
}

function unclear(): RecurrenceError {
  return new RecurrenceError(
    'This rule does not say where its other occurrences would go. Choose how it repeats from the new day on.',
  )
}
