import { useMutation } from '@tanstack/react-query'
import { describeProblem } from '../../lib/problem.ts'
import { trpc, trpcClient } from '../../lib/trpc.ts'
import { notify, notifyProblem } from '../../ui/toast.tsx'

/** Takes them out of sight, on this page. */
export function hideFirstSteps(): void {
  trpc.account.firstSteps.setData(undefined, { steps: [] })
}

/** Puts the first steps away for good. */
export function useEndFirstSteps() {
  return useMutation({
    mutationFn: () => trpcClient.account.endFirstSteps.mutate(),
    onSuccess: () => {
      hideFirstSteps()
      notify('The first steps are put away', 'Availability, Connections and Members stay in the menus.')
    },
    onError: (error) => notifyProblem('The first steps are still here', describeProblem(error).message),
  })
}

/** Everything is done: from the next visit on, nobody is asked again. Nothing is lost if this fails. */
export function endQuietly(): void {
  trpcClient.account.endFirstSteps.mutate().catch(() => {})
}
