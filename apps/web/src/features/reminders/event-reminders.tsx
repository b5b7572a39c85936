import { Temporal } from '@astralis/core/temporal'
import { useQuery } from '@tanstack/react-query'
import { clsx } from 'clsx'
import { ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { now } from '../../lib/clock.ts'
import { trpc } from '../../lib/trpc.ts'
import { Button } from '../../ui/button.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { UNDERWAY_MILLISECONDS } from '../mails/event-mails.ts'
import { leadTimesText } from './lead-time-text.ts'
import { countsText, groupReminders, hasFailed, type Reminder, type ReminderGroup } from './reminder-groups.ts'
import { ReminderGroupRow } from './reminder-group-row.tsx'

const NO_REMINDERS = 'No reminders'

interface EventRemindersProps {
  eventId: string
  nameOf: (email: string) => string
  maySend: boolean
  timeZone: string
}

/** When people are reminded of an event, in a line; each reminder on demand. */
export function EventReminders({ eventId, nameOf, maySend, timeZone }: EventRemindersProps) {
  const { data, error, isFetching, refetch } = useQuery(
    trpc.reminders.list.queryOptions(
      { eventId },
      { refetchInterval: ({ state }) => (state.data?.reminders.some(isUnderway) ? UNDERWAY_MILLISECONDS : false) },
    ),
  )
  const [isOpen, setIsOpen] = useState(false)
  if (error)
    return (
      <div role="alert" className="flex flex-wrap items-center gap-2 text-muted">
        The reminders could not be loaded.
        <Button size="small" isBusy={isFetching} onClick={() => void refetch()}>
          Try again
        </Button>
      </div>
    )
  if (!data)
    return (
      <div role="status" aria-label="Loading the reminders">
        <Skeleton className="h-5 w-56" />
      </div>
    )
  const groups = groupReminders(data.reminders)
  if (groups.length === 0) return <p className="text-muted">{NO_REMINDERS}</p>
  const reminders = groups.flatMap((group) => group.reminders)
  // Of an event with many participants there are very many.
  const shown = isOpen ? groups : []
  return (
    <details className="group/all min-w-0" onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary className="-mt-1 -ms-1 flex min-h-7 cursor-pointer list-none items-start gap-1 rounded-md py-1 pe-2 text-ink select-none hover:bg-hover [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden
          className="mt-0.5 size-4 shrink-0 text-muted transition-transform group-open/all:rotate-90"
        />
        <span className="min-w-0">
          {headline(groups)}
          <span className={clsx('block', reminders.some(hasFailed) ? 'text-error-strong' : 'text-muted')}>
            {countsText(reminders)}
          </span>
        </span>
      </summary>
      <ul className="mt-1 flex flex-col">
        {shown.map((group) => (
          <ReminderGroupRow
            key={`${group.offsetMinutes} ${group.dueAt}`}
            group={group}
            nameOf={nameOf}
            maySend={maySend}
            timeZone={timeZone}
          />
        ))}
      </ul>
    </details>
  )
}

/** `Reminders 1 day before`; times at which everybody was left out do not count. */
function headline(groups: readonly ReminderGroup[]): string {
  const kept = groups.filter(({ reminders }) => reminders.some(({ status }) => status !== 'SKIPPED'))
  return kept.length > 0 ? `Reminders ${leadTimesText(kept.map(({ offsetMinutes }) => offsetMinutes))}` : NO_REMINDERS
}

/** What should have been sent by now, or is just being. */
function isUnderway({ status, dueAt }: Reminder): boolean {
  return status === 'CLAIMED' || (status === 'PENDING' && Temporal.Instant.compare(dueAt, now()) <= 0)
}
