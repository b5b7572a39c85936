import { Clock, Info, MapPin, Repeat, Users } from 'lucide-react'
import { Temporal } from '@astralis/core/temporal'
import { clsx } from 'clsx'
import type { ReactNode } from 'react'
import type { LucideIcon } from 'lucide-react'
import { durationText } from '../../lib/clock-change.ts'
import { formatOffset, formatWhen, zoneName } from '../../lib/format-time.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { useUser } from '../auth/use-user.ts'
import { toSpan, type EventFormValues } from '../events/event-form-values.ts'
import { recurrenceText } from '../recurrence/recurrence-text.ts'
import { ruleStartOf } from '../recurrence/rule-start.ts'
import type { Understanding } from './understand.ts'

const ASSUMED = { day: 'No day was said', time: 'No time was said' } as const

/** What a sentence was understood to mean, before anything is saved. */
export function QuickAddPreview({ meant, values }: { meant: Understanding; values: EventFormValues }) {
  const { timeZone: ownZone } = useUser()
  const { title, location, recurrence, timeZone, allDay, startsAt } = values
  const span = spanOf(values)
  const start = ruleStartOf(startsAt.date, allDay ? '00:00' : startsAt.time, timeZone)
  const notes = [
    ...(meant.assumed.length > 0
      ? [`${meant.assumed.map((what) => ASSUMED[what]).join('. ')}: this is a proposal.`]
      : []),
    ...meant.notes,
    ...meant.notUnderstood.map((words) => `“${words}” was not understood and stays in the title.`),
  ]
  return (
    <section
      aria-label="What was understood"
      aria-live="polite"
      className="flex flex-col gap-2.5 rounded-lg border border-line bg-sunken p-3.5"
    >
      <p className={clsx('text-base leading-6 font-semibold wrap-anywhere', title ? 'text-heading' : 'text-muted')}>
        {title || 'No title yet'}
      </p>
      {span && (
        <Line icon={Clock}>
          <span className="font-medium text-ink">{formatWhen({ ...span, allDay, timeZone }, timeZone)}</span>
          <span className="block text-[0.8125rem] text-muted">
            {!allDay && `${durationText(span.minutes)} · `}
            {zoneName(timeZone)} ({formatOffset(timeZone, Temporal.Instant.from(span.startsAt))})
          </span>
          {timeZone !== ownZone && !allDay && (
            <span className="block text-[0.8125rem] text-muted">
              {formatWhen({ ...span, allDay, timeZone }, ownZone)} for you
            </span>
          )}
        </Line>
      )}
      {recurrence && start && <Line icon={Repeat}>{recurrenceText(recurrence, start) ?? 'Repeats'}</Line>}
      {meant.people.length > 0 && (
        <Line icon={Users}>
          <ul className="flex flex-wrap gap-x-3 gap-y-1">
            {meant.people.map(({ name, email }) => (
              <li key={email} className="flex min-w-0 items-center gap-1.5">
                <Avatar name={name} email={email} className="size-5 text-[0.5625rem]" />
                <span className="truncate">{name ?? email}</span>
              </li>
            ))}
          </ul>
        </Line>
      )}
      {location && <Line icon={MapPin}>{location}</Line>}
      {notes.map((note) => (
        <Line key={note} icon={Info} isNote>
          {note}
        </Line>
      ))}
    </section>
  )
}

function Line({ icon: Icon, isNote = false, children }: { icon: LucideIcon; isNote?: boolean; children: ReactNode }) {
  return (
    <div className={clsx('flex gap-2.5', isNote ? 'text-[0.8125rem] text-muted' : 'text-ink')}>
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0 text-muted" />
      <div className="min-w-0 wrap-anywhere">{children}</div>
    </div>
  )
}

function spanOf(values: EventFormValues): { startsAt: string; endsAt: string; minutes: number } | null {
  const { startsAt, endsAt } = toSpan(values)
  if (startsAt === null || endsAt === null) return null
  const minutes = Temporal.Instant.from(startsAt).until(endsAt).total('minutes')
  return { startsAt, endsAt, minutes }
}
