import { CARD_CLASS } from '../../ui/card.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'

/** The page while it is on its way. */
export function ConnectionsSkeleton() {
  return (
    <div role="status" aria-label="Loading the connections" className="flex flex-col gap-4">
      {[1, 2].map((row) => (
        <div key={row} className={CARD_CLASS}>
          <Skeleton className="h-10 w-64 max-w-full" />
          <Skeleton className="h-4 w-40" />
          <Skeleton className="h-16" />
          <Skeleton className="h-8 w-56" />
        </div>
      ))}
    </div>
  )
}
