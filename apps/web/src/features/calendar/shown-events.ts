import type { CalendarEvent } from '../events/calendar-event.ts'

type Joined = Pick<CalendarEvent, 'source'> & {
  participants: readonly Pick<CalendarEvent['participants'][number], 'userId' | 'status'>[]
}

/**
 * The events without those of a linked calendar that everybody who is looked at has declined: the calendar that they come
 * from hides them too.
 */
export function shownEvents<E extends Joined>(events: readonly E[], userIds: readonly string[]): E[] {
  return events.filter(({ source, participants }) => {
    if (source === 'internal') return true
    const answers = participants.filter(({ userId }) => userId !== null && userIds.includes(userId))
    return answers.length === 0 || answers.some(({ status }) => status !== 'declined')
  })
}
