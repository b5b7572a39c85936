import type { Presence } from '@astralis/core/slots/suggestion'
import { Temporal } from '@astralis/core/temporal'
import { CircleCheck, CircleX, MoonStar, type LucideIcon } from 'lucide-react'
import { Avatar } from '../../ui/avatar.tsx'
import { localTimeText } from './local-time.ts'
import type { SuggestedTime } from './suggestions.ts'

const PRESENCES: Record<Presence, { label: string; icon: LucideIcon; className: string }> = {
  available: { label: 'Free', icon: CircleCheck, className: 'text-success' },
  busy: { label: 'Busy', icon: CircleX, className: 'text-error-strong' },
  'outside-hours': { label: 'Outside hours', icon: MoonStar, className: 'text-warning' },
}

interface AttendanceProps {
  time: Pick<SuggestedTime, 'startsAt' | 'participants'>
  timeZone: string
  nameOf: (email: string) => string
}

/** Each person's part in a time, and what their clock says then. */
export function Attendance({ time, timeZone, nameOf }: AttendanceProps) {
  const date = Temporal.Instant.from(time.startsAt).toZonedDateTimeISO(timeZone).toPlainDate()
  return (
    <ul aria-label="People" className="grid gap-x-4 gap-y-1 sm:grid-cols-2">
      {time.participants.map(({ email, status, localStart }) => {
        const { label, icon: Icon, className } = PRESENCES[status]
        return (
          <li key={email} className="flex min-h-7 min-w-0 items-center gap-2 text-[0.8125rem]">
            <Avatar name={nameOf(email)} email={email} className="size-6 text-[0.625rem]" />
            <span className="min-w-0 flex-1 truncate text-ink">{nameOf(email)}</span>
            <span className="shrink-0 text-muted tabular-nums">{localTimeText(localStart, date)}</span>
            <span className="flex shrink-0 items-center gap-1 text-muted">
              <Icon aria-hidden className={`size-4 ${className}`} />
              <span className={status === 'available' ? 'sr-only' : ''}>{label}</span>
            </span>
          </li>
        )
      })}
    </ul>
  )
}
