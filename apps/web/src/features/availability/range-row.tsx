import type { TimeRange } from '@astralis/core/time/working-hours'
import { X } from 'lucide-react'
import { useId, type ReactNode } from 'react'
import { FieldError } from '../../ui/field.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Input } from '../../ui/input.tsx'
import { fromField, rangeNote, toField } from './time-ranges.ts'

interface RangeRowProps {
  /** Which range it is, for those who cannot see where it stands: `range 1 on Monday`. */
  name: string
  range: TimeRange
  /** The day on which an overnight range ends: `on Tuesday`. */
  nextDay: string
  /** What is wrong with the start, the end or both. */
  problem: string | undefined
  /** A switch for this range alone. */
  toggle?: ReactNode
  onChange: (patch: Partial<TimeRange>) => void
  onRemove: () => void
}

/** Without the browser's clock, which would take the place of the minutes on a narrow screen. */
const TIME_CLASS = 'max-w-28 px-2.5 [&::-webkit-calendar-picker-indicator]:hidden'

/** From when until when, and what that means where it is not plain. */
export function RangeRow({ name, range, nextDay, problem, toggle, onChange, onRemove }: RangeRowProps) {
  const noteId = useId()
  const note = rangeNote(range, nextDay)
  const field = { 'aria-invalid': Boolean(problem), 'aria-describedby': problem || note ? noteId : undefined }
  return (
    <li className="flex min-w-0 gap-2">
      {toggle}
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        <div className="flex items-center gap-2">
          <Input
            {...field}
            type="time"
            aria-label={`Start of ${name}`}
            value={range.startTime}
            onChange={(event) => onChange({ startTime: event.target.value })}
            className={TIME_CLASS}
          />
          <span aria-hidden className="text-muted">
            –
          </span>
          <Input
            {...field}
            type="time"
            aria-label={`End of ${name}`}
            value={toField(range.endTime)}
            onChange={(event) => onChange({ endTime: fromField(event.target.value) })}
            className={TIME_CLASS}
          />
          <IconButton icon={X} label={`Remove ${name}`} onClick={onRemove} className="-ms-1 size-8" />
        </div>
        {problem && <FieldError id={noteId} message={problem} />}
        {note && !problem && (
          <p id={noteId} className="text-xs text-muted">
            {note}
          </p>
        )}
      </div>
    </li>
  )
}
