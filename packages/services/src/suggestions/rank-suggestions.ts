import { applyRanking, planRanking } from '@astralis/core/slots/rank-with-model'
import type { SuggestedTime, Suggestions } from '@astralis/core/slots/suggestion'
import type { RankingModel } from '../ports.ts'

/**
 * The same times in the model's order, each with the model's note as its reason (E3). Without a model, or with an answer
 * that is late, wrong or missing, they stay as they are. Never rejects; to be called outside of transactions.
 */
export async function rankSuggestions(
  model: RankingModel | null,
  suggestions: SuggestedTime[],
): Promise<Pick<Suggestions, 'suggestions' | 'rankedBy'>> {
  if (model !== null && suggestions.length > 1) {
    try {
      const ranked = applyRanking(suggestions, await model.rank(planRanking(suggestions)))
      if (ranked) return { suggestions: ranked.map(({ slot, note }) => ({ ...slot, reason: note })), rankedBy: 'model' }
      model.reportFailure('The answer does not name every time exactly once with a note.')
    } catch (error) {
      model.reportFailure(error)
    }
  }
  return { suggestions, rankedBy: 'score' }
}
