import { pickBest } from '@astralis/core/slots/pick-best'
import { presentSuggestion } from '@astralis/core/slots/present-suggestion'
import { carriedBy, planScoring } from '@astralis/core/slots/score-slots'
import { describeSearch, measureSearch, planSearch, searchStarts } from '@astralis/core/slots/search'
import type { SuggestInput } from '@astralis/core/slots/suggest-input'
import type { Suggestions } from '@astralis/core/slots/suggestion'
import { findLastSuggestion } from '@astralis/db/queries/find-last-suggestion'
import type { ServiceContext } from '../context.ts'
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
  const [people, lastBooked] = await inOrganization(
    ctx,
    orgId,
    (tx) => sentTogether([gatherPeople(tx, orgId, input), findLastSuggestion(tx, orgId, userId)]),
    entryFor(input),
  )
  const search = planSearch(input, people, ctx.clock())
  const starts = searchStarts(search)
  const scoring = planScoring({ ...search, timeOfDay: input.timeOfDay }, people, carriedBy(lastBooked))
  const best = pickBest(starts, input.durationMinutes, input.limit, scoring)
  const suggestions = best.map((time) => presentSuggestion(time, people))
  const examined = measureSearch(search)
  return {
    ...(await rankSuggestions(ctx.rankingModel, suggestions)),
    summary: describeSearch(starts.length, examined, people.length),
    metadata: {
      slotsAnalyzed: examined.starts,
      participantsAnalyzed: people.length,
      conflictsFound: examined.busy,
    },
    warnings: warnOfStrangers(people),
    ...(best.length === 0 && { empty: await explainEmptySearch(ctx, input, search) }),
  }
}
