import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { trpc } from '../../lib/trpc.ts'
import type { SuggestQuestion } from './suggest-values.ts'

const NOTHING: SuggestQuestion = { participants: [], durationMinutes: 0, range: { from: '', to: '' }, timeZone: '' }

/** Asks for times; null for a question that is not complete. While the next answer is on its way, the last one stays. */
export function useSuggestions(question: SuggestQuestion | null) {
  return useQuery(
    trpc.scheduling.suggest.queryOptions(question ?? NOTHING, {
      enabled: question !== null,
      placeholderData: keepPreviousData,
      // A model may be asked with every search: not again for looking away and back.
      refetchOnWindowFocus: false,
    }),
  )
}

/** Asks why, or why not, for one start. */
export function useExplanation(question: SuggestQuestion, startsAt: string) {
  return useQuery(trpc.scheduling.explain.queryOptions({ ...question, startsAt }))
}
