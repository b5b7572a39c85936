import { Link } from '@tanstack/react-router'
import { clsx } from 'clsx'
import { MapPin, Repeat, Text, Users, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { daysOf, formatTimeRange, formatWhenShort } from '../../lib/format-time.ts'
import { Badge } from '../../ui/badge.tsx'
import { SOURCE_NAMES } from '../events/event-source.ts'
import { lookOf } from '../events/event-status.ts'
import { Marked } from './marked.tsx'
import type { FoundEvent } from './use-search.ts'

/** What says itself that it is on, or over, needs no badge. */
const NOTEWORTHY = new Set<FoundEvent['status']>(['CANCELLED', 'CONFLICT'])

interface FoundRowProps {
  event: FoundEvent
  terms: readonly string[]
  timeZone: string
}

/** An event that was found; leads to its day in the calendar, where it opens. */
export function FoundRow({ event, terms, timeZone }: FoundRowProps) {
  const { title, location, excerpt, matched, source, status } = event
  const look = lookOf(event)
  const isCancelled = status === 'CANCELLED'
  const date = daysOf(event, timeZone).first.toString()
  return (
    <Link
      to="/calendar"
      search={{ date, event: event.id }}
      preload={false}
      data-result
      className="flex flex-col gap-x-4 gap-y-1 px-3 py-2.5 transition-colors hover:bg-hover focus-visible:bg-hover focus-visible:-outline-offset-2 sm:flex-row sm:px-4"
    >
      <span className="shrink-0 text-[0.8125rem] leading-6 text-muted tabular-nums sm:w-36">
        {timeOf(event, timeZone)}
      </span>
      <span className="flex min-w-0 flex-1 flex-col gap-0.5">
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className={clsx('min-w-0 font-medium break-words text-heading', isCancelled && 'line-through')}>
            <Marked text={title} terms={terms} />
          </span>
          {event.recurrence && (
            <span className="text-muted" title="Repeats">
              <Repeat aria-hidden className="size-3.5" />
              <span className="sr-only">Repeats</span>
            </span>
          )}
          {NOTEWORTHY.has(status) && (
            <Badge tone={look.tone} icon={look.icon}>
              {look.label}
            </Badge>
          )}
          {SOURCE_NAMES[source] && <Badge tone="neutral">{SOURCE_NAMES[source]}</Badge>}
        </span>
        {location && (
          <Line icon={MapPin} label="Place">
            <Marked text={location} terms={terms} />
          </Line>
        )}
        <Line icon={Users} label="People">
          <Marked text={peopleText(event)} terms={matched.includes('people') ? terms : []} />
        </Line>
        {excerpt && (
          <Line icon={Text} label="Description">
            <Marked text={excerpt} terms={terms} />
          </Line>
        )}
      </span>
    </Link>
  )
}

function Line({ icon: Icon, label, children }: { icon: LucideIcon; label: string; children: ReactNode }) {
  return (
    <span className="flex min-w-0 items-start gap-1.5 text-[0.8125rem] text-muted">
      <Icon aria-hidden className="mt-[0.1875rem] size-3.5 shrink-0" />
      <span className="sr-only">{label}: </span>
      <span className="line-clamp-2 min-w-0 break-words">{children}</span>
    </span>
  )
}

function timeOf(event: FoundEvent, timeZone: string): string {
  const { first, last } = daysOf(event, timeZone)
  if (event.allDay) return first.equals(last) ? 'All day' : `All day, ${first.until(last).days + 1} days`
  return first.equals(last) ? formatTimeRange(event.startsAt, event.endsAt, timeZone) : formatWhenShort(event, timeZone)
}

function peopleText({ people, peopleCount }: FoundEvent): string {
  const others = peopleCount - people.length
  return people.join(', ') + (others > 0 ? ` and ${others} more` : '')
}
