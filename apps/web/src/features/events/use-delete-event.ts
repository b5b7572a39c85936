import { useMutation } from '@tanstack/react-query'
import { describeProblem } from '../../lib/problem.ts'
import { trpcClient } from '../../lib/trpc.ts'
import { notify, notifyProblem } from '../../ui/toast.tsx'
import type { CalendarEvent } from './calendar-event.ts'
import { refreshEvents } from './event-cache.ts'

/** Deletes an event for good. */
export function useDeleteEvent(onDeleted: () => void) {
  return useMutation({
    mutationFn: ({ id, version }: CalendarEvent) => trpcClient.events.delete.mutate({ id, version }),
    onError: (error, { title }) => notifyProblem(`“${title}” was not deleted`, describeProblem(error).message),
    onSuccess: (_nothing, { title }) => {
      onDeleted()
      notify(`“${title}” deleted`)
    },
    onSettled: refreshEvents,
  })
}
