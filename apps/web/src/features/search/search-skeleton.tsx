import { Skeleton } from '../../ui/skeleton.tsx'

const ROWS = 5

/** What is found while it is on its way. */
export function SearchSkeleton() {
  return (
    <div role="status" aria-label="Searching" className="flex flex-col gap-2">
      <Skeleton className="h-5 w-32" />
      <div className="flex flex-col rounded-lg border border-line bg-surface px-4">
        {Array.from({ length: ROWS }, (_, row) => (
          <div key={row} className="flex flex-col gap-2 border-t border-line py-3 first:border-t-0">
            <Skeleton className="h-4 w-3/5" />
            <Skeleton className="h-3.5 w-2/5" />
          </div>
        ))}
      </div>
    </div>
  )
}
