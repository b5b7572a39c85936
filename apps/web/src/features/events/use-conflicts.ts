import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { trpc, type Inputs, type Outputs } from '../../lib/trpc.ts'
import { useDebounced } from '../../lib/use-debounced.ts'
import { toSpan, type EventFormValues } from './event-form-values.ts'

type ConflictsInput = Inputs['scheduling']['conflicts']

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

/** What to ask about the form; null while it has no sensible time or nobody whose time it takes. */
export function conflictsInput(values: EventFormValues, eventId: string | undefined): ConflictsInput | null {
  const { startsAt, endsAt } = toSpan(values)
  const participants = values.participants
    .filter(({ isOptional, status }) => !isOptional && status !== 'declined')
    .map(({ email }) => email)
  if (startsAt === null || endsAt === null || startsAt >= endsAt) return null
  if (values.showsAs === 'FREE' || participants.length === 0) return null
  return { startsAt, endsAt, participants, ...(eventId && { excludeEventId: eventId }) }
}
