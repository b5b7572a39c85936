import { useInfiniteQuery } from '@tanstack/react-query'
import { trpcClient } from '../../lib/trpc.ts'

/** As the server has it. */
const PAGE_SIZE = 50
/** A page is named by the mail before it; before the first there is none. */
const FIRST = ''
/** Mail that leaves while somebody looks appears by itself. */
const LOOK_AGAIN_MILLISECONDS = 5000

/** What the outbox holds, the latest first, page by page. */
export function useOutbox() {
  return useInfiniteQuery({
    // Below the key of tRPC's own answers, so that it is invalidated with them.
    queryKey: [['mails', 'outbox'], { type: 'infinite' }],
    queryFn: ({ pageParam }) => trpcClient.mails.outbox.query(pageParam === FIRST ? {} : { before: pageParam }),
    initialPageParam: FIRST,
    getNextPageParam: ({ messages }) => (messages.length < PAGE_SIZE ? null : (messages.at(-1)?.id ?? null)),
    refetchInterval: LOOK_AGAIN_MILLISECONDS,
    select: ({ pages }) => pages.flatMap(({ messages }) => messages),
  })
}
