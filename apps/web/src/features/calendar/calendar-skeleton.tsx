import { Skeleton } from '../../ui/skeleton.tsx'

const COLUMNS = [
  ['mt-16 h-24', 'mt-10 h-14'],
  ['mt-28 h-16', 'mt-6 h-28'],
  ['mt-12 h-14', 'mt-20 h-20'],
  ['mt-36 h-24'],
  ['mt-20 h-16', 'mt-8 h-16'],
]

/** The shape of a week while it is on its way. */
export function CalendarSkeleton() {
  return (
    <div role="status" aria-label="Loading the calendar" className="flex h-full bg-surface">
      <div className="hidden w-16 shrink-0 flex-col gap-11 py-14 pe-2.5 ps-4 sm:flex">
        {Array.from({ length: 8 }, (_, hour) => (
          <Skeleton key={hour} className="h-3" />
        ))}
      </div>
      {COLUMNS.map((blocks, column) => (
        <div key={column} className="flex flex-1 flex-col border-s border-line px-1.5 pt-3 max-sm:nth-[n+3]:hidden">
          <Skeleton className="mx-auto h-6 w-16" />
          {blocks.map((size) => (
            <Skeleton key={size} className={size} />
          ))}
        </div>
      ))}
    </div>
  )
}
