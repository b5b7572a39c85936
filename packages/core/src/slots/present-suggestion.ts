import type { SuggestionReason } from '../events/event.ts'
import { Temporal } from '../temporal.ts'
import { findAbsence } from './attendance.ts'
import { localStart } from './describe-time.ts'
import type { Person } from './person.ts'
import type { ScoredTime } from './pick-best.ts'
import type { Presence, SuggestedParticipant, SuggestedTime } from './suggestion.ts'

/** A picked time as callers see it: instants, everybody's part in it, and a sentence. */
export function presentSuggestion(time: ScoredTime, people: readonly Person[]): SuggestedTime {
  const { startsAt, endsAt, score, reasons } = time
  return {
    startsAt: Temporal.Instant.fromEpochMilliseconds(startsAt),
    endsAt: Temporal.Instant.fromEpochMilliseconds(endsAt),
    score,
    reasons,
    reason: describeReasons(reasons),
    participants: presentPeople(time, people),
  }
}

/** Thousands of people live in a few zones: each zone's clock is read once. */
function presentPeople({ startsAt, endsAt }: ScoredTime, people: readonly Person[]): SuggestedParticipant[] {
  const clocks = new Map<string, string>()
  const clock = ({ timeZone, offsets }: Person) => {
    const shown = clocks.get(timeZone) ?? localStart(startsAt, offsets)
    clocks.set(timeZone, shown)
    return shown
  }
  return people.map((person) => ({
    email: person.email,
    status: person.isOptional ? presenceOf(person, startsAt, endsAt - startsAt) : 'available',
    localStart: clock(person),
  }))
}

function presenceOf(person: Person, startsAt: number, duration: number): Presence {
  const absence = findAbsence(person, startsAt, duration)
  if (absence === null) return 'available'
  return absence === 'busy' ? 'busy' : 'outside-hours'
}

/** What speaks against a time, in the words of a sentence; nothing speaks against it where no points are lost. */
const OBJECTIONS: Record<string, string> = {
  TIME_OF_DAY: 'not at the preferred time of day',
  DAY_EDGES: 'close to the edge of somebody’s working day',
  SHORT_GAPS: 'leaves gaps too short to use',
  BACK_TO_BACK: 'makes a long row of meetings',
  FAIRNESS: 'outside of comfortable hours for somebody',
}

const MAX_OBJECTIONS = 2

function describeReasons(reasons: readonly SuggestionReason[]): string {
  const objections = reasons
    .filter(({ rule, points }) => points < 0 && rule in OBJECTIONS)
    .toSorted((a, b) => a.points - b.points)
    .slice(0, MAX_OBJECTIONS)
    .map(({ rule }) => OBJECTIONS[rule])
  return `${[describePresence(reasons), ...objections].join('; ')}.`
}

function describePresence(reasons: readonly SuggestionReason[]): string {
  const facts = reasons.find(({ rule }) => rule === 'OPTIONAL_PEOPLE')?.facts
  if (!facts || facts['absent'] === 0) return 'Everyone can come'
  return `Everyone required can come, ${Number(facts['absent'])} of ${Number(facts['optional'])} optional people cannot`
}
