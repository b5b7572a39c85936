import { X } from 'lucide-react'
import { useId, type Ref } from 'react'
import { FieldError } from '../../ui/field.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Input } from '../../ui/input.tsx'
import { Select } from '../../ui/select.tsx'
import { unitText } from './lead-time-text.ts'
import { LEAD_UNITS, type LeadTime } from './lead-time.ts'

interface LeadTimeRowProps {
  /** Which one it is, for those who cannot see where it stands: `reminder 1`. */
  name: string
  value: LeadTime
  problem: string | undefined
  /** True for one that was just added: the focus goes there. */
  isNew: boolean
  onChange: (patch: Partial<LeadTime>) => void
  onRemove: () => void
  ref?: Ref<HTMLInputElement> | undefined
}

/** A number and a unit before the start. */
export function LeadTimeRow({ name, value, problem, isNew, onChange, onRemove, ref }: LeadTimeRowProps) {
  const noteId = useId()
  const field = { 'aria-invalid': Boolean(problem), 'aria-describedby': problem ? noteId : undefined }
  return (
    <li className="flex min-w-0 flex-col gap-1">
      <div className="flex items-center gap-2">
        <Input
          {...field}
          ref={ref}
          type="number"
          inputMode="numeric"
          min={0}
          autoFocus={isNew}
          aria-label={`Length of ${name}`}
          value={Number.isNaN(value.amount) ? '' : value.amount}
          onChange={(event) => onChange({ amount: event.target.valueAsNumber })}
          className="max-w-20"
        />
        <Select
          {...field}
          aria-label={`Unit of ${name}`}
          value={value.unit}
          onChange={({ target }) => {
            const unit = LEAD_UNITS.find((known) => known === target.value)
            if (unit) onChange({ unit })
          }}
          className="w-28 shrink-0"
        >
          {LEAD_UNITS.map((unit) => (
            <option key={unit} value={unit}>
              {unitText(value.amount, unit)}
            </option>
          ))}
        </Select>
        <span className="min-w-0 truncate text-muted">before</span>
        <IconButton icon={X} label={`Remove ${name}`} onClick={onRemove} className="-ms-1 size-8" />
      </div>
      {problem && <FieldError id={noteId} message={problem} />}
    </li>
  )
}
