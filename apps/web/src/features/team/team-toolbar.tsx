import { ChevronLeft, ChevronRight, Globe, Users } from 'lucide-react'
import type { ReactNode } from 'react'
import { now } from '../../lib/clock.ts'
import { formatOffset, zoneName } from '../../lib/format-time.ts'
import { FIRST_DAY_OF_WEEK } from '../../lib/locale.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Popover } from '../../ui/popover.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { shortTitleOf, titleOf } from '../calendar/visible-range.ts'
import type { useTeamAddress } from './use-team-address.ts'

const VIEW_OPTIONS = [
  { value: 'day', label: 'Day' },
  { value: 'week', label: 'Week' },
] as const

interface TeamToolbarProps {
  address: ReturnType<typeof useTeamAddress>
  timeZone: string
  /** What the clock change of the day is, in words. */
  note: string | null
  /** What the sidebar shows on a wide screen. */
  peopleFilter: ReactNode
}

export function TeamToolbar({ address, timeZone, note, peopleFilter }: TeamToolbarProps) {
  const { view, date } = address
  return (
    <header className="flex flex-wrap items-center gap-x-2.5 gap-y-2 border-b border-line bg-surface px-3 py-2.5 lg:px-4 lg:py-3">
      <h1
        aria-live="polite"
        className="min-w-0 text-[0.9375rem] leading-6 font-semibold text-heading lg:text-lg lg:tracking-tight"
      >
        <span className="sr-only">Team, </span>
        <span className="max-lg:hidden">{titleOf(view, date, FIRST_DAY_OF_WEEK)}</span>
        <span className="lg:hidden">{shortTitleOf(view, date, FIRST_DAY_OF_WEEK)}</span>
      </h1>
      <div className="flex items-center gap-1 max-lg:ms-auto lg:order-first">
        <Button size="small" onClick={address.goToday} className="me-1">
          Today
        </Button>
        <IconButton
          icon={ChevronLeft}
          label={`Previous ${view}`}
          onClick={() => address.step(-1)}
          className="size-8 rtl:-scale-x-100"
        />
        <IconButton
          icon={ChevronRight}
          label={`Next ${view}`}
          onClick={() => address.step(1)}
          className="size-8 rtl:-scale-x-100"
        />
      </div>
      <div className="flex items-center gap-1.5 max-lg:w-full lg:ms-auto">
        <p className="flex min-w-0 flex-1 flex-col text-xs text-muted lg:text-[0.8125rem] lg:whitespace-nowrap">
          <span className="flex items-center gap-1.5">
            <Globe aria-hidden className="size-3.5 shrink-0" />
            <span className="sr-only">Times are in </span>
            {zoneName(timeZone)} ({formatOffset(timeZone, now())})
          </span>
          {note && <span className="font-medium text-ink">{note}</span>}
        </p>
        <div className="lg:hidden">
          <Popover
            label="People"
            align="end"
            trigger={<IconButton icon={Users} label="Whose time" className="border border-line" />}
          >
            <div className="max-h-80 w-60 overflow-y-auto">{peopleFilter}</div>
          </Popover>
        </div>
        <Segmented label="View" value={view} options={VIEW_OPTIONS} onChange={address.setView} />
      </div>
    </header>
  )
}
