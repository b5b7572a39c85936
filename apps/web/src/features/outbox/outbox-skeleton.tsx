import { Skeleton } from '../../ui/skeleton.tsx'

const ROWS = 6

/** The list while it is on its way. */
export function OutboxSkeleton() {
  return (
    <div role="status" aria-label="Loading the outbox" className="h-full w-full bg-surface lg:w-96">
      {Array.from({ length: ROWS }, (_, row) => (
        <div key={row} className="flex flex-col gap-2 border-b border-line px-4 py-3">
          <Skeleton className="h-4 w-56" />
          <Skeleton className="h-4 w-40" />
        </div>
      ))}
    </div>
  )
}
