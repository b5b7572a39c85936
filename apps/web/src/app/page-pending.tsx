import { Skeleton } from '../ui/skeleton.tsx'
import { PendingFrame } from './pending-frame.tsx'

/** A page of cards before its code has arrived. */
export function PagePending() {
  return (
    <PendingFrame aside={<Skeleton className="hidden h-28 lg:block" />} head={<Skeleton className="h-6 w-48" />}>
      <div className="flex flex-col gap-4 p-4 lg:p-6">
        <Skeleton className="h-64" />
        <Skeleton className="h-40" />
      </div>
    </PendingFrame>
  )
}
