import { DEFAULT_OFFSETS_MINUTES } from '@astralis/core/reminders/reminder-offsets'
import { useState, type Ref } from 'react'
import { Segmented } from '../../ui/segmented.tsx'
import { leadTimeOf, type LeadTime } from '../reminders/lead-time.ts'
import { leadTimesText } from '../reminders/lead-time-text.ts'
import { leadTimeProblems } from '../reminders/lead-time-problems.ts'
import { LeadTimesField } from '../reminders/lead-times-field.tsx'

const CHOICES = [
  { value: 'own', label: 'Everyone’s own' },
  { value: 'event', label: 'For this event' },
] as const

const GUESTS = `Each as they have set it for themselves; guests ${leadTimesText(DEFAULT_OFFSETS_MINUTES)}.`

interface RemindersFieldProps {
  /** Null for what each participant has set for themselves. */
  value: LeadTime[] | null
  allDay: boolean
  onChange: (value: LeadTime[] | null) => void
  /** The first field with a problem. */
  ref?: Ref<HTMLInputElement> | undefined
}

/** When the participants are reminded: as each of them likes, or all at the same times. */
export function RemindersField({ value, allDay, onChange, ref }: RemindersFieldProps) {
  // What was chosen last stays for whoever looks at the other choice and comes back.
  const [last, setLast] = useState(() => value ?? DEFAULT_OFFSETS_MINUTES.map(leadTimeOf))
  const change = (leadTimes: LeadTime[]) => {
    setLast(leadTimes)
    onChange(leadTimes)
  }
  return (
    <div role="group" aria-label="Reminders" className="flex min-w-0 flex-col gap-2.5">
      <p aria-hidden className="-mb-1 text-[0.8125rem] font-medium text-ink">
        Reminders
      </p>
      <Segmented
        label="Whose reminders"
        value={value === null ? 'own' : 'event'}
        options={CHOICES}
        onChange={(choice) => onChange(choice === 'own' ? null : last)}
      />
      {value && (
        <LeadTimesField
          ref={ref}
          value={value}
          problems={leadTimeProblems(value)}
          emptyText="Nobody is reminded."
          onChange={change}
        />
      )}
      <p className="text-[0.8125rem] text-muted">{hint(value !== null, allDay)}</p>
    </div>
  )
}

function hint(isOwn: boolean, allDay: boolean): string {
  if (!isOwn) return GUESTS
  return allDay
    ? 'The same for everyone, counted from midnight, when the day begins.'
    : 'The same for everyone who takes part.'
}
