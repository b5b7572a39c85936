import { useMutation, useQuery } from '@tanstack/react-query'
import { describeProblem } from '../../lib/problem.ts'
import { trpc, trpcClient, type Outputs } from '../../lib/trpc.ts'
import { notify, notifyProblem } from '../../ui/toast.tsx'

export type FirstStep = Outputs['account']['firstSteps']['steps'][number]

const NONE: FirstStep[] = []

/**
 * The first steps of somebody who is new: undefined until it is known, none for everybody else. Asked for again whenever a
 * page shows them, because they are taken on other pages; put away, they do not come back.
 */
export function useFirstSteps(): FirstStep[] | undefined {
  const { data, isPending } = useQuery(
    trpc.account.firstSteps.queryOptions(undefined, {
      staleTime: ({ state }) => (state.data?.steps.length === 0 ? Infinity : 0),
    }),
  )
  return isPending ? undefined : (data?.steps ?? NONE)
}

/** After a step was taken on the page that shows them. */
export function refreshFirstSteps(): Promise<void> {
  return trpc.account.firstSteps.invalidate()
}

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
