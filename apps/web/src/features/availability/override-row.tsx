import { Temporal } from '@astralis/core/temporal'
import type { DateOverride } from '@astralis/core/time/working-hours'
import { Plus, Trash2 } from 'lucide-react'
import { useId } from 'react'
import { formatDate } from '../../lib/format-time.ts'
import { FieldError } from '../../ui/field.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Input } from '../../ui/input.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { removed, replaced } from './availability-values.ts'
import { RangeRow } from './range-row.tsx'
import { nextRange } from './time-ranges.ts'

const KINDS = [
  { value: 'off', label: 'Day off' },
  { value: 'hours', label: 'Hours' },
] as const

interface OverrideRowProps {
  override: DateOverride
  /** What its messages are named after: `overrides.0`. */
  path: string
  problems: Record<string, string>
  onChange: (patch: Partial<DateOverride>) => void
  onRemove: () => void
}

/** One date: off, or with hours of its own. */
export function OverrideRow({ override: { date, ranges }, path, problems, onChange, onRemove }: OverrideRowProps) {
  const noteId = useId()
  const problem = problems[`${path}.date`]
  const name = date === '' ? 'this date' : formatDate(Temporal.PlainDate.from(date), 'short')
  const addRange = () => onChange({ ranges: [...ranges, nextRange(ranges)] })
  return (
    <li className="flex flex-col gap-2.5 border-t border-line py-3 first:border-t-0 first:pt-0 last:pb-0">
      <div className="flex flex-wrap items-center gap-2">
        <Input
          type="date"
          aria-label={`Date of ${name}`}
          aria-invalid={Boolean(problem)}
          aria-describedby={problem && noteId}
          value={date}
          onChange={(event) => onChange({ date: event.target.value })}
          className="px-2.5 sm:max-w-40"
        />
        <Segmented
          label={`What happens on ${name}`}
          value={ranges.length === 0 ? 'off' : 'hours'}
          options={KINDS}
          onChange={(kind) => (kind === 'off' ? onChange({ ranges: [] }) : addRange())}
        />
        <span className="ms-auto flex">
          {ranges.length > 0 && (
            <IconButton icon={Plus} label={`Add hours on ${name}`} onClick={addRange} className="size-8" />
          )}
          <IconButton icon={Trash2} label={`Remove ${name}`} onClick={onRemove} className="size-8" />
        </span>
      </div>
      {problem && <FieldError id={noteId} message={problem} />}
      {ranges.length > 0 && (
        <ul className="flex flex-col gap-2">
          {ranges.map((range, index) => (
            <RangeRow
              key={index}
              name={`range ${index + 1} on ${name}`}
              range={range}
              nextDay="on the next day"
              problem={problems[`${path}.ranges.${index}.startTime`] ?? problems[`${path}.ranges.${index}.endTime`]}
              onChange={(patch) => onChange({ ranges: replaced(ranges, index, patch) })}
              onRemove={() => onChange({ ranges: removed(ranges, index) })}
            />
          ))}
        </ul>
      )}
    </li>
  )
}
