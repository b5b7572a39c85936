import { reachOf } from '@astralis/core/access/access-table'
import type { SessionUser } from '../auth/session.ts'
import type { CalendarEvent } from './calendar-event.ts'

/** Whether the server would let the person send the mails of an event again: a CLIENT only those of their own (H2). */
export function maySend(user: SessionUser, event: Pick<CalendarEvent, 'createdBy'>): boolean {
  const reach = reachOf(user.role, 'events.update')
  return reach === 'all' || (reach === 'own' && event.createdBy === user.id)
}
