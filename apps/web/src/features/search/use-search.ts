import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { trpcClient, type Outputs } from '../../lib/trpc.ts'
import { useDebounced } from '../../lib/use-debounced.ts'

export type FoundEvent = Outputs['events']['search']['events'][number]

/** One letter is in nearly everything. */
const MIN_LETTERS = 2
/** Between two keys of somebody who types on. */
const DEBOUNCE_MILLISECONDS = 150
/** A page is named by where the one before it ends; before the first there is none. */
const FIRST = ''

/** Whether a text is enough to search for. */
export function isSearchable(text: string): boolean {
  return Array.from(text.trim()).length >= MIN_LETTERS
}

/**
 * The events that a text finds, once it has stayed the same for a moment; page by page. What was found before stays until then
 * (`isPlaceholderData`). `asked` is the text that it is about.
 */
export function useSearch(text: string) {
  const asked = useDebounced(text.trim(), DEBOUNCE_MILLISECONDS)
  const found = useInfiniteQuery({
    // Below the key of tRPC's own answers, so that it is invalidated with them.
    queryKey: [['events', 'search'], { type: 'infinite', text: asked }],
    queryFn: ({ pageParam, signal }) =>
      trpcClient.events.search.query({ text: asked, ...(pageParam !== FIRST && { after: pageParam }) }, { signal }),
    initialPageParam: FIRST,
    getNextPageParam: ({ next }) => next,
    enabled: isSearchable(asked),
    placeholderData: keepPreviousData,
    select: ({ pages }) => pages.flatMap(({ events }) => events),
  })
  return { ...found, asked }
}
