import { useInfiniteQuery } from '@tanstack/react-query'
import { trpcClient } from '../../lib/trpc.ts'
import type { ActivityFilter } from './activity-filter.ts'

/** A page is named by the entry before it; before the first there is none. */
const FIRST = ''
/** What happens while somebody looks appears by itself, as long as they read the newest. */
const LOOK_AGAIN_MILLISECONDS = 15_000

/** The activity log, the latest first, page by page. */
export function useActivity(filter: ActivityFilter) {
  return useInfiniteQuery({
    // Below the key of tRPC's own answers, so that it is invalidated with them.
    queryKey: [['activity', 'list'], { type: 'infinite', filter }],
    queryFn: ({ pageParam }) =>
      trpcClient.activity.list.query({ ...filter, ...(pageParam !== FIRST && { before: pageParam }) }),
    initialPageParam: FIRST,
    getNextPageParam: ({ next }) => next,
    refetchInterval: ({ state }) => (state.data?.pages.length === 1 ? LOOK_AGAIN_MILLISECONDS : false),
    select: ({ pages }) => pages.flatMap(({ entries }) => entries),
  })
}
