import { Link } from '@tanstack/react-router'
import { ArrowDownLeft, ArrowUpRight, Link2, type LucideIcon } from 'lucide-react'
import { Badge } from '../../ui/badge.tsx'
import { Ago } from './ago.tsx'
import type { SyncEntry } from './connection.ts'
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
  const name = title ?? 'Without a title'
  return (
    <li className="flex gap-3 border-t border-line py-3 first:border-t-0 first:pt-0">
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0 text-muted" />
      <div className="flex min-w-0 flex-1 flex-col items-start gap-1">
        <p className="flex w-full flex-wrap items-baseline gap-x-2">
          {eventId && (
            <Link
              to="/calendar"
              search={{ event: eventId }}
              className="min-w-0 font-medium wrap-anywhere text-primary underline-offset-2 hover:underline"
            >
              {name}
            </Link>
          )}
          {!eventId && title && <span className="min-w-0 font-medium wrap-anywhere text-heading">{name}</span>}
          <span className="ml-auto text-xs text-muted">
            <span className="sr-only">{label}, </span>
            <Ago at={at} />
          </span>
        </p>
        <p className="text-ink">{message}</p>
        <LostValues lost={readLost(detail)} />
        {needsAttention && <Badge tone="warning">Look at this</Badge>}
        {outcome === 'cancelled-here' && eventId && <RestoreButton eventId={eventId} title={name} />}
      </div>
    </li>
  )
}
