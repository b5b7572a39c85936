import type { Suggestion, SuggestionReason } from '../events/event.ts'
import { zoneOffsets, type ZoneOffsets } from '../time/zone-offsets.ts'
import { findAbsence } from './attendance.ts'
import type { Person } from './person.ts'
import {
  scoreBackToBack,
  scoreDayEdges,
  scoreEarlyWeek,
  scoreFairness,
  scoreOptionalPeople,
  scoreShortGaps,
  scoreSooner,
  scoreTimeOfDay,
  type Time,
} from './score-rules.ts'
import { BASE_POINTS } from './score-weights.ts'
import type { TimeOfDay } from './suggestion.ts'

/** All that a score depends on beside the time itself. */
export interface Scoring {
  people: readonly Person[]
  from: number
  to: number
  /** The zone in which `timeOfDay` and the day of the week are meant. */
  offsets: ZoneOffsets
  timeOfDay: TimeOfDay | undefined
  /** Who had the least comfortable hours in the last suggestion that was booked. */
  carriedLast: string | null
}

export interface Score {
  /** 0 to 100, the sum of the reasons' points */
  score: number
  reasons: SuggestionReason[]
}

export function planScoring(
  search: { from: number; to: number; timeZone: string; timeOfDay: TimeOfDay | undefined },
  people: readonly Person[],
  carriedLast: string | null,
): Scoring {
  const { from, to, timeOfDay } = search
  return { people, from, to, offsets: zoneOffsets(search.timeZone, from, to), timeOfDay, carriedLast }
}

/** The score of a time that suits all required people, with its reasons (E2). */
export function scoreTime(time: Time, scoring: Scoring): Score {
  const { people, carriedLast } = scoring
  const coming: Person[] = []
  const absent: Person[] = []
  for (const person of people) {
    const isAbsent = person.isOptional && findAbsence(person, time.startsAt, time.endsAt - time.startsAt) !== null
    ;(isAbsent ? absent : coming).push(person)
  }
  const optional = people.filter(({ isOptional }) => isOptional).length
  const required = people.length - optional
  return sum([
    { rule: 'INSIDE_HOURS', points: BASE_POINTS, facts: { required } },
    ...reasonsOfTime(time, scoring),
    ...(optional > 0 ? [scoreOptionalPeople(optional, absent)] : []),
    ...(coming.length > 0
      ? [
          scoreDayEdges(time, coming),
          scoreShortGaps(time, coming),
          scoreBackToBack(time, coming),
          scoreFairness(time, coming, carriedLast),
        ]
      : []),
  ])
}

/** No score of this time can be higher: what the rules that look at nobody leave of it. */
export function boundTime(time: Time, scoring: Scoring): number {
  return sum([{ rule: 'INSIDE_HOURS', points: BASE_POINTS, facts: {} }, ...reasonsOfTime(time, scoring)]).score
}

function reasonsOfTime(time: Time, { from, to, offsets, timeOfDay }: Scoring): SuggestionReason[] {
  return [
    ...(timeOfDay ? [scoreTimeOfDay(time, offsets, timeOfDay)] : []),
    scoreSooner(time, from, to),
    scoreEarlyWeek(time, offsets),
  ]
}

function sum(reasons: SuggestionReason[]): Score {
  const tenths = reasons.reduce((total, { points }) => total + Math.round(points * 10), 0)
  return { score: Math.max(0, tenths) / 10, reasons }
}

/** Who had the least comfortable hours in a suggestion that was booked; null when nobody is known to have had. */
export function carriedBy(suggestion: Suggestion | null): string | null {
  const worst = suggestion?.reasons.find(({ rule }) => rule === 'FAIRNESS')?.facts['worst']
  const email = worst !== null && typeof worst === 'object' && !Array.isArray(worst) ? worst['email'] : null
  return typeof email === 'string' ? email : null
}
