import type { Availability } from '../availability/availability.ts'
import { type Intervals, mergeIntervals, widenIntervals } from '../time/intervals.ts'
import { type DateOverride, openHours } from '../time/working-hours.ts'
import { MINUTE, type ZoneOffsets, zoneOffsets } from '../time/zone-offsets.ts'

/** Somebody whose time is searched. Interval lists in epoch milliseconds; `busy` has the buffers in it. */
export interface Person {
  email: string
  /** Null for somebody who is not a member. */
  name: string | null
  isOptional: boolean
  timeZone: string
  offsets: ZoneOffsets
  overrides: readonly DateOverride[]
  bufferBeforeMinutes: number
  bufferAfterMinutes: number
  open: Intervals
  busy: Intervals
}

/** The same availability, kept by some members. */
export interface SharedHours extends Availability {
  members: readonly { id: string; email: string; name: string }[]
}

/** What the search reads of the people; busy time by address. */
export interface PeopleFacts {
  hours: readonly SharedHours[]
  busy: ReadonlyMap<string, Intervals>
}

interface Window {
  from: number
  to: number
  /** The zone that a stranger is taken to be in. */
  timeZone: string
}

/** Hours, buffers and busy time of those who are asked, by address. Members with the same week share their hours. */
export function planPeople(
  asked: readonly { email: string; isOptional: boolean }[],
  { hours, busy }: PeopleFacts,
  { from, to, timeZone }: Window,
): Person[] {
  const known = new Map<string, Omit<Person, 'isOptional' | 'busy'>>()
  for (const { members, rules, ...week } of hours) {
    const active = rules.filter(({ isActive }) => isActive)
    const open = openHours(active, week.overrides, week.timeZone, from, to)
    const shared = { ...week, open, offsets: zoneOffsets(week.timeZone, from, to) }
    for (const { email, name } of members) known.set(email, { ...shared, email, name })
  }
  const always = { open: mergeIntervals([from, to]), timeZone, offsets: zoneOffsets(timeZone, from, to) }
  const noBuffers = { bufferBeforeMinutes: 0, bufferAfterMinutes: 0 }
  return asked
    .map(({ email, isOptional }): Person => {
      const person = known.get(email) ?? { ...always, ...noBuffers, email, name: null, overrides: [] }
      return { ...person, isOptional, busy: keepApart(busy.get(email) ?? [], person) }
    })
    .toSorted((a, b) => (a.email < b.email ? -1 : 1))
}

/** A meeting that ends `bufferAfter` before the next one starts keeps its distance, and the other way round. */
function keepApart(busy: Intervals, buffers: Pick<Person, 'bufferBeforeMinutes' | 'bufferAfterMinutes'>): Intervals {
  const { bufferBeforeMinutes: before, bufferAfterMinutes: after } = buffers
  return before === 0 && after === 0 ? busy : widenIntervals(busy, after * MINUTE, before * MINUTE)
}
