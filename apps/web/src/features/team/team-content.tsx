import { Link } from '@tanstack/react-router'
import { UserPlus } from 'lucide-react'
import type { ReactNode } from 'react'
import { describeProblem } from '../../lib/problem.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { LoadFailed } from '../../ui/load-failed.tsx'
import { TeamSkeleton } from './team-skeleton.tsx'
import type { useTeam } from './use-team.ts'

interface TeamContentProps {
  list: ReturnType<typeof useTeam>['list']
  /** Nobody but the viewer. */
  isAlone: boolean
  mayInvite: boolean
  /** The grid, shown as soon as there is something to show. */
  children: ReactNode
}

/** The grid, or why there is none: still loading, failed, or nobody to be beside. */
export function TeamContent({ list, isAlone, mayInvite, children }: TeamContentProps) {
  const retry = () => void list.refetch()
  if (list.isPending) return <TeamSkeleton />
  if (!list.data)
    return (
      <LoadFailed
        title="The team could not be loaded"
        error={list.error}
        isRetrying={list.isFetching}
        onRetry={retry}
      />
    )
  if (isAlone) return <Alone mayInvite={mayInvite} />
  const { notShown } = list.data
  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      {list.isError && (
        <div className="p-3">
          <Banner
            tone="warning"
            title="This may be out of date"
            actions={
              <Button size="small" isBusy={list.isFetching} onClick={retry}>
                Try again
              </Button>
            }
          >
            <p>{describeProblem(list.error).message}</p>
          </Banner>
        </div>
      )}
      {list.isPlaceholderData && (
        <div role="status" className="absolute inset-x-0 top-0 z-50 h-0.5 overflow-hidden bg-primary-soft">
          <span className="sr-only">Loading the team</span>
          <div className="h-full w-1/3 animate-progress bg-primary" />
        </div>
      )}
      {children}
      {notShown > 0 && (
        <p className="border-t border-line bg-surface px-4 py-2 text-[0.8125rem] text-muted">
          {notShown} more {notShown === 1 ? 'member is' : 'members are'} not shown. Choose whose time you want to see.
        </p>
      )}
    </div>
  )
}

function Alone({ mayInvite }: { mayInvite: boolean }) {
  return (
    <div className="flex min-h-0 flex-1 items-center justify-center bg-surface py-8">
      <EmptyState
        icon={UserPlus}
        title="You are the first one here"
        action={
          mayInvite && (
            <Link
              to="/members"
              className="inline-flex h-9 items-center rounded-md bg-primary px-4 font-medium text-on-primary shadow-card hover:bg-primary-hover"
            >
              Invite colleagues
            </Link>
          )
        }
      >
        Colleagues stand here side by side, with when they work and when they are busy, each in their own time zone.
      </EmptyState>
    </div>
  )
}
