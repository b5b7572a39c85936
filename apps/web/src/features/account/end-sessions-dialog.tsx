import { useMutation } from '@tanstack/react-query'
import { describeProblem } from '../../lib/problem.ts'
import { trpc, trpcClient } from '../../lib/trpc.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { notify, notifyProblem } from '../../ui/toast.tsx'

interface EndSessionsDialogProps {
  /** How many there are besides this one. */
  count: number
  onClose: () => void
}

/** Asks before signing out everywhere else. */
export function EndSessionsDialog({ count, onClose }: EndSessionsDialogProps) {
  const end = useMutation({
    mutationFn: () => trpcClient.sessions.revokeOthers.mutate(),
    onSuccess: ({ ended }) => notify(ended === 1 ? 'One session ended' : `${ended} sessions ended`),
    onError: (error) => notifyProblem('The sessions were not ended', describeProblem(error).message),
    onSettled: async () => {
      await trpc.sessions.list.invalidate()
      onClose()
    },
  })
  return (
    <ConfirmDialog
      title="End all other sessions?"
      confirmLabel="End them"
      keepLabel="Keep them"
      isBusy={end.isPending}
      onConfirm={() => end.mutate()}
      onClose={onClose}
    >
      {count === 1 ? 'The other browser is' : `The ${count} other browsers are`} signed out at once, and what is typed
      there but not saved may be lost. You stay signed in here; API tokens go on working.
    </ConfirmDialog>
  )
}
