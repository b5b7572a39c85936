import { CalendarPlus, CloudAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { describeProblem } from '../../lib/problem.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { CalendarSkeleton } from './calendar-skeleton.tsx'
import type { useVisibleEvents } from './use-visible-events.ts'
import type { CalendarView } from './calendar-view.ts'

const PERIODS: Record<CalendarView, string> = { month: 'this month', week: 'this week', day: 'on this day' }

interface CalendarContentProps {
  list: ReturnType<typeof useVisibleEvents>
  view: CalendarView
  isEmpty: boolean
  isTouch: boolean
  onCreate: () => void
  /** The grid, shown as soon as there is something to show. */
  children: ReactNode
}

/** The grid, or why there is none: still loading, failed, or nothing in it. */
export function CalendarContent({ list, view, isEmpty, isTouch, onCreate, children }: CalendarContentProps) {
  const retry = (
    <Button size="small" isBusy={list.isFetching} onClick={() => void list.refetch()}>
      Try again
    </Button>
  )
  if (list.isPending) return <CalendarSkeleton />
  if (!list.data)
    return (
      <div className="flex flex-1 items-center justify-center bg-surface" role="alert">
        <EmptyState icon={CloudAlert} title="Your events could not be loaded" action={retry}>
          {describeProblem(list.error).message}
        </EmptyState>
      </div>
    )
  return (
    <div className="relative min-h-0 flex-1">
      {list.isError && (
        <div className="absolute inset-x-3 top-3 z-20">
          <Banner tone="warning" title="This may be out of date" actions={retry}>
            <p>{describeProblem(list.error).message}</p>
          </Banner>
        </div>
      )}
      {list.isPlaceholderData && (
        <div role="status" className="absolute inset-x-0 top-0 z-20 h-0.5 overflow-hidden bg-primary-soft">
          <span className="sr-only">Loading events</span>
          <div className="h-full w-1/3 animate-progress bg-primary" />
        </div>
      )}
      {children}
      {isEmpty && !list.isPlaceholderData && !list.isError && (
        <div className="pointer-events-none absolute inset-x-0 bottom-20 z-10 px-4 flex justify-center">
          <div className="pointer-events-auto animate-rise rounded-lg border border-line bg-raised p-6 shadow-raised">
            <EmptyState
              icon={CalendarPlus}
              title={`Nothing scheduled ${PERIODS[view]}`}
              action={
                <Button variant="primary" onClick={onCreate}>
                  Create your first event
                </Button>
              }
            >
              {isTouch
                ? 'Or rest a finger on the calendar, at its time.'
                : 'Or drag on the calendar to choose its time.'}
            </EmptyState>
          </div>
        </div>
      )}
    </div>
  )
}
