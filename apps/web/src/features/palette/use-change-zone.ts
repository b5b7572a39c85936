import { useRouter } from '@tanstack/react-router'
import { zoneName } from '../../lib/format-time.ts'
import { describeProblem } from '../../lib/problem.ts'
import { queryClient } from '../../lib/query-client.ts'
import { trpc, trpcClient } from '../../lib/trpc.ts'
import { notify, notifyProblem, notifyWithUndo } from '../../ui/toast.tsx'
import { useUser, useUsesOutbox } from '../auth/use-user.ts'

/** Changes the zone that the person's times are shown in, and offers to take that back. */
export function useChangeZone(): (timeZone: string) => Promise<void> {
  const router = useRouter()
  const usesOutbox = useUsesOutbox()
  const { name, timeZone: before } = useUser()
  const change = async (timeZone: string, onDone: () => void) => {
    try {
      const { user } = await trpcClient.account.update.mutate({ name, timeZone })
      trpc.auth.me.setData(undefined, { user, usesOutbox })
      onDone()
      // Times are in almost everything that was loaded.
      await Promise.all([router.invalidate(), queryClient.invalidateQueries()])
    } catch (error) {
      notifyProblem('Your time zone was not changed', describeProblem(error).message)
    }
  }
  const back = () => void change(before, () => notify(`Times are in ${zoneName(before)} again`))
  return (timeZone) => change(timeZone, () => notifyWithUndo(`Times are in ${zoneName(timeZone)}`, back))
}
