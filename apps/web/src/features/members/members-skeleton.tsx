import { LoadingCard } from '../../ui/loading-card.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'

const ROWS = 4

/** The page while it is on its way. */
export function MembersSkeleton() {
  return (
    <LoadingCard label="Loading the members">
      <Skeleton className="h-5 w-32" />
      {Array.from({ length: ROWS }, (_, row) => (
        <div key={row} className="flex items-center gap-3">
          <Skeleton className="size-9 shrink-0 rounded-full" />
          <Skeleton className="h-9 max-w-64 flex-1" />
        </div>
      ))}
    </LoadingCard>
  )
}
