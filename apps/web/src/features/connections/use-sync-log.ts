import { useInfiniteQuery } from '@tanstack/react-query'
import { trpcClient } from '../../lib/trpc.ts'
import type { LogFilter } from './log-filter.ts'

/** As the server has it. */
const PAGE_SIZE = 50
/** A page is named by the entry before it; before the first there is none. */
const FIRST = ''
/** What is decided while somebody looks appears by itself. */
const LOOK_AGAIN_MILLISECONDS = 5000

/** What was pulled, pushed and decided of a linked account, the latest first, page by page. */
export function useSyncLog(id: string, filter: LogFilter) {
  return useInfiniteQuery({
    // Below the key of tRPC's own answers, so that it is invalidated with them.
    queryKey: [['connections', 'log'], { type: 'infinite', id, filter }],
    queryFn: ({ pageParam }) =>
      trpcClient.connections.log.query({ id, ...filter, ...(pageParam !== FIRST && { before: pageParam }) }),
    initialPageParam: FIRST,
    getNextPageParam: ({ entries }) => (entries.length < PAGE_SIZE ? null : (entries.at(-1)?.id ?? null)),
    refetchInterval: LOOK_AGAIN_MILLISECONDS,
    select: ({ pages }) => pages.flatMap(({ entries }) => entries),
  })
}
