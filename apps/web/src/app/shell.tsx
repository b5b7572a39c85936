import { Link } from '@tanstack/react-router'
import { CalendarDays, CalendarSearch, CalendarSync, Clock, Command, UsersRound } from 'lucide-react'
import type { ReactNode } from 'react'
import { BrandMark } from '../ui/brand-mark.tsx'
import { BrokenSync } from './broken-sync.tsx'
import { openLayer } from './layers.ts'
import { SearchLink } from './search-link.tsx'
import { UserMenu } from './user-menu.tsx'

const PAGES = [
  { to: '/calendar', label: 'Calendar', icon: CalendarDays },
  { to: '/calendar/suggest', label: 'Find a time', icon: CalendarSearch },
  { to: '/calendar/availability', label: 'Availability', icon: Clock },
  // On a phone these two are in the user menu: the bar has room for three.
  { to: '/team', label: 'Team', icon: UsersRound, className: 'max-sm:hidden' },
  { to: '/calendar/connections', label: 'Connections', icon: CalendarSync, className: 'max-sm:hidden' },
] as const

/** The pages lie below each other's addresses; only one of them is the current one. */
const ONLY_ITSELF = { exact: true, includeSearch: false }

interface ShellProps {
  /** What the page adds to the sidebar; hidden on a narrow screen. */
  aside?: ReactNode
  children: ReactNode
}

/**
 * Navigation and user menu around a page: a sidebar, which becomes a top bar on a narrow screen. It is navy in both
 * themes, so everything in it takes its dark colours.
 */
export function Shell({ aside, children }: ShellProps) {
  return (
    <div className="flex h-full flex-col lg:flex-row">
      <a
        href="#page"
        className="absolute top-2 start-2 z-60 -translate-y-16 rounded-md bg-raised px-3 py-2 font-medium text-primary shadow-raised focus-visible:translate-y-0"
      >
        Skip to the page
      </a>
      <header className="flex shrink-0 items-center gap-2 bg-navy px-3 py-2 text-ink scheme-dark lg:w-64 lg:flex-col lg:items-stretch lg:gap-5 lg:overflow-y-auto lg:border-e lg:border-line lg:p-4">
        <Link to="/calendar" className="flex items-center gap-2.5 rounded-md p-1 lg:px-1.5">
          <BrandMark className="size-8 shrink-0" />
          <span className="flex flex-col max-sm:sr-only">
            <span className="text-[0.9375rem] leading-5 font-semibold text-heading">AstralisOps</span>
            <span className="hidden text-xs leading-4 text-muted lg:block">Scheduling</span>
          </span>
        </Link>
        <SearchLink />
        <nav aria-label="Pages">
          <ul className="flex gap-1 lg:flex-col">
            {PAGES.map(({ to, label, icon: Icon, ...look }) => (
              <li key={to} {...look}>
                <Link
                  to={to}
                  activeOptions={ONLY_ITSELF}
                  className="flex h-9 items-center gap-2.5 rounded-md px-2.5 font-medium text-muted transition-colors hover:bg-hover hover:text-heading aria-[current=page]:bg-hover aria-[current=page]:text-heading"
                >
                  <Icon aria-hidden className="size-[1.125rem]" />
                  <span className="sr-only md:not-sr-only">{label}</span>
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <button
          type="button"
          aria-keyshortcuts="Control+K"
          onClick={() => openLayer({ kind: 'palette' })}
          className="flex h-9 items-center gap-2.5 rounded-md px-2.5 font-medium text-muted transition-colors hover:bg-hover hover:text-heading"
        >
          <Command aria-hidden className="size-[1.125rem]" />
          <span className="max-lg:sr-only">Do or find anything</span>
        </button>
        {aside && <div className="hidden flex-1 flex-col gap-6 lg:flex">{aside}</div>}
        {/* Always in sight, however much the page adds to the sidebar. */}
        <div className="lg:sticky lg:-bottom-4 lg:-mx-4 lg:mt-auto lg:-mb-4 lg:bg-navy lg:p-4 lg:pt-2">
          <UserMenu />
        </div>
      </header>
      <main id="page" tabIndex={-1} className="flex min-h-0 min-w-0 flex-1 flex-col bg-canvas outline-none">
        <BrokenSync />
        {children}
      </main>
    </div>
  )
}
