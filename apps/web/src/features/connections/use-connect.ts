import { useMutation } from '@tanstack/react-query'
import { leaveFor } from '../../lib/leave-for.ts'
import { describeProblem } from '../../lib/problem.ts'
import { trpcClient } from '../../lib/trpc.ts'
import { notifyProblem } from '../../ui/toast.tsx'

/** Leads the browser to Google's page that asks for consent, to link another account or to renew one. Busy until it has left. */
export function useConnect(connectionId?: string) {
  return useMutation({
    mutationFn: async () => {
      const { url } = await trpcClient.connections.authorizationUrl.mutate({ provider: 'GOOGLE', id: connectionId })
      await leaveFor(url)
    },
    onError: (error) => notifyProblem('Google was not asked', describeProblem(error).message),
  })
}
