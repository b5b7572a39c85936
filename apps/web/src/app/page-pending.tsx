import { Skeleton } from '../ui/skeleton.tsx'

/** A page of cards before its code has arrived. */
export function PagePending() {
  return (
    <div role="status" aria-label="Loading the page" className="flex h-full flex-col lg:flex-row">
      <div className="flex h-[3.25rem] shrink-0 flex-col gap-6 bg-navy p-3 scheme-dark lg:h-auto lg:w-64 lg:p-5">
        <Skeleton className="h-8 w-36" />
        <Skeleton className="hidden h-28 lg:block" />
      </div>
      <div className="flex min-h-0 flex-1 flex-col bg-canvas">
        <div className="flex h-[3.75rem] shrink-0 items-center border-b border-line bg-surface px-5">
          <Skeleton className="h-6 w-48" />
        </div>
        <div className="flex flex-col gap-4 p-4 lg:p-6">
          <Skeleton className="h-64" />
          <Skeleton className="h-40" />
        </div>
      </div>
    </div>
  )
}
