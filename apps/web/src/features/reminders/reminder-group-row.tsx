import { ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { formatMoment } from '../../lib/format-time.ts'
import { Badge } from '../../ui/badge.tsx'
import { SendAgain } from '../mails/send-again.tsx'
import { leadTimesText } from './lead-time-text.ts'
import { countsText, hasFailed, type Reminder, type ReminderGroup } from './reminder-groups.ts'
import { REMINDER_LOOKS, SKIP_WORDS } from './reminder-looks.ts'

interface ReminderGroupRowProps {
  group: ReminderGroup
  nameOf: (email: string) => string
  maySend: boolean
  timeZone: string
}

/** One moment at which people are reminded; open at first where something went wrong. */
export function ReminderGroupRow({ group, nameOf, maySend, timeZone }: ReminderGroupRowProps) {
  const { offsetMinutes, dueAt, reminders } = group
  const [isOpen, setIsOpen] = useState(() => reminders.some(hasFailed))
  const lead = leadTimesText([offsetMinutes])
  return (
    <li className="border-t border-line first:border-t-0">
      <details className="group/one" open={isOpen} onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
        <summary className="-ms-1 flex min-h-9 cursor-pointer list-none items-start gap-1 rounded-md py-1 pe-2 text-[0.8125rem] text-ink select-none hover:bg-hover [&::-webkit-details-marker]:hidden">
          <ChevronRight
            aria-hidden
            className="mt-0.5 size-4 shrink-0 text-muted transition-transform group-open/one:rotate-90"
          />
          <span className="flex min-w-0 flex-col">
            <span>
              <span className="font-medium">{lead.charAt(0).toUpperCase() + lead.slice(1)}</span>
              <span className="text-muted"> · {formatMoment(dueAt, timeZone)}</span>
            </span>
            <span className="text-xs text-muted">{countsText(reminders)}</span>
          </span>
        </summary>
        <ul className="flex flex-col pb-2 ps-5">
          {(isOpen ? reminders : []).map((reminder) => (
            <ReminderRow
              key={reminder.id}
              reminder={reminder}
              name={nameOf(reminder.recipientEmail)}
              maySend={maySend}
            />
          ))}
        </ul>
      </details>
    </li>
  )
}

function ReminderRow({ reminder, name, maySend }: { reminder: Reminder; name: string; maySend: boolean }) {
  const { status, skipReason, error } = reminder
  const { label, tone, icon } = REMINDER_LOOKS[status]
  const note = hasFailed(reminder) ? error : skipReason && SKIP_WORDS[skipReason]
  return (
    <li className="flex flex-col items-start gap-1.5 py-1">
      <div className="flex min-h-6 w-full items-center justify-between gap-2">
        <span className="min-w-0 truncate text-[0.8125rem] text-ink">{name}</span>
        <Badge tone={tone} icon={icon}>
          {label}
        </Badge>
      </div>
      {note && <p className="text-xs wrap-anywhere text-muted">{note}</p>}
      {hasFailed(reminder) && maySend && <SendAgain mail={reminder} name={name} />}
    </li>
  )
}
