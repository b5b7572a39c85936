import { Temporal } from '@astralis/core/temporal'
import { CircleHelp } from 'lucide-react'
import { useState } from 'react'
import { Avatar } from '../../ui/avatar.tsx'
import { Button } from '../../ui/button.tsx'
import { localTimeText } from './local-time.ts'
import { PRESENCE_LOOKS } from './presence-looks.ts'
import type { SuggestedTime } from './suggestions.ts'

/** Nobody knows of anything against it. */
const UNKNOWN = { label: 'Hours not known', icon: CircleHelp, className: 'text-muted' }

interface AttendanceProps {
  time: Pick<SuggestedTime, 'startsAt' | 'participants'>
  timeZone: string
  nameOf: (email: string) => string
  /** Somebody whose hours are not known. */
  isStranger: (email: string) => boolean
}

/** A longer list is shown on request; the people who cannot come stand in it first. */
const MAX_SHOWN = 8

/** Each person's part in a time, and what their clock says then. */
export function Attendance({ time, timeZone, nameOf, isStranger }: AttendanceProps) {
  const [isWhole, setIsWhole] = useState(time.participants.length <= MAX_SHOWN)
  const shown = isWhole ? time.participants : time.participants.toSorted(absentFirst).slice(0, MAX_SHOWN)
  const date = Temporal.Instant.from(time.startsAt).toZonedDateTimeISO(timeZone).toPlainDate()
  return (
    <div className="flex flex-col items-start gap-1">
      <ul aria-label="People" className="grid w-full gap-x-4 gap-y-1 sm:grid-cols-2">
        {shown.map(({ email, status, localStart }) => {
          const isUnknown = status === 'available' && isStranger(email)
          const { label, icon: Icon, className } = isUnknown ? UNKNOWN : PRESENCE_LOOKS[status]
          return (
            <li key={email} className="flex min-h-7 min-w-0 items-center gap-2 text-[0.8125rem]">
              <Avatar name={nameOf(email)} email={email} className="size-6 text-[0.625rem]" />
              <span className="min-w-0 flex-1 truncate text-ink">{nameOf(email)}</span>
              {!isUnknown && (
                <span className="shrink-0 text-muted tabular-nums">{localTimeText(localStart, date)}</span>
              )}
              <span className="flex shrink-0 items-center gap-1 text-muted">
                <Icon aria-hidden className={`size-4 ${className}`} />
                <span className={status === 'available' && !isUnknown ? 'sr-only' : ''}>{label}</span>
              </span>
            </li>
          )
        })}
      </ul>
      {!isWhole && (
        <Button variant="ghost" size="small" onClick={() => setIsWhole(true)} className="-ms-3 text-primary">
          Show all {time.participants.length} people
        </Button>
      )}
    </div>
  )
}

type Participant = SuggestedTime['participants'][number]

function absentFirst(a: Participant, b: Participant): number {
  return Number(a.status === 'available') - Number(b.status === 'available')
}
