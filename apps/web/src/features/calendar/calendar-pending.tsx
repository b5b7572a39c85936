import { PendingFrame } from '../../app/pending-frame.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { CalendarSkeleton } from './calendar-skeleton.tsx'

/** The calendar page before its code has arrived. */
export function CalendarPending() {
  return (
    <PendingFrame
      aside={
        <>
          <Skeleton className="hidden h-9 lg:block" />
          <Skeleton className="hidden h-52 lg:block" />
        </>
      }
      head={
        <>
          <Skeleton className="h-8 w-20" />
          <Skeleton className="h-6 w-48" />
        </>
      }
    >
      <div className="min-h-0 flex-1">
        <CalendarSkeleton />
      </div>
    </PendingFrame>
  )
}
