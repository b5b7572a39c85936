import { Search, SearchX } from 'lucide-react'
import { useMemo } from 'react'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { LoadFailed } from '../../ui/load-failed.tsx'
import { useActiveMembers } from '../events/use-active-members.ts'
import { FoundEvents } from './found-events.tsx'
import { FoundPeople, findPeople } from './found-people.tsx'
import { SearchSkeleton } from './search-skeleton.tsx'
import { isSearchable, type useSearch } from './use-search.ts'

interface SearchResultsProps {
  /** What stands in the field; `search` is about what stood there a moment ago. */
  text: string
  search: ReturnType<typeof useSearch>
  terms: readonly string[]
  onClear: () => void
}

export function SearchResults({ text, search, terms, onClear }: SearchResultsProps) {
  const { data, error, asked, isPlaceholderData } = search
  const members = useActiveMembers()
  const people = useMemo(() => findPeople(members, terms), [members, terms])
  if (!isSearchable(text))
    return (
      <Middle>
        <EmptyState icon={Search} title="What are you looking for?">
          Type at least two letters of a title, place, description or person. All words have to be in the event; case
          and accents do not matter.
        </EmptyState>
      </Middle>
    )
  if (error && (!data || isPlaceholderData))
    return (
      <LoadFailed
        title="The search did not work"
        error={error}
        isRetrying={search.isFetching}
        onRetry={() => void search.refetch()}
      />
    )
  const isSettled = asked === text.trim() && !isPlaceholderData
  if (isSettled && data?.length === 0 && people.length === 0)
    return (
      <Middle>
        <EmptyState
          icon={SearchX}
          title={`Nothing found for “${asked}”`}
          action={
            <Button size="small" onClick={onClear}>
              Clear the search
            </Button>
          }
        >
          No event that you may see has all of these words.
        </EmptyState>
      </Middle>
    )
  return (
    <div aria-busy={!isSettled} className="mx-auto flex max-w-4xl flex-col gap-5 p-3 lg:p-6">
      <p role="status" className="sr-only">
        {isSettled && data && countText(data.length, search.hasNextPage)}
      </p>
      {people.length > 0 && <FoundPeople people={people} terms={terms} />}
      {data ? <FoundEvents events={data} terms={terms} /> : <SearchSkeleton />}
      {search.hasNextPage && (
        <div className="flex justify-center pb-2">
          <Button isBusy={search.isFetchingNextPage} onClick={() => void search.fetchNextPage()}>
            Show more
          </Button>
        </div>
      )}
    </div>
  )
}

function Middle({ children }: { children: React.ReactNode }) {
  return (
    <div role="status" className="flex justify-center py-10">
      {children}
    </div>
  )
}

function countText(count: number, hasMore: boolean): string {
  return `${count} ${count === 1 ? 'event' : 'events'}${hasMore ? ', and more' : ''}`
}
