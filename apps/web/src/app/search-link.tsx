import { Link } from '@tanstack/react-router'
import { Search } from 'lucide-react'

/** Leads to the search: a field to look at in the sidebar, an icon in the bar of a narrow screen. */
export function SearchLink() {
  return (
    <Link
      to="/search"
      aria-keyshortcuts="/"
      className="flex h-9 items-center gap-2.5 rounded-md px-2.5 text-muted transition-colors hover:bg-hover hover:text-heading aria-[current=page]:bg-hover aria-[current=page]:text-heading max-lg:ms-auto lg:border lg:border-line"
    >
      <Search aria-hidden className="size-[1.125rem]" />
      <span className="max-lg:sr-only">Search</span>
      <kbd
        aria-hidden
        className="ms-auto rounded-sm border border-line px-1.5 font-sans text-xs leading-5 max-lg:hidden"
      >
        /
      </kbd>
    </Link>
  )
}
