import type { Temporal } from '../temporal.ts'
import { MINUTE } from '../time/zone-offsets.ts'
import { bound, firstEndingAfter } from '../time/intervals.ts'
import { type Attendee, findStarts, planStarts, type SlotRequest } from './find-slots.ts'
import type { Person } from './person.ts'
import type { SuggestInput } from './suggest-input.ts'

/** One question for a time. Instants in epoch milliseconds. */
export interface Search {
  from: number
  to: number
  durationMinutes: number
  stepMinutes: number
  timeZone: string
  /** Nothing starts before: the past can not be booked. */
  notBefore: number
  people: readonly Person[]
}

/** A request as a search of these people, from `now` on. */
export function planSearch(
  { range, durationMinutes, stepMinutes, timeZone }: Omit<SuggestInput, 'limit'>,
  people: readonly Person[],
  now: Temporal.Instant,
): Search {
  return {
    from: range.from.epochMilliseconds,
    to: range.to.epochMilliseconds,
    durationMinutes,
    stepMinutes,
    timeZone,
    notBefore: now.epochMilliseconds,
    people,
  }
}

export function toSlotRequest(search: Search): SlotRequest {
  const attendees = search.people.map(({ email, isOptional, open, busy }): Attendee => ({
    id: email,
    required: !isOptional,
    open,
    busy,
  }))
  return { ...search, gridTimeZone: search.timeZone, attendees }
}

/** Every start of the grid that suits all required people, ascending. */
export function searchStarts(search: Search): number[] {
  return findStarts(toSlotRequest(search))
}

/** What a search had to look at: starts of the grid, and busy intervals within the range. */
export function measureSearch(search: Search): { starts: number; busy: number } {
  const runs = planStarts(toSlotRequest(search))?.runs ?? []
  const starts = runs.reduce((sum, { count }) => sum + count, 0)
  let busy = 0
  for (const person of search.people)
    for (let i = firstEndingAfter(person.busy, search.from); bound(person.busy, i) < search.to; i += 2) busy++
  return { starts, busy }
}

/** The outcome in a sentence. */
export function describeSearch(free: number, { starts }: { starts: number }, people: number): string {
  const whom = people === 1 ? 'one person' : `${people} people`
  if (free === 0) return `None of ${starts} possible starts suits ${whom}.`
  return `${free} of ${starts} possible starts ${free === 1 ? 'suits' : 'suit'} ${whom}.`
}

/** The end of a meeting that starts then. */
export function endOf({ durationMinutes }: Pick<Search, 'durationMinutes'>, startsAt: number): number {
  return startsAt + durationMinutes * MINUTE
}
