import { getRouteApi } from '@tanstack/react-router'
import { ScrollText } from 'lucide-react'
import { PageFrame } from '../../app/page-frame.tsx'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { LoadFailed } from '../../ui/load-failed.tsx'
import { useUser } from '../auth/use-user.ts'
import { filterOf } from './activity-filter.ts'
import { ActivityFilters } from './activity-filters.tsx'
import { ActivityList } from './activity-list.tsx'
import { ActivitySkeleton } from './activity-skeleton.tsx'
import { ExportButtons } from './export-buttons.tsx'
import { useActivity } from './use-activity.ts'

const route = getRouteApi('/signed-in/activity')

/** Who changed what, when and from where: an admin reads all of the organization, others what they did themselves. */
export function ActivityPage() {
  const search = route.useSearch()
  const { role, timeZone } = useUser()
  const filter = filterOf(search, timeZone)
  const { data, error, isFetching, refetch, ...log } = useActivity(filter)
  const isFiltered = Object.keys(filter).length > 0
  const isAdmin = role === 'ADMIN'
  return (
    <PageFrame
      title="Activity"
      lead={isAdmin ? 'Every change in the organization, and who made it.' : 'Every change that you have made.'}
      actions={<ExportButtons filter={filter} />}
    >
      <div className="mx-auto flex max-w-4xl flex-col gap-4 p-3 lg:p-6">
        <ActivityFilters />
        {!data && error && (
          <LoadFailed
            title="The activity log could not be loaded"
            error={error}
            isRetrying={isFetching}
            onRetry={() => void refetch()}
          />
        )}
        {!data && !error && <ActivitySkeleton />}
        {data?.length === 0 && (
          <div className="flex justify-center py-10">
            <EmptyState icon={ScrollText} title={isFiltered ? 'Nothing like that' : 'Nothing has happened yet'}>
              {isFiltered
                ? 'No entry of the log fits what you chose.'
                : 'What is booked, changed or cancelled from now on is written down here.'}
            </EmptyState>
          </div>
        )}
        {data && data.length > 0 && <ActivityList entries={data} />}
        {log.hasNextPage && (
          <div className="flex justify-center pb-2">
            <Button isBusy={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>
              Show older
            </Button>
          </div>
        )}
      </div>
    </PageFrame>
  )
}
