import { useQuery } from '@tanstack/react-query'
import { trpc, type Outputs } from '../../lib/trpc.ts'

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
