import { ScrollText } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { LoadFailed } from '../../ui/load-failed.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { Select } from '../../ui/select.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import type { Connection } from './connection.ts'
import { LOG_TOPICS } from './log-filter.ts'
import { LogEntry } from './log-entry.tsx'
import { useSyncLog } from './use-sync-log.ts'

const DIRECTIONS = [
  { value: 'all', label: 'Both ways' },
  { value: 'pull', label: 'From Google' },
  { value: 'push', label: 'To Google' },
] as const
type Direction = (typeof DIRECTIONS)[number]['value']

/** What was pulled, pushed and decided, in plain words. */
export function SyncLog({ connections }: { connections: readonly [Connection, ...Connection[]] }) {
  const [chosenId, setChosenId] = useState<string>()
  const [direction, setDirection] = useState<Direction>('all')
  const [topic, setTopic] = useState(LOG_TOPICS[0])
  const { id } = connections.find((connection) => connection.id === chosenId) ?? connections[0]
  const log = useSyncLog(id, {
    ...(topic.outcomes && { outcomes: topic.outcomes }),
    ...(direction !== 'all' && { direction }),
  })
  const isFiltered = direction !== 'all' || topic.outcomes !== undefined
  return (
    <Card
      title="Sync log"
      lead="What came from Google, what went there, and what was decided where both sides had changed."
    >
      <div className="flex flex-wrap items-center gap-3">
        {connections.length > 1 && (
          <Select aria-label="Account" value={id} onChange={({ target }) => setChosenId(target.value)}>
            {connections.map((connection) => (
              <option key={connection.id} value={connection.id}>
                {connection.providerEmail}
              </option>
            ))}
          </Select>
        )}
        <Segmented label="Direction" value={direction} options={DIRECTIONS} onChange={setDirection} />
        <Select
          aria-label="What to show"
          className="w-48"
          value={topic.value}
          onChange={({ target }) => setTopic(LOG_TOPICS.find(({ value }) => value === target.value) ?? LOG_TOPICS[0])}
        >
          {LOG_TOPICS.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </Select>
      </div>
      {!log.data && log.error && (
        <LoadFailed
          title="The log could not be loaded"
          error={log.error}
          isRetrying={log.isFetching}
          onRetry={() => void log.refetch()}
        />
      )}
      {!log.data && !log.error && (
        <div role="status" aria-label="Loading the log" className="flex flex-col gap-3">
          <Skeleton className="h-12" />
          <Skeleton className="h-12" />
          <Skeleton className="h-12" />
        </div>
      )}
      {log.data?.length === 0 && (
        <div className="flex justify-center py-4">
          <EmptyState icon={ScrollText} title={isFiltered ? 'Nothing like that' : 'Nothing has happened yet'}>
            {isFiltered ? 'No entry of the log fits what you chose.' : 'The first sync fills this log.'}
          </EmptyState>
        </div>
      )}
      {log.data && log.data.length > 0 && (
        <ol aria-label="Entries" className="flex flex-col">
          {log.data.map((entry) => (
            <LogEntry key={entry.id} entry={entry} />
          ))}
        </ol>
      )}
      {log.hasNextPage && (
        <div className="flex justify-center">
          <Button size="small" isBusy={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>
            Show earlier entries
          </Button>
        </div>
      )}
    </Card>
  )
}
