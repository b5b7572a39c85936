import { useMutation } from '@tanstack/react-query'
import { describeProblem } from '../../lib/problem.ts'
import { trpc, trpcClient } from '../../lib/trpc.ts'
import { notify, notifyProblem } from '../../ui/toast.tsx'
import { refreshEvents } from '../events/event-cache.ts'

/** Everything that a change of a linked account may change: it, its log, and what the calendar shows. */
async function refreshAll(): Promise<void> {
  await Promise.all([trpc.connections.invalidate(), refreshEvents()])
}

/** Looks now instead of in a while. */
export function useSyncNow(id: string) {
  return useMutation({
    mutationFn: () => trpcClient.connections.sync.mutate({ id }),
    onError: (error) => notifyProblem('Syncing did not start', describeProblem(error).message),
    onSettled: () => trpc.connections.invalidate(),
  })
}

/** Leaves the account alone for a while, or keeps it in step again. */
export function usePause(id: string) {
  return useMutation({
    mutationFn: (syncEnabled: boolean) => trpcClient.connections.update.mutate({ id, syncEnabled }),
    onError: (error) => notifyProblem('Nothing was changed', describeProblem(error).message),
    onSettled: () => trpc.connections.invalidate(),
  })
}

/** Chooses the calendars that are kept in step. */
export function useChooseCalendars(id: string) {
  return useMutation({
    mutationFn: (calendarIds: string[]) => trpcClient.connections.update.mutate({ id, calendarIds }),
    onSuccess: () => notify('Your choice of calendars is saved'),
    onError: (error) => notifyProblem('Your choice was not saved', describeProblem(error).message),
    onSettled: refreshAll,
  })
}

/** Unlinks an account. */
export function useDisconnect(id: string, onDone: () => void) {
  return useMutation({
    mutationFn: () => trpcClient.connections.disconnect.mutate({ id }),
    onSuccess: () => notify('Disconnected', 'Nothing was deleted at Google.'),
    onError: (error) => notifyProblem('It is still connected', describeProblem(error).message),
    onSettled: async () => {
      await refreshAll()
      onDone()
    },
  })
}
