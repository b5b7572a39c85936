import { Input } from '../../ui/input.tsx'
import { FieldError } from '../../ui/field.tsx'
import { useId, type Ref } from 'react'
import type { WallTime } from './event-form-values.ts'

interface DateTimeFieldProps {
  legend: string
  value: WallTime
  onChange: (value: WallTime) => void
  hasTime: boolean
  error?: string | undefined
  /** Of the date, for whoever leads the focus here. */
  ref: Ref<HTMLInputElement>
}

/** A date and, unless it is a whole day, a time on the wall. */
export function DateTimeField({ legend, value, onChange, hasTime, error, ref }: DateTimeFieldProps) {
  const noteId = useId()
  const note = { 'aria-invalid': Boolean(error), 'aria-describedby': error ? noteId : undefined }
  return (
    <fieldset className="flex min-w-0 flex-col gap-1.5">
      <legend className="mb-1.5 text-[0.8125rem] font-medium text-ink">{legend}</legend>
      <div className="grid grid-cols-[minmax(0,1fr)_minmax(0,8rem)] gap-2">
        <Input
          {...note}
          ref={ref}
          type="date"
          aria-label={`${legend} date`}
          value={value.date}
          onChange={(event) => onChange({ ...value, date: event.target.value })}
          className={hasTime ? '' : 'col-span-2'}
        />
        {hasTime && (
          <Input
            {...note}
            type="time"
            aria-label={`${legend} time`}
            value={value.time}
            onChange={(event) => onChange({ ...value, time: event.target.value })}
          />
        )}
      </div>
      {error && <FieldError id={noteId} message={error} />}
    </fieldset>
  )
}
