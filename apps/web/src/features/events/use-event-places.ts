import { useQuery } from '@tanstack/react-query'
import { trpc, type Outputs } from '../../lib/trpc.ts'
import type { CalendarEvent } from './calendar-event.ts'

export type EventPlace = Outputs['events']['links']['links'][number]

/** The linked calendars that have the event as well; undefined until that is known. */
export function useEventPlaces({ id }: Pick<CalendarEvent, 'id'>): readonly EventPlace[] | undefined {
  return useQuery(trpc.events.links.queryOptions({ id })).data?.links
}

/** Whether at least one's own answer reaches the calendar that the event comes from. */
export function isAnswerable(places: readonly EventPlace[] | undefined): boolean {
  return places?.some(({ writeAccess }) => writeAccess !== 'none') ?? false
}
