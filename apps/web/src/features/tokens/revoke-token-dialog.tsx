import { useMutation } from '@tanstack/react-query'
import { describeProblem } from '../../lib/problem.ts'
import { trpc, trpcClient } from '../../lib/trpc.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { notify, notifyProblem } from '../../ui/toast.tsx'
import type { ApiToken } from './token.ts'

interface RevokeTokenDialogProps {
  token: ApiToken
  onClose: () => void
}

/** Says what revoking does before it does it. */
export function RevokeTokenDialog({ token: { id, name }, onClose }: RevokeTokenDialogProps) {
  const revoke = useMutation({
    mutationFn: () => trpcClient.tokens.revoke.mutate({ id }),
    onSuccess: () => notify(`“${name}” is revoked`),
    onError: (error) => notifyProblem('The token still works', describeProblem(error).message),
    onSettled: async () => {
      await trpc.tokens.list.invalidate()
      onClose()
    },
  })
  return (
    <ConfirmDialog
      title={`Revoke “${name}”?`}
      confirmLabel="Revoke"
      keepLabel="Keep it"
      isBusy={revoke.isPending}
      onConfirm={() => revoke.mutate()}
      onClose={onClose}
    >
      Whatever uses this token is refused from now on. It can not be brought back; another one can be made.
    </ConfirmDialog>
  )
}
