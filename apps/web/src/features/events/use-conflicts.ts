import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { describeProblem } from '../../lib/problem.ts'
import { trpc, type Outputs } from '../../lib/trpc.ts'
import { useDebounced } from '../../lib/use-debounced.ts'
import type { CalendarEvent } from './calendar-event.ts'
import { conflictQuestions, type ConflictsInput } from './conflict-questions.ts'
import type { EventFormValues } from './event-form-values.ts'

/** A pause in typing that is long enough to be one. */
const PAUSE_MILLISECONDS = 300

type Answer = Outputs['scheduling']['conflicts']
export type OccurrencesCheck = NonNullable<Answer['occurrences']>

export interface ConflictCheck {
  state: 'unasked' | 'checking' | 'failed' | 'done'
  /** Of the event alone. */
  conflicts: Answer['conflicts']
  warnings: Answer['warnings']
  /** Null for an event that does not repeat. */
  occurrences: OccurrencesCheck | null
  /** Why the rule does not work. */
  recurrenceProblem: string | undefined
}

/**
 * Asks, while somebody types, whom the event and its series would double-book. Optional people and free events book
 * nobody.
 */
export function useConflicts(values: EventFormValues, event: CalendarEvent | null): ConflictCheck {
  const questions = conflictQuestions(values, event)
  const single = useAnswer(questions.event)
  const series = useAnswer(questions.series)
  const states = [single.state, series.state]
  return {
    state: (['failed', 'checking', 'done'] as const).find((state) => states.includes(state)) ?? 'unasked',
    conflicts: single.answer?.conflicts ?? [],
    warnings: (single.answer ?? series.answer)?.warnings ?? [],
    occurrences: series.answer?.occurrences ?? null,
    recurrenceProblem: series.recurrenceProblem,
  }
}

interface Answered {
  state: ConflictCheck['state']
  answer?: Answer | undefined
  recurrenceProblem?: string | undefined
}

function useAnswer(question: ConflictsInput | null): Answered {
  // As text, which compares by its content.
  const asked = JSON.stringify(question)
  const settled = useDebounced(asked, PAUSE_MILLISECONDS)
  const input: ConflictsInput | null = JSON.parse(settled)
  const { data, error, isFetching } = useQuery(
    trpc.scheduling.conflicts.queryOptions(input ?? NOTHING, {
      enabled: input !== null,
      placeholderData: keepPreviousData,
    }),
  )
  if (input === null) return { state: 'unasked' }
  if (error) {
    const { recurrence } = describeProblem(error).fields
    return { state: recurrence ? 'unasked' : 'failed', recurrenceProblem: recurrence }
  }
  if (data?.occurrences?.total === 0) return { state: 'unasked', recurrenceProblem: 'This rule has no occurrence.' }
  return { state: isFetching || settled !== asked ? 'checking' : 'done', answer: data }
}

const NOTHING: ConflictsInput = { startsAt: '', endsAt: '', participants: [] }
