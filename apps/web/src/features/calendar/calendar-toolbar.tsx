import type { Temporal } from '@astralis/core/temporal'
import { Link } from '@tanstack/react-router'
import { CalendarSearch, ChevronDown, ChevronLeft, ChevronRight, Plus, Users } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { FIRST_DAY_OF_WEEK } from '../../lib/locale.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Popover } from '../../ui/popover.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { MiniMonth } from './mini-month.tsx'
import type { CalendarView } from './calendar-view.ts'
import { shortTitleOf, titleOf } from './visible-range.ts'
import { ZoneLabel } from './zone-label.tsx'

const VIEW_OPTIONS = [
  { value: 'month', label: 'Month' },
  { value: 'week', label: 'Week' },
  { value: 'day', label: 'Day' },
] as const

interface CalendarToolbarProps {
  view: CalendarView
  date: Temporal.PlainDate
  timeZone: string
  /** The person's, where the calendar shows another. */
  ownZone: string
  /** What the sidebar shows on a wide screen. */
  peopleFilter: ReactNode
  onViewChange: (view: CalendarView) => void
  onDateChange: (date: Temporal.PlainDate) => void
  onToday: () => void
  onStep: (direction: 1 | -1) => void
  onCreate: () => void
}

export function CalendarToolbar(props: CalendarToolbarProps) {
  const { view, date, timeZone, ownZone, peopleFilter, onViewChange, onToday, onStep, onCreate } = props
  return (
    <header className="flex flex-wrap items-center gap-x-2.5 gap-y-2 border-b border-line bg-surface px-3 py-2.5 lg:px-4 lg:py-3">
      <RangeTitle {...props} />
      <div className="flex items-center gap-1 max-lg:ms-auto lg:order-first">
        <Button size="small" onClick={onToday} className="me-1">
          Today
        </Button>
        <IconButton icon={ChevronLeft} label={`Previous ${view}`} onClick={() => onStep(-1)} className="size-8" />
        <IconButton icon={ChevronRight} label={`Next ${view}`} onClick={() => onStep(1)} className="size-8" />
      </div>
      <div className="flex items-center gap-1.5 max-lg:w-full lg:ms-auto">
        <ZoneLabel timeZone={timeZone} ownZone={ownZone} date={date} />
        <div className="lg:hidden">
          <Popover
            label="People"
            align="end"
            trigger={<IconButton icon={Users} label="Whose events" className="border border-line" />}
          >
            <div className="w-60">{peopleFilter}</div>
          </Popover>
        </div>
        <Link
          to="/calendar/suggest"
          aria-label="Find a time"
          title="Find a time"
          className="inline-flex size-9 shrink-0 items-center justify-center rounded-md border border-line text-muted transition-colors hover:bg-hover hover:text-ink max-lg:hidden"
        >
          <CalendarSearch aria-hidden className="size-[1.125rem]" />
        </Link>
        <Segmented label="View" value={view} options={VIEW_OPTIONS} onChange={onViewChange} />
        <div className="hidden sm:block">
          <Button variant="primary" onClick={onCreate}>
            <Plus aria-hidden className="size-4" />
            New event
          </Button>
        </div>
      </div>
    </header>
  )
}

/** On a narrow screen the title opens the month that the sidebar shows otherwise. */
function RangeTitle({ view, date, timeZone, onDateChange }: CalendarToolbarProps) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <h1
        aria-live="polite"
        className="hidden min-w-0 text-lg leading-6 font-semibold tracking-tight text-heading lg:block"
      >
        {titleOf(view, date, FIRST_DAY_OF_WEEK)}
      </h1>
      <h1 aria-live="polite" className="min-w-0 lg:hidden">
        <Popover
          label="Choose a day"
          isOpen={isOpen}
          onOpenChange={setIsOpen}
          trigger={
            <button
              type="button"
              className="flex min-h-8 max-w-full items-center gap-1 rounded-md text-start text-[0.9375rem] leading-5 font-semibold text-heading"
            >
              {shortTitleOf(view, date, FIRST_DAY_OF_WEEK)}
              <ChevronDown aria-hidden className="size-4 shrink-0 text-muted" />
            </button>
          }
        >
          <div className="w-60">
            <MiniMonth
              date={date}
              timeZone={timeZone}
              onSelect={(selected) => {
                onDateChange(selected)
                setIsOpen(false)
              }}
            />
          </div>
        </Popover>
      </h1>
    </>
  )
}
