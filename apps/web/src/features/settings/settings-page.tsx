import { useQuery } from '@tanstack/react-query'
import { PageFrame } from '../../app/page-frame.tsx'
import { trpc } from '../../lib/trpc.ts'
import { LoadFailed } from '../../ui/load-failed.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { ReminderSettings } from '../reminders/reminder-settings.tsx'

const FRAME = { title: 'Settings', lead: 'What AstralisOps does for you.' }

/** What people set for themselves. */
export function SettingsPage() {
  const { data, error, isFetching, refetch } = useQuery(trpc.reminders.settings.queryOptions())
  if (data) return <ReminderSettings saved={data} frame={FRAME} />
  return (
    <PageFrame {...FRAME}>
      {error ? (
        <LoadFailed
          title="The settings could not be loaded"
          error={error}
          isRetrying={isFetching}
          onRetry={() => void refetch()}
        />
      ) : (
        <div role="status" aria-label="Loading the settings" className="max-w-2xl p-3 lg:p-6">
          <div className="flex flex-col gap-4 rounded-lg border border-line bg-surface p-5">
            <Skeleton className="h-5 w-32" />
            <Skeleton className="h-10 w-72" />
            <Skeleton className="h-10 w-72" />
            <Skeleton className="h-8 w-36" />
          </div>
        </div>
      )}
    </PageFrame>
  )
}
