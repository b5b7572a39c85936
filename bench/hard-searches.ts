import { mergeIntervals } from '@astralis/core/time/intervals'
import { Temporal } from '@astralis/core/temporal'
import { DAY, hoursOf, monday, type SlotCase, type SlotPerson } from './slot-people.ts'

export interface HardSearch extends SlotCase {
  durationMinutes: number
  stepMinutes: number
}

const PEOPLE = 100
const WEEKS = 4
const MINUTE = 60_000
const HALF_HOUR = 30 * MINUTE
const HALF_HOURS = { durationMinutes: 30, stepMinutes: 15 }

/** Searches that are unkind to one or the other way of searching. */
export function hardSearches(random: () => number): Record<string, HardSearch> {
  const range = { from: monday(0), to: monday(WEEKS) }
  const lastFriday = range.to - 3 * DAY + 15 * 60 * MINUTE
  return {
    'no slot': { ...range, ...HALF_HOURS, people: alternating(range, Infinity) },
    'one slot, last day': { ...range, ...HALF_HOURS, people: alternating(range, lastFriday) },
    'a 25-hour day': longDay(random),
    '1,440 one-minute events': { ...range, durationMinutes: 5, stepMinutes: 5, people: oneMinuteEvents(range) },
    'all-day events': { ...range, ...HALF_HOURS, people: allDayEvents(range, random) },
  }
}

type Range = Omit<SlotCase, 'people'>

function people(busyOf: (index: number, hours: Omit<SlotPerson, 'busy'>) => number[]): SlotPerson[] {
  return Array.from({ length: PEOPLE }, (_, index) => {
    const hours = hoursOf(index)
    return { ...hours, busy: mergeIntervals(busyOf(index, hours)) }
  })
}

/** One half of the people is busy in the even half hours, the other in the odd ones; only `free` is nobody's. */
function alternating({ from, to }: Range, free: number): SlotPerson[] {
  return people((index) => {
    const busy: number[] = []
    for (let start = from + (index % 2) * HALF_HOUR; start < to; start += 2 * HALF_HOUR)
      if (start !== free) busy.push(start, start + HALF_HOUR)
    return busy
  })
}

/** Berlin's clocks go back; people work around the clock and have two meetings each. */
function longDay(random: () => number): HardSearch {
  const day = Temporal.PlainDate.from('2026-10-25')
  const epoch = (date: Temporal.PlainDate) => date.toZonedDateTime('Europe/Berlin').epochMilliseconds
  const range = { from: epoch(day), to: epoch(day.add({ days: 1 })) }
  const rules = [{ dayOfWeek: 7, startTime: '00:00', endTime: '24:00' }] as const
  const hours = { rules, overrides: [], timeZone: 'Europe/Berlin' }
  const meeting = (half: number) => [range.from + half * HALF_HOUR, range.from + (half + 1) * HALF_HOUR]
  const dutiful = people(() => [...meeting(Math.floor(random() * 20)), ...meeting(24)])
  return { ...range, ...HALF_HOURS, people: dutiful.map(({ busy }) => ({ ...hours, busy })) }
}

function oneMinuteEvents({ from, to }: Range): SlotPerson[] {
  const step = Math.floor((to - from) / 1440 / MINUTE) * MINUTE
  return people((index) =>
    Array.from({ length: 1440 }, (_, event) => from + event * step + (index % 3) * MINUTE).flatMap((start) => [
      start,
      start + MINUTE,
    ]),
  )
}

/** One day in fifty is taken from midnight to midnight of the person's own zone. */
function allDayEvents({ from, to }: Range, random: () => number): SlotPerson[] {
  return people((_, { timeZone }) => {
    const busy: number[] = []
    const first = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(timeZone).startOfDay()
    for (let day = first; day.epochMilliseconds < to; day = day.add({ days: 1 }))
      if (random() < 0.02) busy.push(day.epochMilliseconds, day.add({ days: 1 }).epochMilliseconds)
    return busy
  })
}
