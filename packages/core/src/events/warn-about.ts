import { isOpen } from '../slots/attendance.ts'
import { explainHours } from '../slots/explain-time.ts'
import { planPeople, type SharedHours } from '../slots/person.ts'
import type { Temporal } from '../temporal.ts'
import { isBefore } from '../time/instant.ts'
import type { Span } from '../time/span.ts'
import { DAY } from '../time/zone-offsets.ts'
import type { Warning } from '../wire/warning.ts'

/** Whoever puts this much into a calendar does not mean working hours: a holiday, a fair, a day out. */
const LONG_MILLISECONDS = DAY / 2

/** What the caller may not have meant: a time in the past, or outside of somebody's availability (C5). */
export function warnAbout(span: Span, now: Temporal.Instant, hours: readonly SharedHours[]): Warning[] {
  if (isBefore(span.endsAt, now)) return [{ code: 'IN_THE_PAST', message: 'This time has already passed.' }]
  return warnOutside(span, hours)
}

function warnOutside(span: Span, hours: readonly SharedHours[]): Warning[] {
  const time = { startsAt: span.startsAt.epochMilliseconds, endsAt: span.endsAt.epochMilliseconds }
  if (time.endsAt - time.startsAt > LONG_MILLISECONDS) return []
  const members = hours.flatMap((week) => week.members)
  const window = { from: time.startsAt - DAY, to: time.endsAt + DAY, timeZone: 'UTC' }
  const asked = members.map(({ email }) => ({ email, isOptional: false }))
  return planPeople(asked, { hours, busy: new Map() }, window)
    .filter(({ open }) => !isOpen(open, time))
    .map((person) => ({
      code: 'OUTSIDE_AVAILABILITY',
      email: person.email,
      message: explainHours(time, person).message,
    }))
}
