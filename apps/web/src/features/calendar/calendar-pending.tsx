import { Skeleton } from '../../ui/skeleton.tsx'
import { CalendarSkeleton } from './calendar-skeleton.tsx'

/** The calendar page before its code has arrived. Without the shell's menus, which come with that code. */
export function CalendarPending() {
  return (
    <div className="flex h-full flex-col lg:flex-row">
      <div className="flex h-[3.25rem] shrink-0 flex-col gap-6 bg-navy p-3 scheme-dark lg:h-auto lg:w-64 lg:p-5">
        <Skeleton className="h-8 w-36" />
        <Skeleton className="hidden h-9 lg:block" />
        <Skeleton className="hidden h-52 lg:block" />
      </div>
      <div className="flex min-h-0 flex-1 flex-col bg-canvas">
        <div className="flex h-[3.75rem] shrink-0 items-center gap-3 border-b border-line bg-surface px-5">
          <Skeleton className="h-8 w-20" />
          <Skeleton className="h-6 w-48" />
        </div>
        <div className="min-h-0 flex-1">
          <CalendarSkeleton />
        </div>
      </div>
    </div>
  )
}
