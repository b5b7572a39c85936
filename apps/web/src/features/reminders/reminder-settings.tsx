import type { ReminderSettingsInput } from '@astralis/core/reminders/reminder-offsets'
import { useEffect, useRef, useState } from 'react'
import { formatTime } from '../../lib/format-time.ts'
import { useUser } from '../auth/use-user.ts'
import { SettingsForm } from '../settings/settings-form.tsx'
import { leadTimeOf, minutesOf, type LeadTime } from './lead-time.ts'
import { leadTimesText } from './lead-time-text.ts'
import { leadTimeProblems } from './lead-time-problems.ts'
import { LeadTimesField } from './lead-times-field.tsx'
import { findUnsaved, keepUnsaved } from './unsaved-reminders.ts'
import { useSaveReminders } from './use-save-reminders.ts'

/** When whole days are reminded of, as a wall time. */
const DAY_BEFORE = '1970-01-01T17:00:00Z'

/** Changes when a person is reminded. Whatever goes wrong, what was typed stays. */
export function ReminderSettings({ saved }: { saved: ReminderSettingsInput }) {
  const user = useUser()
  const list = useRef<HTMLInputElement>(null)
  const [base, setBase] = useState(() => saved.offsetsMinutes.map(leadTimeOf))
  const [values, setValues] = useState<readonly LeadTime[]>(() => findUnsaved(user.id)?.leadTimes ?? base)
  const problems = leadTimeProblems(values)
  const isDirty = !isSame(values, base)
  const [seen, setSeen] = useState(saved)
  if (saved !== seen) {
    // Changed elsewhere: what is being typed stays.
    setSeen(saved)
    setBase(saved.offsetsMinutes.map(leadTimeOf))
    if (!isDirty) setValues(saved.offsetsMinutes.map(leadTimeOf))
  }
  const save = useSaveReminders(({ offsetsMinutes }) => {
    setBase(offsetsMinutes.map(leadTimeOf))
    setValues(offsetsMinutes.map(leadTimeOf))
  })
  useEffect(() => keepUnsaved(isDirty ? { ownerId: user.id, leadTimes: values } : null), [isDirty, user.id, values])
  const submit = () => {
    if (Object.keys(problems).length === 0) save.mutate(values.map(minutesOf))
    else list.current?.focus()
  }
  return (
    <SettingsForm
      title="Reminders"
      lead="A mail before each event that you take part in, unless the event has reminders of its own."
      saveLabel="Save reminders"
      unsavedText="These reminders have not been saved."
      isDirty={isDirty}
      isSaving={save.isPending}
      problem={save.error}
      onSave={submit}
      onDiscard={() => {
        save.reset()
        setValues(base)
      }}
      onAbandon={() => keepUnsaved(null)}
    >
      <LeadTimesField
        ref={list}
        value={values}
        problems={problems}
        emptyText="You get no reminders."
        onChange={(leadTimes) => {
          save.reset()
          setValues(leadTimes)
        }}
      />
      <p aria-live="polite" className="border-t border-line pt-3 text-[0.8125rem] text-muted">
        {meaning(values, problems)}
      </p>
    </SettingsForm>
  )
}

/** What the list comes to, also for events that begin at midnight. */
function meaning(leadTimes: readonly LeadTime[], problems: Record<string, string>): string {
  if (Object.keys(problems).length > 0) return 'Put the list right to save it.'
  if (leadTimes.length === 0) return 'No event reminds you, except those that have reminders of their own.'
  const words = leadTimesText(leadTimes.map(minutesOf))
  const wholeDays = `Of whole days you are reminded once, at ${formatTime(DAY_BEFORE, 'UTC')} on the day before.`
  return `You are reminded ${words}. ${wholeDays}`
}

function isSame(a: readonly LeadTime[], b: readonly LeadTime[]): boolean {
  return JSON.stringify(a.map(minutesOf)) === JSON.stringify(b.map(minutesOf))
}
