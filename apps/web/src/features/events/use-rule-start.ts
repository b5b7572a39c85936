import { useRef, useState } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import { followStart } from '../recurrence/follow-start.ts'
import type { RuleStart } from '../recurrence/rule-start.ts'
import type { CalendarEvent } from './calendar-event.ts'
import type { EventFormValues } from './event-form-values.ts'
import { ruleStartIn } from './series-rule.ts'

/** A rule that somebody chose, the start that it was chosen for, and what it is since that start moved. */
interface ChosenRule {
  lines: string
  start: RuleStart
  followed: string
}

/**
 * The start that the rule of a form is said of; while a date is typed, that of the last whole one. `follow` has the rule
 * follow a start that is about to change: from what was chosen rather than step by step, because a date passes through
 * others while it is typed.
 */
export function useRuleStart(form: UseFormReturn<EventFormValues>, event: CalendarEvent | null) {
  const [startsAt, allDay, timeZone] = form.watch(['startsAt', 'allDay', 'timeZone'])
  const values = { startsAt, allDay, timeZone }
  const current = ruleStartIn(values, event)
  const [last, setLast] = useState(current ?? { wall: 0, timeZone })
  if (current && (current.wall !== last.wall || current.timeZone !== last.timeZone)) setLast(current)
  const start = current ?? last

  const chosen = useRef<ChosenRule>(null)
  const follow = (change: Partial<typeof values>) => {
    const lines = form.getValues('recurrence')
    const before = chosen.current?.followed === lines ? chosen.current : { lines, start }
    const next = ruleStartIn({ ...values, ...change }, event)
    const followed = next ? followStart(before.lines, before.start, next) : lines
    chosen.current = { ...before, followed }
    if (followed !== lines) form.setValue('recurrence', followed, { shouldDirty: true })
  }
  return { start, follow }
}
