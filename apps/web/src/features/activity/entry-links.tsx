import { Link } from '@tanstack/react-router'
import type { LogEntry } from './log-entry.ts'

const LINK_CLASS = 'inline-flex min-h-6 items-center font-medium text-primary underline-offset-2 hover:underline'

/** From an entry to its event, and to all that is told of the same thing. */
export function EntryLinks({ entry, hasLines }: { entry: LogEntry; hasLines: boolean }) {
  const { entity, entityId, action, subject } = entry
  const isEventToOpen = entity === 'event' && action !== 'event.deleted' && subject !== null
  return (
    <>
      {!hasLines && <p className="text-[0.8125rem] text-muted">Nothing more is kept of this.</p>}
      <p className="flex flex-wrap gap-x-4 gap-y-1 text-[0.8125rem]">
        {isEventToOpen && (
          <Link to="/calendar" search={{ event: entityId }} className={LINK_CLASS}>
            Open the event
          </Link>
        )}
        <Link to="/activity" search={{ about: entityId }} className={LINK_CLASS}>
          All entries about this
        </Link>
      </p>
    </>
  )
}
