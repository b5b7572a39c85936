import { pickBest } from '@astralis/core/slots/pick-best'
import { planRepeats, presentOccurrences, type Repeats } from '@astralis/core/slots/repeats'
import { presentSuggestion } from '@astralis/core/slots/present-suggestion'
import { carriedBy, planScoring } from '@astralis/core/slots/score-slots'
import { describeSearch, measureSearch, planSearch, type Search, searchStarts } from '@astralis/core/slots/search'
import { searchCost } from '@astralis/core/slots/search-cost'
import type { SuggestInput } from '@astralis/core/slots/suggest-input'
import type { Suggestions } from '@astralis/core/slots/suggestion'
import { horizonOf } from '@astralis/core/series/horizon'
import { findLastSuggestion } from '@astralis/db/queries/find-last-suggestion'
import type { ServiceContext } from '../context.ts'
import { withRecurrenceProblems } from '../events/recurrence-problems.ts'
import { takeAttempts } from '../limits/rate-limit.ts'
import { inOrganization, sentTogether } from '../transaction.ts'
import { explainEmptySearch } from './explain-empty-search.ts'
import { entryFor, gatherPeople } from './gather-people.ts'
import { rankSuggestions } from './rank-suggestions.ts'
import { warnOfStrangers } from './warn-of-strangers.ts'

/**
 * The best distinct times for a meeting (E1), scored by rules whose points can be computed again from their facts (E2)
 * and put in order by the model where there is one (E3). Without any, what is in the way and what would help (E4).
 * Nothing is held: booking checks again.
 */
export async function suggestTimes(ctx: ServiceContext, input: SuggestInput): Promise<Suggestions> {
  const { orgId, userId } = ctx.actor
  await takeAttempts(ctx, [{ limit: 'suggest.person', of: userId, cost: searchCost(input) }])
  const [people, lastBooked] = await inOrganization(
    ctx,
    orgId,
    (tx) => sentTogether([gatherPeople(tx, orgId, input), findLastSuggestion(tx, orgId, userId)]),
    entryFor(input),
  )
  const search = planSearch(input, people, ctx.clock())
  const repeats = planRepetition(ctx, input, search)
  const free = searchStarts(search)
  const starts = free.filter((start) => repeats === null || repeats.occurrencesOf(start) !== null)
  const scoring = planScoring({ ...search, timeOfDay: input.timeOfDay }, people, carriedBy(lastBooked))
  const best = pickBest(
    starts,
    input.durationMinutes,
    input.limit,
    scoring,
    repeats ? (start) => repeats.clashesOf(start).length : undefined,
  )
  const suggestions = best.map((time) => ({
    ...presentSuggestion(time, people),
    ...(repeats && { occurrences: presentOccurrences(repeats, time.startsAt, input.recurrence ?? '') }),
  }))
  const examined = measureSearch(search)
  return {
    // The model knows nothing of the occurrences to come.
    ...(await rankSuggestions(repeats ? null : ctx.rankingModel, suggestions)),
    summary: describeSearch(starts.length, examined, people.length),
    metadata: {
      slotsAnalyzed: examined.starts,
      participantsAnalyzed: people.length,
      conflictsFound: examined.busy,
    },
    warnings: warnOfStrangers(people),
    ...(best.length === 0 && {
      empty: free.length > 0 ? NO_OCCURRENCE : await explainEmptySearch(ctx, input, search),
    }),
  }
}

/** A time of a meeting that repeats is as good as its occurrences: those with the fewest clashes come first (B5). */
function planRepetition(
  { clock }: ServiceContext,
  { recurrence, range }: SuggestInput,
  search: Search,
): Repeats | null {
  if (recurrence === undefined) return null
  return withRecurrenceProblems(() => planRepeats(recurrence, { ...search, now: clock(), to: horizonOf(range.to) }))
}

const NO_OCCURRENCE: NonNullable<Suggestions['empty']> = {
  blockers: [{ email: null, rule: 'NO_OCCURRENCE', facts: {}, message: 'The rule has no free date in this range.' }],
  relaxations: [],
}
