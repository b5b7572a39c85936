import { Skeleton } from '../../ui/skeleton.tsx'

const ROWS = 4

/** The page while it is on its way. */
export function MembersSkeleton() {
  return (
    <div
      role="status"
      aria-label="Loading the members"
      className="flex flex-col gap-5 rounded-lg border border-line bg-surface p-5"
    >
      <Skeleton className="h-5 w-32" />
      {Array.from({ length: ROWS }, (_, row) => (
        <div key={row} className="flex items-center gap-3">
          <Skeleton className="size-9 shrink-0 rounded-full" />
          <Skeleton className="h-9 max-w-64 flex-1" />
        </div>
      ))}
    </div>
  )
}
