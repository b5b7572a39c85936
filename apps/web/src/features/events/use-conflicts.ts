import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { trpc, type Outputs } from '../../lib/trpc.ts'
import { useDebounced } from '../../lib/use-debounced.ts'
import { conflictsInput, type ConflictsInput, type EventFormValues } from './event-form-values.ts'

/** A pause in typing that is long enough to be one. */
const PAUSE_MILLISECONDS = 300

export interface ConflictCheck {
  state: 'unasked' | 'checking' | 'failed' | 'done'
  conflicts: Outputs['scheduling']['conflicts']['conflicts']
  warnings: Outputs['scheduling']['conflicts']['warnings']
}

/** Asks, while somebody types, whom the event would double-book. Optional people and free events book nobody. */
export function useConflicts(values: EventFormValues, eventId: string | undefined): ConflictCheck {
  // As text, which compares by its content.
  const question = JSON.stringify(conflictsInput(values, eventId))
  const settled = useDebounced(question, PAUSE_MILLISECONDS)
  const input: ConflictsInput | null = JSON.parse(settled)
  const { data, isError, isFetching } = useQuery(
    trpc.scheduling.conflicts.queryOptions(input ?? NOTHING, {
      enabled: input !== null,
      placeholderData: keepPreviousData,
    }),
  )
  if (input === null) return { state: 'unasked', conflicts: [], warnings: [] }
  const state = isError ? 'failed' : isFetching || settled !== question ? 'checking' : 'done'
  return { state, conflicts: data?.conflicts ?? [], warnings: data?.warnings ?? [] }
}

const NOTHING: ConflictsInput = { startsAt: '', endsAt: '', participants: [] }
