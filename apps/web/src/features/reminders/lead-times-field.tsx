import { MAX_REMINDERS } from '@astralis/core/reminders/reminder-offsets'
import { Plus } from 'lucide-react'
import { useRef, useState, type Ref } from 'react'
import { Button } from '../../ui/button.tsx'
import type { LeadTime } from './lead-time.ts'
import { LeadTimeRow } from './lead-time-row.tsx'
import { nextLeadTime } from './next-lead-time.ts'

interface LeadTimesFieldProps {
  value: readonly LeadTime[]
  onChange: (leadTimes: LeadTime[]) => void
  /** Place in the list to message. */
  problems: Record<string, string>
  /** What an empty list means. */
  emptyText: string
  /** The first field with a problem. */
  ref?: Ref<HTMLInputElement> | undefined
}

/** How long before the start people are reminded: a few times, each once. */
export function LeadTimesField({ value, onChange, problems, emptyText, ref }: LeadTimesFieldProps) {
  const adder = useRef<HTMLButtonElement>(null)
  const [added, setAdded] = useState<number>()
  const isFull = value.length >= MAX_REMINDERS
  const firstProblem = value.findIndex((_, index) => problems[index])
  return (
    <div className="flex min-w-0 flex-col items-start gap-2.5">
      {value.length === 0 ? (
        <p className="text-muted">{emptyText}</p>
      ) : (
        <ul className="flex w-full flex-col gap-2">
          {value.map((leadTime, index) => (
            <LeadTimeRow
              key={index}
              ref={index === firstProblem ? ref : undefined}
              name={`reminder ${index + 1}`}
              value={leadTime}
              problem={problems[index]}
              isNew={index === added}
              onChange={(patch) => onChange(value.map((one, i) => (i === index ? { ...one, ...patch } : one)))}
              onRemove={() => {
                // The row takes the focus with it; the button is always there.
                adder.current?.focus()
                onChange(value.filter((_, i) => i !== index))
              }}
            />
          ))}
        </ul>
      )}
      <Button
        ref={adder}
        size="small"
        aria-disabled={isFull}
        onClick={() => {
          if (isFull) return
          setAdded(value.length)
          onChange([...value, nextLeadTime(value)])
        }}
        className={isFull ? 'opacity-50' : ''}
      >
        <Plus aria-hidden className="size-4" />
        Add a reminder
      </Button>
      {isFull && <p className="text-[0.8125rem] text-muted">More than {MAX_REMINDERS} would be too many.</p>}
    </div>
  )
}
