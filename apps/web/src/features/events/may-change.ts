import type { SessionUser } from '../auth/session.ts'
import type { CalendarEvent } from './calendar-event.ts'

/** Whether the server would let the person change the event: a CLIENT only their own (H2). */
export function mayChange(user: SessionUser, event: Pick<CalendarEvent, 'createdBy'>): boolean {
  return user.role !== 'CLIENT' || event.createdBy === user.id
}
