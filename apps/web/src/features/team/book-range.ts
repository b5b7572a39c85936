import type { SessionUser } from '../auth/session.ts'
import { newEventValues, type EventFormValues } from '../events/event-form-values.ts'
import type { Colleague } from './colleague.ts'
import { wireOf } from './team-axis.ts'
import type { Range } from './use-range.ts'

/** The form for booking a time with these people; the viewer organizes it. */
export function valuesOfRange(
  { from, to }: Range,
  colleagues: readonly Pick<Colleague, 'email' | 'name'>[],
  { email, name, timeZone }: Pick<SessionUser, 'email' | 'name' | 'timeZone'>,
): EventFormValues {
  const stretch = { startsAt: wireOf(from), endsAt: wireOf(to), allDay: false, timeZone }
  const values = newEventValues(stretch, { email, name, isOptional: false, isOrganizer: true, status: 'accepted' })
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
