import type { Scope } from '@astralis/core/events/event'
import { useMutation } from '@tanstack/react-query'
import { describeProblem } from '../../lib/problem.ts'
import { trpcClient } from '../../lib/trpc.ts'
import { notify, notifyProblem } from '../../ui/toast.tsx'
import type { CalendarEvent } from './calendar-event.ts'
import { refreshEvents } from './event-cache.ts'
import { reachText } from './scope-text.ts'

interface Deletion {
  event: CalendarEvent
  scope: Scope
}

/** Deletes an event, or more of its series, for good. */
export function useDeleteEvent(onDeleted: () => void) {
  return useMutation({
    mutationFn: ({ event: { id, version }, scope }: Deletion) =>
      trpcClient.events.delete.mutate({ id, version, scope }),
    onError: (error, { event }) => notifyProblem(`“${event.title}” was not deleted`, describeProblem(error).message),
    onSuccess: (_nothing, { event, scope }) => {
      onDeleted()
      notify(`${reachText(event.title, scope)} deleted`)
    },
    onSettled: refreshEvents,
  })
}
