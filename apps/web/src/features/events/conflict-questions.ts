import type { Inputs } from '../../lib/trpc.ts'
import type { CalendarEvent } from './calendar-event.ts'
import { toSpan, type EventFormValues } from './event-form-values.ts'
import { changedRecurrence, isStartUntouched } from './series-rule.ts'

export type ConflictsInput = Inputs['scheduling']['conflicts']

export interface ConflictQuestions {
  /** About the event alone. */
  event: ConflictsInput | null
  /** About all that the rule makes of it, from this one on. */
  series: ConflictsInput | null
}

const NOTHING: ConflictQuestions = { event: null, series: null }

/**
 * What to ask about the form; nothing while it has no sensible time or nobody whose time it takes. Of an occurrence
 * nobody knows yet how far its change will go, so both are asked.
 */
export function conflictQuestions(values: EventFormValues, event: CalendarEvent | null): ConflictQuestions {
  const { startsAt, endsAt } = toSpan(values)
  const participants = values.participants
    .filter(({ isOptional, status }) => !isOptional && status !== 'declined')
    .map(({ email }) => email)
  if (startsAt === null || endsAt === null || startsAt >= endsAt) return NOTHING
  if (values.showsAs === 'FREE' || participants.length === 0) return NOTHING

  const question = { startsAt, endsAt, participants, ...(event && { excludeEventId: event.id }) }
  const { recurrence, timeZone, allDay } = values
  if (!recurrence) return { event: question, series: null }
  const series = { ...question, recurrence, timeZone, allDay }
  if (!event?.seriesId) return { event: null, series }
  const hasNewRule = changedRecurrence(values, event) !== undefined
  const isElsewhere = event.ownFields.includes('time') && isStartUntouched(values, event) && !hasNewRule
  return {
    event: hasNewRule ? null : question,
    // What was moved by itself, and stays there, says nothing of the times of the others.
    series: isElsewhere ? null : { ...series, excludeSeriesId: event.seriesId },
  }
}
