import type { Scope } from '@astralis/core/events/event'
import { useMutation } from '@tanstack/react-query'
import { describeProblem } from '../../lib/problem.ts'
import { trpcClient } from '../../lib/trpc.ts'
import { notify, notifyProblem, notifyWithUndo } from '../../ui/toast.tsx'
import type { CalendarEvent } from './calendar-event.ts'
import { patchCached, pauseLists, refreshEvents } from './event-cache.ts'
import { reachText, undoScope } from './scope-text.ts'

interface Cancellation {
  event: CalendarEvent
  scope: Scope
}

/** Cancels an event, which leaves the calendar at once, and others of its series after it; offers to take that back. */
export function useCancelEvent(): (cancellation: Cancellation) => void {
  const restore = useMutation({
    mutationFn: ({ event: { id, version, status }, scope }: Cancellation) =>
      trpcClient.events.update.mutate({
        id,
        version,
        status: status === 'CONFIRMED' ? 'CONFIRMED' : 'SCHEDULED',
        scope: undoScope(scope),
      }),
    onSuccess: ({ event }, { scope }) =>
      notify(`${reachText(event.title, scope)} ${scope === 'this' ? 'is' : 'are'} back in the calendar`),
    onError: (error) => notifyProblem('The event is still cancelled', describeProblem(error).message),
    onSettled: refreshEvents,
  })
  const cancel = useMutation({
    mutationFn: ({ event: { id, version }, scope }: Cancellation) =>
      trpcClient.events.cancel.mutate({ id, version, scope }),
    onMutate: async ({ event }) => {
      patchCached(event.id, () => null)
      await pauseLists()
    },
    onError: (error, { event }) => notifyProblem(`“${event.title}” was not cancelled`, describeProblem(error).message),
    onSuccess: ({ event }, { event: { status }, scope }) =>
      notifyWithUndo(`${reachText(event.title, scope)} cancelled`, () =>
        restore.mutate({ event: { ...event, status }, scope }),
      ),
    onSettled: refreshEvents,
  })
  return cancel.mutate
}
