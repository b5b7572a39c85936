import { Link } from '@tanstack/react-router'
import { formatMoment } from '../../lib/format-time.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { useUser } from '../auth/use-user.ts'
import { MAIL_KIND_LOOKS, type OutboxEntry } from './mail-kind-looks.ts'

interface OutboxListProps {
  entries: readonly OutboxEntry[]
  openId: string | undefined
  hasMore: boolean
  isLoadingMore: boolean
  onMore: () => void
}

/** The mails, the latest first. */
export function OutboxList({ entries, openId, hasMore, isLoadingMore, onMore }: OutboxListProps) {
  return (
    <>
      <ul aria-label="Mails">
        {entries.map((entry) => (
          <li key={entry.id} className="border-b border-line">
            <EntryLink entry={entry} isOpen={entry.id === openId} />
          </li>
        ))}
      </ul>
      {hasMore && (
        <div className="flex justify-center p-3">
          <Button size="small" isBusy={isLoadingMore} onClick={onMore}>
            Show earlier mails
          </Button>
        </div>
      )}
    </>
  )
}

function EntryLink({ entry, isOpen }: { entry: OutboxEntry; isOpen: boolean }) {
  const { timeZone } = useUser()
  const { id, kind, subject, recipientEmail, sentAt } = entry
  const { label, tone } = MAIL_KIND_LOOKS[kind]
  return (
    <Link
      to="/outbox"
      search={{ message: id }}
      preload={false}
      aria-current={isOpen ? 'true' : undefined}
      className="flex flex-col gap-1.5 px-4 py-3 hover:bg-hover focus-visible:-outline-offset-2 aria-[current=true]:bg-primary-soft"
    >
      <span className="flex items-center justify-between gap-2">
        <Badge tone={tone}>{label}</Badge>
        <span className="text-xs text-muted">{formatMoment(sentAt, timeZone)}</span>
      </span>
      <span className="line-clamp-2 font-medium wrap-anywhere text-heading">{subject}</span>
      <span className="truncate text-[0.8125rem] text-muted">To {recipientEmail}</span>
    </Link>
  )
}
