import { DAY, MINUTE, offsetAt } from '../time/zone-offsets.ts'
import type { Time } from './score-rules.ts'
import { boundTime, type Score, scoreTime, type Scoring } from './score-slots.ts'

/** Times whose starts are nearer than this, or than the meeting's length, are one suggestion to a person. */
const DISTINCT_MINUTES = 60

/** More on one day only where the other days have nothing left: a choice is between days, too. */
const MAX_PER_DAY = 2

export type ScoredTime = Time & Score

interface Candidate extends Time {
  /** Its local date in the zone of the search. */
  day: number
  bound: number
  rank: number
  scored?: Score
}

/**
 * The best distinct times of a search, best first; the earlier of two equals. A time is scored only when the rules that
 * look at nobody say that it could still be the best, and not when it is too near to one that is picked already: the
 * outcome is the same as of scoring them all. A lower rank comes first whatever the scores.
 */
export function pickBest(
  starts: readonly number[],
  durationMinutes: number,
  limit: number,
  scoring: Scoring,
  rankOf: (startsAt: number) => number = () => 0,
): ScoredTime[] {
  const candidates = starts
    .map((startsAt): Candidate => {
      const time = { startsAt, endsAt: startsAt + durationMinutes * MINUTE }
      const day = Math.floor((startsAt + offsetAt(scoring.offsets, startsAt)) / DAY)
      return { ...time, day, bound: boundTime(time, scoring), rank: rankOf(startsAt) }
    })
    .toSorted((a, b) => a.rank - b.rank || b.bound - a.bound || a.startsAt - b.startsAt)
  const apart = Math.max(DISTINCT_MINUTES, durationMinutes) * MINUTE
  const picked: (Candidate & { scored: Score })[] = []
  const isDistinct = ({ startsAt }: Time) => picked.every((other) => Math.abs(other.startsAt - startsAt) >= apart)
  const isOnFreeDay = ({ day }: Candidate) => picked.filter((other) => other.day === day).length < MAX_PER_DAY
  for (const mayJoin of [isOnFreeDay, () => true]) {
    while (picked.length < limit) {
      const best = findBest(candidates, scoring, (candidate) => isDistinct(candidate) && mayJoin(candidate))
      if (best === null) break
      picked.push(best)
    }
  }
  return picked
    .toSorted((a, b) => a.rank - b.rank || b.scored.score - a.scored.score || a.startsAt - b.startsAt)
    .map(({ startsAt, endsAt, scored }) => ({ startsAt, endsAt, ...scored }))
}

/** Candidates come by rank and falling bound: none after the first that can not reach the best so far needs a look. */
function findBest(
  candidates: readonly Candidate[],
  scoring: Scoring,
  mayJoin: (candidate: Candidate) => boolean,
): (Candidate & { scored: Score }) | null {
  let best: (Candidate & { scored: Score }) | null = null
  for (const candidate of candidates) {
    if (best && (candidate.rank > best.rank || candidate.bound < best.scored.score)) break
    if (!mayJoin(candidate)) continue
    const scored = (candidate.scored ??= scoreTime(candidate, scoring))
    const isBetter = !best || scored.score > best.scored.score
    const isEarlier = scored.score === best?.scored.score && candidate.startsAt < best.startsAt
    if (isBetter || isEarlier) best = { ...candidate, scored }
  }
  return best
}
