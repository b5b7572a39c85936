import { CalendarSync } from 'lucide-react'
import { PageFrame } from '../../app/page-frame.tsx'
import type { Outputs } from '../../lib/trpc.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { LoadFailed } from '../../ui/load-failed.tsx'
import { FirstStepsReturn } from '../first-steps/first-steps-return.tsx'
import { ConnectButton } from './connect-button.tsx'
import { DemoNote, NoCredentials } from './connect-notes.tsx'
import { ConnectionCard } from './connection-card.tsx'
import { ConnectionsSkeleton } from './connections-skeleton.tsx'
import { ReturnMessage } from './return-message.tsx'
import { SyncLog } from './sync-log.tsx'
import { useConnections } from './use-connections.ts'

/** Accounts of other calendars that are kept in step with this one. */
export function ConnectionsPage() {
  const { data, error, isFetching, refetch } = useConnections()
  const hasAny = data !== undefined && data.connections.length > 0
  return (
    <PageFrame
      title="Connections"
      lead="Calendars elsewhere that are kept in step with this one, both ways."
      actions={hasAny && data.canLink && <ConnectButton size="small">Connect another account</ConnectButton>}
    >
      <div className="flex max-w-3xl flex-col gap-4 p-3 lg:p-6">
        <FirstStepsReturn />
        <ReturnMessage />
        {data && <Connections {...data} />}
        {!data && !error && <ConnectionsSkeleton />}
        {!data && error && (
          <LoadFailed
            title="Your connections could not be loaded"
            error={error}
            isRetrying={isFetching}
            onRetry={() => void refetch()}
          />
        )}
      </div>
    </PageFrame>
  )
}

function Connections({ connections, usesDemo, canLink }: Outputs['connections']['list']) {
  const [first, ...others] = connections
  return (
    <>
      {usesDemo && <DemoNote />}
      {!canLink && <NoCredentials />}
      {connections.map((connection) => (
        <ConnectionCard key={connection.id} connection={connection} />
      ))}
      {first ? (
        <SyncLog connections={[first, ...others]} />
      ) : (
        <div className="flex justify-center rounded-lg border border-line bg-surface py-12">
          <EmptyState
            icon={CalendarSync}
            title="No calendar is connected"
            action={canLink && <ConnectButton variant="primary">Connect Google Calendar</ConnectButton>}
          >
            What is in your Google Calendar counts as busy here, and what you change on one side changes on the other.
          </EmptyState>
        </div>
      )}
    </>
  )
}
