import { createEventInput } from '@astralis/core/events/event-input'
import { describeIssues } from '@astralis/core/wire/describe-issues'
import { toNestErrors } from '@hookform/resolvers'
import type { FieldErrors, Resolver } from 'react-hook-form'
import { leadTimeProblems } from '../reminders/lead-time-problems.ts'
import { toEventFields, toSpan, type EventFormValues } from './event-form-values.ts'

/**
 * What is wrong with the form by core's rules for an event: field path to message, in the server's own words. Only a
 * missing time gets the words of a form, as do reminders that are there twice.
 */
export function problemsOf(values: EventFormValues): Record<string, string> {
  const parsed = createEventInput.safeParse(toEventFields(values))
  const problems = parsed.success ? {} : describeIssues(parsed.error)
  for (const [index, problem] of Object.entries(leadTimeProblems(values.reminderOffsetsMinutes ?? [])))
    problems[`reminderOffsetsMinutes.${index}`] = problem
  const span = toSpan(values)
  const what = values.allDay ? 'date' : 'date and time'
  if (span.startsAt === null) problems['startsAt'] = `Choose the start ${what}.`
  if (span.endsAt === null) problems['endsAt'] = `Choose the end ${what}.`
  return problems
}

/** Tells the form what core's rules say of it. */
export const eventFormResolver: Resolver<EventFormValues> = (values, _context, options) => {
  const problems = Object.entries(problemsOf(values))
  if (problems.length === 0) return { values, errors: {} }
  const errors = problems.map(([path, message]) => [path, { type: 'rule', message }] as const)
  return { values: {}, errors: toNestErrors<EventFormValues>(Object.fromEntries(errors) as FieldErrors, options) }
}
