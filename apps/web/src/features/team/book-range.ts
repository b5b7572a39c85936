import type { SessionUser } from '../auth/session.ts'
import { newEventValues, toSpan, type EventFormValues } from '../events/event-form-values.ts'
import type { Colleague } from './colleague.ts'
import { wireOf } from './team-axis.ts'
import type { Range } from './use-range.ts'

/**
 * The form for booking a time with these people; the viewer organizes it. What the wall of their zone shows twice, on the
 * night on which the clocks go back, can be typed only in a zone that has it once.
 */
export function valuesOfRange(
  { from, to }: Range,
  colleagues: readonly Pick<Colleague, 'email' | 'name'>[],
  { email, name, timeZone }: Pick<SessionUser, 'email' | 'name' | 'timeZone'>,
): EventFormValues {
  const organizer = { email, name, isOptional: false, isOrganizer: true, status: 'accepted' as const }
  const stretch = { startsAt: wireOf(from), endsAt: wireOf(to), allDay: false }
  const own = newEventValues({ ...stretch, timeZone }, organizer)
  const { startsAt, endsAt } = toSpan(own)
  const isMeant = startsAt === stretch.startsAt && endsAt === stretch.endsAt
  const values = isMeant ? own : newEventValues({ ...stretch, timeZone: 'UTC' }, organizer)
  const others = colleagues.filter((colleague) => colleague.email !== email)
  const invited = others.map((colleague) => ({
    email: colleague.email,
    name: colleague.name,
    isOptional: false,
    isOrganizer: false,
    status: 'pending' as const,
  }))
  return { ...values, participants: [...values.participants, ...invited] }
}
