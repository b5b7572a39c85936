import { describeProblem } from '../../lib/problem.ts'
import { trpc, trpcClient } from '../../lib/trpc.ts'
import { notify, notifyProblem } from '../../ui/toast.tsx'

/** Brings every linked account into step now instead of in a while. */
export async function syncAll(connectionIds: readonly string[]): Promise<void> {
  try {
    await Promise.all(connectionIds.map((id) => trpcClient.connections.sync.mutate({ id })))
    notify('Syncing your calendars')
  } catch (error) {
    notifyProblem('Syncing did not start', describeProblem(error).message)
  }
  await trpc.connections.invalidate()
}
