import { Link } from '@tanstack/react-router'
import { ArrowDownLeft, ArrowUpRight, Link2, type LucideIcon } from 'lucide-react'
import { Badge } from '../../ui/badge.tsx'
import { Ago } from './ago.tsx'
import type { SyncEntry } from './connection.ts'
import { detailText } from './detail-text.ts'
import { readLost } from './read-lost.ts'
import { LostValues } from './lost-values.tsx'
import { RestoreButton } from './restore-button.tsx'

const DIRECTIONS: Record<SyncEntry['direction'], { label: string; icon: LucideIcon }> = {
  pull: { label: 'From Google', icon: ArrowDownLeft },
  push: { label: 'To Google', icon: ArrowUpRight },
  connection: { label: 'Account', icon: Link2 },
}

/** One thing that happened between both sides. */
export function LogEntry({ entry }: { entry: SyncEntry }) {
  const { direction, outcome, title, eventId, at, message, needsAttention, detail } = entry
  const { label, icon: Icon } = DIRECTIONS[direction]
  const note = detailText(detail)
  return (
    <li className="flex gap-3 border-t border-line py-3 first:border-t-0 first:pt-0">
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0 text-muted" />
      <div className="flex min-w-0 flex-1 flex-col items-start gap-1">
        <p className="flex w-full flex-wrap items-baseline justify-between gap-x-2">
          <Headline entry={entry} />
          <span className="text-xs text-muted">
            <span className="sr-only">{label}, </span>
            <Ago at={at} />
          </span>
        </p>
        {title && <p className="text-ink">{message}</p>}
        {note && <p className="text-[0.8125rem] wrap-anywhere text-muted">{note}</p>}
        <LostValues lost={readLost(detail)} />
        {needsAttention && <Badge tone="warning">Look at this</Badge>}
        {outcome === 'cancelled-here' && eventId && <RestoreButton eventId={eventId} title={title ?? 'The event'} />}
      </div>
    </li>
  )
}

/** What it is about, with the way there; of what is about nothing in particular, the sentence itself. */
function Headline({ entry: { title, eventId, message } }: { entry: SyncEntry }) {
  if (!eventId) return <span className="min-w-0 font-medium wrap-anywhere text-heading">{title ?? message}</span>
  return (
    <Link
      to="/calendar"
      search={{ event: eventId }}
      className="min-w-0 font-medium wrap-anywhere text-primary underline-offset-2 hover:underline"
    >
      {title ?? message}
    </Link>
  )
}
