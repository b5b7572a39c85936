import { Temporal } from '@astralis/core/temporal'
import type { Inputs } from '../../lib/trpc.ts'
import { toSpan, type EventFormValues } from './event-form-values.ts'

export type OtherTimesInput = Inputs['scheduling']['suggest']

/** As many as are taken in at a glance. */
const OFFERED = 3
const DAYS = 7
/** What can be searched for; anything else is arranged by hand. */
const SHORTEST_MINUTES = 15
const LONGEST_MINUTES = 480

/**
 * What to ask for other times of the event in the form: as long, for the same people, in the week from its day on, and not
 * before `now`. Null for what is no single meeting: an event of whole days, one that repeats, or one without a time.
 */
export function otherTimesQuestion(values: EventFormValues, now: Temporal.Instant): OtherTimesInput | null {
  const { startsAt, endsAt } = toSpan(values)
  if (values.allDay || values.recurrence || startsAt === null || endsAt === null) return null
  const start = Temporal.Instant.from(startsAt)
  const durationMinutes = start.until(endsAt).total('minutes')
  if (durationMinutes < SHORTEST_MINUTES || durationMinutes > LONGEST_MINUTES) return null
  const day = start.toZonedDateTimeISO(values.timeZone).startOfDay()
  const from = [day.toInstant(), now].toSorted((a, b) => Temporal.Instant.compare(b, a))[0] ?? now
  const to = from.toZonedDateTimeISO(values.timeZone).add({ days: DAYS }).toInstant()
  return {
    participants: values.participants
      .filter(({ status }) => status !== 'declined')
      .map(({ email, isOptional }) => ({ email, isOptional })),
    durationMinutes,
    range: { from: from.toString(), to: to.toString() },
    timeZone: values.timeZone,
    limit: OFFERED,
  }
}
