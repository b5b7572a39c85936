import type { ReactNode } from 'react'
import { Skeleton } from '../ui/skeleton.tsx'

interface PendingFrameProps {
  /** What the page has in the sidebar, and in the bar on top of it. */
  aside: ReactNode
  head: ReactNode
  children: ReactNode
}

/** A page before its code has arrived, as skeletons. Without the shell's menus, which come with that code. */
export function PendingFrame({ aside, head, children }: PendingFrameProps) {
  return (
    <div role="status" aria-label="Loading the page" className="flex h-full flex-col lg:flex-row">
      <div className="flex h-[3.25rem] shrink-0 flex-col gap-6 bg-navy p-3 scheme-dark lg:h-auto lg:w-64 lg:p-5">
        <Skeleton className="h-8 w-36" />
        {aside}
      </div>
      <div className="flex min-h-0 flex-1 flex-col bg-canvas">
        <div className="flex h-[3.75rem] shrink-0 items-center gap-3 border-b border-line bg-surface px-5">{head}</div>
        {children}
      </div>
    </div>
  )
}
