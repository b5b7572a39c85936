import assert from 'node:assert/strict'
import { findSlots, type SlotRequest } from '@astralis/core/slots/find-slots'
import { openHours } from '@astralis/core/time/working-hours'
import type { HardSearch } from './hard-searches.ts'
import { type Stretch, sweepStarts } from './interval-sweep.ts'
import { plainHours } from './plain-hours.ts'
import type { SlotPerson } from './slot-people.ts'

/** Of one search, in milliseconds. */
export interface SearchTimes {
  /** Hours expanded and slots found. */
  engineMs: number
  /** The sweep, with hours that were expanded before unless it is told to expand them itself. */
  sweepMs: number
  /** A sum over the bounds of all intervals. */
  floorMs: number
  starts: number[]
}

/** The engine's question, with each person's hours as instants. */
export function expand({ people, from, to, durationMinutes, stepMinutes }: HardSearch): SlotRequest {
  const attendees = people.map(({ rules, overrides, timeZone, busy }, index) => ({
    id: `${index}`,
    required: true,
    open: openHours(rules, overrides, timeZone, from, to),
    busy,
  }))
  return { from, to, durationMinutes, stepMinutes, gridTimeZone: 'Europe/Berlin', attendees }
}

/** How the sweep gets its data: busy time sorted or not, hours expanded for it or not. */
export interface SweepTerms {
  arrange?: (busy: Stretch[]) => Stretch[]
  expandsHours?: boolean
}

/** Searches in both ways, which must give the same answer. */
export function timeSearch(
  search: HardSearch,
  { arrange = (busy) => busy, expandsHours }: SweepTerms = {},
): SearchTimes {
  const [slots, engineMs] = time(() => findSlots(expand(search)))
  const request = expand(search)
  const given = request.attendees.map(({ open, busy }) => ({ open: stretches(open), busy: arrange(stretches(busy)) }))
  const [swept, sweepMs] = time(() => {
    const people = expandsHours
      ? given.map(({ busy }, index) => ({ busy, open: plainHours(personAt(search, index), search) }))
      : given
    return sweepStarts(people, search)
  })
  const [sum, floorMs] = time(() => sumOfBounds(request))
  const starts = slots.map(({ startsAt }) => startsAt)
  assert.deepEqual(starts, swept)
  assert.ok(Number.isFinite(sum))
  return { engineMs, sweepMs, floorMs, starts }
}

function personAt({ people }: HardSearch, index: number): SlotPerson {
  const person = people[index]
  assert.ok(person)
  return person
}

function time<Value>(work: () => Value): [Value, number] {
  const began = performance.now()
  const value = work()
  return [value, performance.now() - began]
}

function stretches(list: readonly number[]): Stretch[] {
  return Array.from({ length: list.length / 2 }, (_, index) => ({
    start: list[2 * index] ?? 0,
    end: list[2 * index + 1] ?? 0,
  }))
}

function sumOfBounds({ attendees }: SlotRequest): number {
  let sum = 0
  for (const { open, busy } of attendees) sum += sumOf(open) + sumOf(busy)
  return sum
}

/** By index, which is how the engine reads and twice as fast as `for … of`. */
function sumOf(list: readonly number[]): number {
  let sum = 0
  for (let index = 0; index < list.length; index++) sum += list[index] ?? 0
  return sum
}
