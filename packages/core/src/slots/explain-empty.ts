import { MINUTE } from '../time/zone-offsets.ts'
import { type Absence, eachAbsence } from './attendance.ts'
import { nameOf } from './explain-time.ts'
import { planStarts } from './find-slots.ts'
import type { Person } from './person.ts'
import { type Search, toSlotRequest } from './search.ts'
import type { Blocker } from './suggestion.ts'

const MAX_BLOCKERS = 5

/** How one required person stands in the way of a search. */
export interface Hindrance {
  person: Person
  closedStarts: number
  busyStarts: number
  /** Starts that suit everybody else, the first of each kind. */
  aloneStarts: number
  firstAlone: Partial<Record<Absence, number>>
}

/** How many starts there were, and who was in the way of them; who is alone in the way of most comes first. */
export function findHindrances(search: Search): { starts: number; hindrances: Hindrance[] } {
  const plan = planStarts(toSlotRequest(search))
  if (plan === null) return { starts: 0, hindrances: [] }
  const required = search.people.filter(({ isOptional }) => !isOptional)
  const starts = plan.runs.flatMap(({ first, count }) => Array.from({ length: count }, (_, i) => first + i * plan.step))
  const duration = search.durationMinutes * MINUTE
  const missing = new Int32Array(starts.length)
  for (const person of required)
    eachAbsence(person, starts, duration, (index) => {
      missing[index] = (missing[index] ?? 0) + 1
    })
  const hindrances = required.map((person) => hindranceOf(person, starts, duration, missing))
  return {
    starts: starts.length,
    hindrances: hindrances
      .filter(({ closedStarts, busyStarts }) => closedStarts + busyStarts > 0)
      .toSorted((a, b) => b.aloneStarts - a.aloneStarts || missed(b) - missed(a)),
  }
}

/** Who or what leaves a search without a time. */
export function explainEmpty(search: Search, found: { starts: number; hindrances: readonly Hindrance[] }): Blocker[] {
  if (found.starts > 0) return found.hindrances.slice(0, MAX_BLOCKERS).map((one) => describe(one, found.starts, search))
  const isPast = search.notBefore > search.to - search.durationMinutes * MINUTE && search.notBefore > search.from
  if (isPast) return [{ email: null, rule: 'IN_THE_PAST', facts: {}, message: 'This range has already passed.' }]
  const { durationMinutes } = search
  const rangeMinutes = Math.floor((search.to - search.from) / MINUTE)
  const message = `No start of the grid leaves ${durationMinutes} minutes within the range.`
  return [{ email: null, rule: 'RANGE_TOO_SHORT', facts: { durationMinutes, rangeMinutes }, message }]
}

function missed({ closedStarts, busyStarts }: Hindrance): number {
  return closedStarts + busyStarts
}

function hindranceOf(person: Person, starts: readonly number[], duration: number, missing: Int32Array): Hindrance {
  const hindrance: Hindrance = { person, closedStarts: 0, busyStarts: 0, aloneStarts: 0, firstAlone: {} }
  eachAbsence(person, starts, duration, (index, absence) => {
    const startsAt = starts[index] ?? Number.NaN
    if (absence === 'closed') hindrance.closedStarts++
    else hindrance.busyStarts++
    if (missing[index] !== 1) return
    hindrance.aloneStarts++
    hindrance.firstAlone[absence] ??= startsAt
  })
  return hindrance
}

function describe({ person, ...counts }: Hindrance, starts: number, { from, to, durationMinutes }: Search): Blocker {
  const { closedStarts, busyStarts, aloneStarts } = counts
  const { email } = person
  const longestMinutes = longestOpening(person, from, to)
  const facts = { starts, closedStarts, busyStarts, aloneStarts, longestMinutes }
  const name = nameOf(person)
  if (longestMinutes === 0)
    return { email, rule: 'NO_HOURS', facts, message: `${name} has no working hours in this range.` }
  if (longestMinutes < durationMinutes)
    return {
      email,
      rule: 'HOURS_TOO_SHORT',
      facts,
      message: `${name} is never open for ${durationMinutes} minutes in a row within this range, only for ${longestMinutes}.`,
    }
  const isClosed = closedStarts >= busyStarts
  const what = [
    ...(closedStarts > 0 ? [`outside of working hours at ${closedStarts}`] : []),
    ...(busyStarts > 0 ? [`busy at ${busyStarts}`] : []),
  ]
  return {
    email,
    rule: isClosed ? 'OUTSIDE_HOURS' : 'BUSY',
    facts,
    message: `${name} is ${(isClosed ? what : what.toReversed()).join(' and ')} of ${starts} possible starts.`,
  }
}

/** Minutes of the person's longest hours within the range. */
function longestOpening({ open }: Person, from: number, to: number): number {
  let longest = 0
  for (let i = 0; i + 1 < open.length; i += 2)
    longest = Math.max(longest, Math.min(open[i + 1] ?? 0, to) - Math.max(open[i] ?? 0, from))
  return Math.floor(longest / MINUTE)
}
