import { searchTerms } from '@astralis/core/search/search-terms'
import { Globe, Search, X } from 'lucide-react'
import { useMemo, useRef } from 'react'
import { Shell } from '../../app/shell.tsx'
import { now } from '../../lib/clock.ts'
import { formatOffset, zoneName } from '../../lib/format-time.ts'
import { usePageTitle } from '../../lib/use-page-title.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Input } from '../../ui/input.tsx'
import { useUser } from '../auth/use-user.ts'
import { MAX_TEXT } from './search-address.ts'
import { SearchResults } from './search-results.tsx'
import { useResultKeys } from './use-result-keys.ts'
import { useSearchText } from './use-search-text.ts'
import { useSearch } from './use-search.ts'

/** Finds events and people while one types. */
export function SearchPage() {
  usePageTitle('Search')
  const { timeZone } = useUser()
  const [text, setText] = useSearchText()
  const search = useSearch(text)
  const terms = useMemo(() => searchTerms(search.asked), [search.asked])
  const field = useRef<HTMLInputElement>(null)
  const onKeyDown = useResultKeys(field)
  const clear = () => {
    setText('')
    field.current?.focus()
  }
  return (
    <Shell>
      {/* The keys of what is in it: the field and the results are reached by themselves. */}
      <div role="search" onKeyDown={onKeyDown} className="flex min-h-0 flex-1 flex-col">
        <header className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line bg-surface px-3 py-2.5 lg:min-h-[3.75rem] lg:px-6">
          <h1 className="text-lg leading-6 font-semibold tracking-tight text-heading">Search</h1>
          <p className="flex items-center gap-1.5 text-xs text-muted max-sm:ms-auto sm:order-last">
            <Globe aria-hidden className="size-3.5 shrink-0" />
            <span className="sr-only">Times are in </span>
            {zoneName(timeZone)} ({formatOffset(timeZone, now())})
          </p>
          <div className="relative w-full min-w-0 sm:flex-1">
            <Search aria-hidden className="pointer-events-none absolute inset-y-0 start-3 my-auto size-4 text-muted" />
            <Input
              ref={field}
              // Whoever comes here wants to type.
              autoFocus
              type="text"
              inputMode="search"
              enterKeyHint="search"
              autoComplete="off"
              aria-label="Search events and people"
              placeholder="Title, place, notes, or people"
              maxLength={MAX_TEXT}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
              onFocus={(event) => event.currentTarget.select()}
              className="ps-9 pe-10"
            />
            {text && (
              <IconButton
                icon={X}
                label="Clear the search"
                onClick={clear}
                className="absolute inset-y-0 end-1 my-auto size-8"
              />
            )}
          </div>
        </header>
        <div className="relative min-h-0 flex-1 overflow-y-auto">
          <SearchResults text={text} search={search} terms={terms} onClear={clear} />
        </div>
      </div>
    </Shell>
  )
}
