import { useQuery } from '@tanstack/react-query'
import { trpc } from '../../lib/trpc.ts'

const SYNCING_MILLISECONDS = 1500
const IDLE_MILLISECONDS = 15_000

/** The person's linked accounts; asked for often while one of them is read. */
export function useConnections() {
  return useQuery(
    trpc.connections.list.queryOptions(undefined, {
      refetchInterval: ({ state }) =>
        state.data?.connections.some(({ isSyncing }) => isSyncing) ? SYNCING_MILLISECONDS : IDLE_MILLISECONDS,
    }),
  )
}
