import { useMutation } from '@tanstack/react-query'
import { describeProblem } from '../../lib/problem.ts'
import { trpcClient } from '../../lib/trpc.ts'
import { notify, notifyProblem, notifyWithUndo } from '../../ui/toast.tsx'
import type { CalendarEvent } from './calendar-event.ts'
import { patchCached, pauseLists, refreshEvents } from './event-cache.ts'

/** Cancels an event, which leaves the calendar at once, and offers to take that back. */
export function useCancelEvent(): (event: CalendarEvent) => void {
  const restore = useMutation({
    mutationFn: ({ id, version, status }: Pick<CalendarEvent, 'id' | 'version' | 'status'>) =>
      trpcClient.events.update.mutate({ id, version, status: status === 'CONFIRMED' ? 'CONFIRMED' : 'SCHEDULED' }),
    onSuccess: ({ event }) => notify(`“${event.title}” is back in the calendar`),
    onError: (error) => notifyProblem('The event is still cancelled', describeProblem(error).message),
    onSettled: refreshEvents,
  })
  const cancel = useMutation({
    mutationFn: ({ id, version }: CalendarEvent) => trpcClient.events.cancel.mutate({ id, version }),
    onMutate: async ({ id }) => {
      patchCached(id, () => null)
      await pauseLists()
    },
    onError: (error, { title }) => notifyProblem(`“${title}” was not cancelled`, describeProblem(error).message),
    onSuccess: ({ event }, { status }) =>
      notifyWithUndo(`“${event.title}” cancelled`, () => restore.mutate({ ...event, status })),
    onSettled: refreshEvents,
  })
  return cancel.mutate
}
