import { Skeleton } from '../../ui/skeleton.tsx'

const ROWS = ['ms-10 w-24', 'ms-40 w-32', 'ms-4 w-16', 'ms-56 w-28', 'ms-24 w-20', 'ms-72 w-24']

/** The shape of the grid while it is on its way. */
export function TeamSkeleton() {
  return (
    <div
      role="status"
      aria-label="Loading the team"
      className="flex min-h-0 flex-1 flex-col overflow-hidden bg-surface"
    >
      <div className="h-10 border-b border-line" />
      {ROWS.map((bar) => (
        <div key={bar} className="flex h-17 items-center border-b border-line">
          <div className="flex w-28 shrink-0 items-center gap-2.5 px-3 sm:w-52">
            <Skeleton className="size-8 rounded-full" />
            <Skeleton className="h-3.5 flex-1" />
          </div>
          <Skeleton className={`h-10 ${bar}`} />
        </div>
      ))}
    </div>
  )
}
