import type { Conflict } from '../events/event.ts'
import { Temporal } from '../temporal.ts'
import { bound, firstEndingAfter } from '../time/intervals.ts'
import { MINUTE } from '../time/zone-offsets.ts'
import { describeTime } from './describe-time.ts'
import type { Hindrance } from './explain-empty.ts'
import { isOpen } from './attendance.ts'
import { nameOf } from './explain-time.ts'
import type { Person } from './person.ts'
import { endOf, type Search, searchStarts } from './search.ts'
import type { Relaxation, RelaxationKind } from './suggestion.ts'

/** Meetings become shorter by quarters of an hour, and not shorter than one. */
const QUARTER = 15

/** The longest shorter meeting that has a time; null when none has. */
export function relaxDuration(search: Search): Relaxation | null {
  let low = 1
  let high = Math.ceil(search.durationMinutes / QUARTER) - 1
  let found: Relaxation | null = null
  while (low <= high) {
    const middle = (low + high + 1) >> 1
    const durationMinutes = middle * QUARTER
    const [startsAt] = searchStarts({ ...search, durationMinutes })
    if (startsAt === undefined) high = middle - 1
    else {
      found = shorter(search, startsAt, durationMinutes)
      low = middle + 1
    }
  }
  return found
}

/** What would make this very time possible: a shorter meeting, one person less, or one event less. */
export function relaxTime(
  search: Search,
  startsAt: number,
  absent: readonly Person[],
  events: readonly Conflict[],
): Relaxation[] {
  if (startsAt < search.notBefore) return []
  const [person, ...others] = absent.filter(({ isOptional }) => !isOptional)
  const changes = [relaxDurationAt(search, startsAt)]
  if (person && others.length === 0) {
    changes.push(relaxPerson(search, person, startsAt))
    const time = { startsAt, endsAt: endOf(search, startsAt) }
    const own = events.filter((event) => event.participants.includes(person.email) && meets(event, time))
    if (isOpen(person.open, time)) changes.push(relaxEvent(search, startsAt, own))
  }
  return changes.filter((change) => change !== null)
}

/** The longest shorter meeting at this very time; null when there is none. */
function relaxDurationAt(search: Search, startsAt: number): Relaxation | null {
  const ends = search.people.filter(({ isOptional }) => !isOptional).map((person) => freeUntil(person, startsAt))
  const minutes = Math.floor((Math.min(...ends) - startsAt) / MINUTE)
  const durationMinutes = Math.min(minutes - (minutes % QUARTER), search.durationMinutes - 1)
  return durationMinutes >= QUARTER ? shorter(search, startsAt, durationMinutes) : null
}

/** A time that suits everybody but one person. */
function relaxPerson(search: Search, person: Person, startsAt: number): Relaxation {
  const { email } = person
  return relaxation(search, 'WITHOUT_PERSON', startsAt, { email }, `without ${nameOf(person)}`)
}

/** The person whose absence helps most; null when no single one does. */
export function relaxSomebody(search: Search, hindrances: readonly Hindrance[]): Relaxation | null {
  const [first] = hindrances
  const { closed = Infinity, busy = Infinity } = first?.firstAlone ?? {}
  const startsAt = Math.min(closed, busy)
  return first && startsAt < Infinity ? relaxPerson(search, first.person, startsAt) : null
}

/** The free start that is nearest to the one that was asked for. */
export function relaxStart(search: Search, startsAt: number, starts: readonly number[]): Relaxation | null {
  let nearest: number | null = null
  for (const start of starts)
    if (nearest === null || Math.abs(start - startsAt) < Math.abs(nearest - startsAt)) nearest = start
  return nearest === null ? null : relaxation(search, 'OTHER_TIME', nearest, {}, 'for everyone')
}

/** The first free start after the range. */
export function relaxRange(search: Search, startsAt: number): Relaxation {
  const rangeTo = Temporal.Instant.fromEpochMilliseconds(endOf(search, startsAt))
  return relaxation(search, 'WIDER_RANGE', startsAt, { rangeTo }, 'with a wider range')
}

/** One event of ours that could make room; imported ones are moved where they come from. */
export function relaxEvent(search: Search, startsAt: number, events: readonly Conflict[]): Relaxation | null {
  const [event] = events
  if (!event || events.length > 1 || event.source !== 'internal') return null
  const { eventId, title } = event
  return relaxation(search, 'MOVE_EVENT', startsAt, { eventId, title }, `when “${title}” is moved`)
}

function meets(event: Conflict, { startsAt, endsAt }: { startsAt: number; endsAt: number }): boolean {
  return event.startsAt.epochMilliseconds < endsAt && event.endsAt.epochMilliseconds > startsAt
}

function shorter(search: Search, startsAt: number, durationMinutes: number): Relaxation {
  const change = `for ${durationMinutes} minutes`
  return relaxation({ ...search, durationMinutes }, 'SHORTER', startsAt, { durationMinutes }, change)
}

function relaxation(
  { durationMinutes, timeZone }: Search,
  kind: RelaxationKind,
  startsAt: number,
  facts: Record<string, unknown>,
  change: string,
): Relaxation {
  return {
    kind,
    startsAt: Temporal.Instant.fromEpochMilliseconds(startsAt),
    endsAt: Temporal.Instant.fromEpochMilliseconds(endOf({ durationMinutes }, startsAt)),
    facts,
    message: `${describeTime(startsAt, timeZone)} works ${change}.`,
  }
}

/** How long the person is free from a moment on; the moment itself when not at all. */
function freeUntil({ open, busy }: Person, moment: number): number {
  if (!isOpen(open, { startsAt: moment, endsAt: moment })) return moment
  const closesAt = bound(open, firstEndingAfter(open, moment) + 1)
  return Math.max(moment, Math.min(closesAt, bound(busy, firstEndingAfter(busy, moment))))
}
