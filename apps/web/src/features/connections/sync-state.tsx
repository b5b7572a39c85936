import type { ReactNode } from 'react'
import { Ago } from './ago.tsx'
import type { Connection } from './connection.ts'

/** When the account was last in step, and what is on its way. */
export function SyncState({ connection }: { connection: Connection }) {
  const { lastSyncAt, pendingChanges, isSyncing } = connection
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-3 sm:grid-cols-3">
      <Fact label="Last sync">{lastSyncAt ? <Ago at={lastSyncAt} /> : 'Not yet'}</Fact>
      <Fact label="Changes waiting">{pendingChanges === 0 ? 'None' : pendingChanges}</Fact>
      {isSyncing && <Progress connection={connection} />}
    </dl>
  )
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex flex-col">
      <dt className="text-xs text-muted">{label}</dt>
      <dd className="font-medium text-ink">{children}</dd>
    </div>
  )
}

function Progress({ connection: { progress } }: { connection: Connection }) {
  return (
    <div className="col-span-2 flex flex-col gap-1.5 sm:col-span-1">
      <dt className="text-xs text-muted">Syncing</dt>
      <dd className="flex flex-col gap-1.5">
        <span role="status" className="font-medium text-ink tabular-nums">
          {progress?.items ?? 0} events read
        </span>
        <span aria-hidden className="block h-1 overflow-hidden rounded-full bg-primary-soft">
          <span className="block h-full w-1/3 animate-progress rounded-full bg-primary" />
        </span>
      </dd>
    </div>
  )
}
