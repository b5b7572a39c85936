import { RecurrenceError } from '@astralis/core/recurrence/recurrence-error'
import type { OccurrenceDraft } from '@astralis/core/series/draft-series'
import type { EventsPlan } from '@astralis/core/series/plan-series-change'
import { ServiceError } from '../errors.ts'

/** What a change may write in one transaction: occurrences times people. It takes some seconds. */
const MAX_SHARES = 25_000

/** Says of a rule that does not work that it is the `recurrence` field. */
export function withRecurrenceProblems<T>(plan: () => T): T {
  try {
    return plan()
  } catch (error) {
    if (error instanceof RecurrenceError) throw refusal(error.message)
    throw error
  }
}

/** Refuses series of so many occurrences for so many people that everybody else would wait. */
export function requireFew({ changed, added }: Pick<EventsPlan, 'changed' | 'added'>): void {
  const events: OccurrenceDraft[] = [...changed.map(({ after }) => after), ...added]
  const shares = events.reduce((sum, { participants }) => sum + participants.length, 0)
  if (events.length <= 1 || shares <= MAX_SHARES) return
  const people = Math.floor(MAX_SHARES / events.length)
  throw refusal(
    `Expected at most ${people} participants in a series of ${events.length} occurrences, or fewer occurrences.`,
  )
}

function refusal(message: string): ServiceError {
  return new ServiceError('INVALID_INPUT', message, { fields: { recurrence: message } })
}
