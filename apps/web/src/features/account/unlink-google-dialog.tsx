import { useMutation } from '@tanstack/react-query'
import { describeProblem } from '../../lib/problem.ts'
import { trpc, trpcClient } from '../../lib/trpc.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { notify, notifyProblem } from '../../ui/toast.tsx'

interface UnlinkGoogleDialogProps {
  email: string
  onClose: () => void
}

/** Says what unlinking does before it does it. */
export function UnlinkGoogleDialog({ email, onClose }: UnlinkGoogleDialogProps) {
  const unlink = useMutation({
    mutationFn: () => trpcClient.account.unlinkGoogle.mutate(),
    onSuccess: () => notify('Unlinked', 'You sign in with your password.'),
    onError: (error) => notifyProblem('It is still linked', describeProblem(error).message),
    onSettled: async () => {
      await trpc.account.identities.invalidate()
      onClose()
    },
  })
  return (
    <ConfirmDialog
      title={`Unlink ${email}?`}
      confirmLabel="Unlink"
      keepLabel="Keep it linked"
      isBusy={unlink.isPending}
      onConfirm={() => unlink.mutate()}
      onClose={onClose}
    >
      Signing in with this Google account stops working; your password goes on working. Where you are signed in already,
      you stay signed in, and linked calendars are not touched.
    </ConfirmDialog>
  )
}
