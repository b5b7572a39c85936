import { seesDetails } from '@astralis/core/events/visibility'
import { useQuery } from '@tanstack/react-query'
import { trpc, type Outputs } from '../../lib/trpc.ts'
import type { SessionUser } from '../auth/session.ts'
import type { CalendarEvent } from '../events/calendar-event.ts'

export type EventMail = Outputs['mails']['list']['mails'][number]

/** While mail is on its way, what became of it is asked for this often. */
export const UNDERWAY_MILLISECONDS = 5000

/** Whether the person may know what mail an event sends: a linked calendar sends its own, and hidden is hidden. */
export function seesMails(user: SessionUser, event: CalendarEvent): boolean {
  return event.source === 'internal' && seesDetails({ ...user, userId: user.id }, event)
}

/** The last invitation, update or cancellation to each person, by address. */
export function useEventMails(eventId: string, isEnabled: boolean): ReadonlyMap<string, EventMail> {
  const { data } = useQuery(
    trpc.mails.list.queryOptions(
      { eventId },
      {
        enabled: isEnabled,
        refetchInterval: ({ state }) => (state.data?.mails.some(isUnderway) ? UNDERWAY_MILLISECONDS : false),
      },
    ),
  )
  return new Map(data?.mails.map((mail) => [mail.recipientEmail, mail]))
}

function isUnderway({ status }: EventMail): boolean {
  return status === 'PENDING' || status === 'CLAIMED'
}
