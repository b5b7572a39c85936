import type { Conflict } from '../events/event.ts'
import { overlaps } from '../time/span.ts'
import { Temporal } from '../temporal.ts'
import { bound, firstEndingAfter } from '../time/intervals.ts'
import { DAY, MINUTE, offsetAt, zoneOffsets } from '../time/zone-offsets.ts'
import { describeClock, describeTime, localStart } from './describe-time.ts'
import { findAbsence, isOpen } from './attendance.ts'
import type { Person } from './person.ts'
import type { Time } from './score-rules.ts'
import { endOf, type Search } from './search.ts'
import type { Blocker, Explanation } from './suggestion.ts'

/** A wall of names helps nobody. */
const MAX_BLOCKERS = 100

/** Those who can not come, required people first. */
export function listAbsent(search: Search, startsAt: number): Person[] {
  const duration = search.durationMinutes * MINUTE
  return search.people
    .filter((person) => findAbsence(person, startsAt, duration) !== null)
    .toSorted((a, b) => Number(a.isOptional) - Number(b.isOptional))
}

/**
 * Whether a time is free, and what keeps whom from it. `absent` are those who can not come, `events` those around the
 * time, as the asker may see them.
 */
export function explainTime(
  search: Search,
  startsAt: number,
  absent: readonly Person[],
  events: readonly Conflict[],
): Pick<Explanation, 'free' | 'blockers'> {
  const time = { startsAt, endsAt: endOf(search, startsAt) }
  const isPast = startsAt < search.notBefore
  return {
    free: !isPast && absent.every(({ isOptional }) => isOptional),
    blockers: [
      ...(isPast ? [IN_THE_PAST] : []),
      ...absent.slice(0, MAX_BLOCKERS).flatMap((person) => explainPerson(time, person, events, search.timeZone)),
    ],
  }
}

const IN_THE_PAST: Blocker = { email: null, rule: 'IN_THE_PAST', facts: {}, message: 'This time has already passed.' }

function explainPerson(time: Time, person: Person, events: readonly Conflict[], timeZone: string): Blocker[] {
  const own = events.filter((event) => event.participants.includes(person.email))
  return [
    ...(isOpen(person.open, time) ? [] : [explainHours(time, person)]),
    ...own.flatMap((event) => explainEvent(time, person, event, timeZone)),
  ]
}

export function nameOf({ name, email }: Pick<Person, 'name' | 'email'>): string {
  return name ?? email
}

/** What the person's hours say of a time outside of them. */
export function explainHours({ startsAt, endsAt }: Time, person: Person): Blocker {
  const { email, isOptional, timeZone, offsets } = person
  const local = localStart(startsAt, offsets)
  const date = local.slice(0, 'YYYY-MM-DD'.length)
  const facts = { isOptional, timeZone, localStart: local, hours: hoursOfDay(person, startsAt) }
  const name = nameOf(person)
  if (person.overrides.some((override) => override.date === date && override.ranges.length === 0))
    return { email, rule: 'DAY_OFF', facts: { ...facts, date }, message: `${name} is off on ${date}.` }
  const when = `${describeClock(startsAt, offsets)} to ${describeClock(endsAt, offsets)} in ${timeZone}`
  const hours = facts.hours.map((range) => range.join('–')).join(', ') || 'none that day'
  return {
    email,
    rule: 'OUTSIDE_HOURS',
    facts,
    message: `${name}: ${when} is outside of their working hours (${hours}).`,
  }
}

/** The person's hours that touch the local date of a moment, on their clock. */
function hoursOfDay({ open, offsets }: Person, moment: number): [string, string][] {
  const local = moment + offsetAt(offsets, moment)
  const midnight = moment - (local - Math.floor(local / DAY) * DAY)
  const hours: [string, string][] = []
  for (let i = firstEndingAfter(open, midnight); bound(open, i) < midnight + DAY; i += 2)
    hours.push([describeClock(bound(open, i), offsets), describeClock(bound(open, i + 1), offsets)])
  return hours
}

function explainEvent({ startsAt, endsAt }: Time, person: Person, event: Conflict, timeZone: string): Blocker[] {
  const { email, isOptional, bufferBeforeMinutes, bufferAfterMinutes } = person
  const { eventId, title, source } = event
  const span = {
    startsAt: Temporal.Instant.fromEpochMilliseconds(startsAt),
    endsAt: Temporal.Instant.fromEpochMilliseconds(endsAt),
  }
  const from = event.startsAt.epochMilliseconds
  const to = event.endsAt.epochMilliseconds
  const facts = { isOptional, eventId, title, source, startsAt: event.startsAt, endsAt: event.endsAt }
  const what = `“${title}”, ${describeTime(from, timeZone)} to ${describeClock(to, zoneOffsets(timeZone, from, to))}`
  if (overlaps(span, event)) return [{ email, rule: 'BUSY', facts, message: `${nameOf(person)} is busy: ${what}.` }]
  if (startsAt >= to + bufferBeforeMinutes * MINUTE || endsAt <= from - bufferAfterMinutes * MINUTE) return []
  const [minutes, side] = startsAt >= to ? [bufferBeforeMinutes, 'after'] : [bufferAfterMinutes, 'before']
  const message = `${nameOf(person)} keeps ${minutes} minutes free ${side} ${what}.`
  return [{ email, rule: 'BUFFER', facts: { ...facts, minutes }, message }]
}
