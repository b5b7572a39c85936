import type { CalendarEvent } from './calendar-event.ts'
import type { EventFormValues } from './event-form-values.ts'
import { changedRecurrence } from './series-rule.ts'
import type { ScopeLimits } from './use-scope-question.tsx'

/** Which answers a change in the form leaves to the question how far it goes: one event can not repeat by itself. */
export function saveLimits(values: EventFormValues, event: CalendarEvent): ScopeLimits {
  const recurrence = changedRecurrence(values, event)
  if (recurrence === undefined) return {}
  const note =
    recurrence === null
      ? 'Only this one stays, without repeating. The others go for good.'
      : 'You changed how it repeats, which one event can not do by itself.'
  return { scopes: ['following', 'all'], note }
}
