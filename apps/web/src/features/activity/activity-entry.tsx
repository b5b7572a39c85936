import { ChevronRight } from 'lucide-react'
import { formatExact } from '../../lib/format-ago.ts'
import { formatTime } from '../../lib/format-time.ts'
import { useUser } from '../auth/use-user.ts'
import { actionText } from './action-text.ts'
import { ChangedLines } from './changed-lines-table.tsx'
import { changedLines } from './changed-lines.ts'
import { EntryLinks } from './entry-links.tsx'
import { iconOf } from './entity-looks.ts'
import type { LogEntry } from './log-entry.ts'
import { actorText, originText } from './origin-text.ts'

/** One thing that was done; opened, it shows what was before and after. */
export function ActivityEntry({ entry }: { entry: LogEntry }) {
  const { timeZone } = useUser()
  const lines = changedLines(entry, timeZone)
  return (
    <details className="group">
      <summary className="flex cursor-pointer list-none items-start gap-3 rounded-lg px-3 py-3 hover:bg-hover focus-visible:-outline-offset-2 sm:px-4 [&::-webkit-details-marker]:hidden">
        <Headline entry={entry} />
        <ChevronRight
          aria-hidden
          className="mt-0.5 size-4 shrink-0 text-muted transition-transform group-open:rotate-90"
        />
      </summary>
      <div className="flex flex-col gap-3 px-3 pt-1 pb-4 sm:pe-4 sm:ps-11">
        {lines.length > 0 && <ChangedLines lines={lines} entry={entry} />}
        <EntryLinks entry={entry} hasLines={lines.length > 0} />
      </div>
    </details>
  )
}

function Headline({ entry }: { entry: LogEntry }) {
  const { timeZone } = useUser()
  const { at, actor, origin, entity } = entry
  const Icon = iconOf(entity)
  const { lead, subject, tail } = actionText(entry)
  return (
    <>
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0 text-muted" />
      <span className="flex min-w-0 flex-1 flex-col gap-0.5">
        <span className="wrap-anywhere text-ink">
          <span className="font-medium text-heading" title={actor?.email}>
            {actorText(entry)}
          </span>{' '}
          {lead}
          {subject !== null && <span className="font-medium text-heading">{subject}</span>}
          {tail}
        </span>
        <span className="text-[0.8125rem] wrap-anywhere text-muted">
          <time dateTime={at} title={formatExact(at, timeZone)}>
            {formatTime(at, timeZone)}
          </time>
          {' · '}
          {originText(origin)}
        </span>
      </span>
    </>
  )
}
