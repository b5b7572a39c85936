import { useMutation } from '@tanstack/react-query'
import { Undo2 } from 'lucide-react'
import { describeProblem } from '../../lib/problem.ts'
import { trpc, trpcClient } from '../../lib/trpc.ts'
import { Button } from '../../ui/button.tsx'
import { notify, notifyProblem } from '../../ui/toast.tsx'
import { refreshEvents } from '../events/event-cache.ts'

/** Brings an event back that was cancelled here because it was deleted there; it is then added there again. */
export function RestoreButton({ eventId, title }: { eventId: string; title: string }) {
  const restore = useMutation({
    mutationFn: async () => {
      const { event } = await trpcClient.events.get.query({ id: eventId })
      if (event.status !== 'CANCELLED') return false
      await trpcClient.events.update.mutate({ id: eventId, version: event.version, status: 'SCHEDULED' })
      return true
    },
    onSuccess: (isRestored) => notify(`“${title}” is ${isRestored ? 'back' : 'already'} in the calendar`),
    onError: (error) => notifyProblem(`“${title}” was not restored`, describeProblem(error).message),
    onSettled: () => Promise.all([refreshEvents(), trpc.connections.invalidate()]),
  })
  return (
    <Button size="small" isBusy={restore.isPending} aria-label={`Restore “${title}”`} onClick={() => restore.mutate()}>
      {!restore.isPending && <Undo2 aria-hidden className="size-4" />}
      Restore
    </Button>
  )
}
