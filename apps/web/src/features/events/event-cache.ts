import { queryClient } from '../../lib/query-client.ts'
import { trpc, type Outputs } from '../../lib/trpc.ts'
import type { CalendarEvent } from './calendar-event.ts'

type EventList = Outputs['events']['list']

/** Where tRPC keeps every list, whatever its range: the procedure's path begins the key. */
export const LISTS = { queryKey: [['events', 'list']] }

/** The event as it was last heard of: lists of other days may still have it as it was before. */
export function findCached(id: string): CalendarEvent | undefined {
  const copies = queryClient
    .getQueriesData<EventList>(LISTS)
    .flatMap(([, list]) => list?.events.find((event) => event.id === id) ?? [])
  return copies.toSorted((a, b) => b.version - a.version)[0]
}

/** Changes an event in every list at once, before or after the server has; null takes it out. */
export function patchCached(id: string, patch: (event: CalendarEvent) => CalendarEvent | null): void {
  queryClient.setQueriesData<EventList>(LISTS, (list) => {
    if (!list?.events.some((event) => event.id === id)) return list
    return { events: list.events.flatMap((event) => (event.id === id ? (patch(event) ?? []) : event)) }
  })
}

/** Lets no answer that is still on its way undo a patch. */
export async function pauseLists(): Promise<void> {
  await queryClient.cancelQueries(LISTS)
}

/** Asks again for all that a change of one event may have changed, such as conflicts on the other side, and its mail. */
export async function refreshEvents(): Promise<void> {
  const changed = [trpc.events, trpc.scheduling, trpc.mails.list, trpc.reminders.list]
  await Promise.all(changed.map((answers) => answers.invalidate()))
}
