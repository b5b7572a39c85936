import { followStart } from '../recurrence/follow-start.ts'
import { ruleStartAt, ruleStartOf, type RuleStart } from '../recurrence/rule-start.ts'
import type { CalendarEvent } from './calendar-event.ts'
import { eventValues, type EventFormValues } from './event-form-values.ts'

type Occurrence = Pick<CalendarEvent, 'startsAt' | 'originalStartsAt' | 'timeZone'>
type FormStart = Pick<EventFormValues, 'startsAt' | 'allDay' | 'timeZone'>

/** The start that the rule of an event is said of: for an occurrence the time that its series gives it. */
export function ruleStartOfEvent({ startsAt, originalStartsAt, timeZone }: Occurrence): RuleStart {
  return ruleStartAt(originalStartsAt ?? startsAt, timeZone)
}

/** The start that the rule in a form is said of; null while its date or time makes no sense. */
function ruleStartOfForm({ startsAt, allDay, timeZone }: FormStart): RuleStart | null {
  return ruleStartOf(startsAt.date, allDay ? '00:00' : startsAt.time, timeZone)
}

/** Whether an event is still where it was when the form was filled with it. */
export function isStartUntouched(values: FormStart, event: CalendarEvent): boolean {
  const [before, now] = [ruleStartOfForm(eventValues(event)), ruleStartOfForm(values)]
  return before?.wall === now?.wall && before?.timeZone === now?.timeZone
}

/** The same where the form may be that of an occurrence, whose series stays where it is until its start is touched. */
export function ruleStartIn(values: FormStart, event: CalendarEvent | null): RuleStart | null {
  return event && isStartUntouched(values, event) ? ruleStartOfEvent(event) : ruleStartOfForm(values)
}

/**
 * The rule that the form asks for: null for none, undefined where it is as it was, or has only followed the start; then
 * it is up to the scope of the change what moves.
 */
export function changedRecurrence(values: EventFormValues, event: CalendarEvent): string | null | undefined {
  const before = event.recurrence ?? ''
  const start = ruleStartIn(values, event)
  const followed = start ? followStart(before, ruleStartOfEvent(event), start) : before
  if (values.recurrence === before || values.recurrence === followed) return undefined
  return values.recurrence || null
}
