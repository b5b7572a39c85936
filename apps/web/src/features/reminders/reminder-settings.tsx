import type { ReminderSettingsInput } from '@astralis/core/reminders/reminder-offsets'
import { useBlocker } from '@tanstack/react-router'
import { useEffect, useRef, useState, type ComponentProps } from 'react'
import { PageFrame } from '../../app/page-frame.tsx'
import { formatTime } from '../../lib/format-time.ts'
import { describeProblem } from '../../lib/problem.ts'
import { Banner } from '../../ui/banner.tsx'
import { Card } from '../../ui/card.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { SaveBar } from '../../ui/save-bar.tsx'
import { useUser } from '../auth/use-user.ts'
import { leadTimeOf, minutesOf, type LeadTime } from './lead-time.ts'
import { leadTimesText } from './lead-time-text.ts'
import { leadTimeProblems } from './lead-time-problems.ts'
import { LeadTimesField } from './lead-times-field.tsx'
import { findUnsaved, keepUnsaved } from './unsaved-reminders.ts'
import { useSaveReminders } from './use-save-reminders.ts'

interface ReminderSettingsProps {
  saved: ReminderSettingsInput
  frame: Pick<ComponentProps<typeof PageFrame>, 'title' | 'lead'>
}

/** When whole days are reminded of, as a wall time. */
const DAY_BEFORE = '1970-01-01T17:00:00Z'

/** Changes when a person is reminded. Whatever goes wrong, what was typed stays. */
export function ReminderSettings({ saved, frame }: ReminderSettingsProps) {
  const user = useUser()
  const list = useRef<HTMLInputElement>(null)
  const [base, setBase] = useState(() => saved.offsetsMinutes.map(leadTimeOf))
  const [values, setValues] = useState<readonly LeadTime[]>(() => findUnsaved(user.id)?.leadTimes ?? base)
  const problems = leadTimeProblems(values)
  const isDirty = !isSame(values, base)
  const save = useSaveReminders(({ offsetsMinutes }) => {
    setBase(offsetsMinutes.map(leadTimeOf))
    setValues(offsetsMinutes.map(leadTimeOf))
  })
  useEffect(() => keepUnsaved(isDirty ? { ownerId: user.id, leadTimes: values } : null), [isDirty, user.id, values])
  const leaving = useBlocker({
    // When the session ends, what is typed waits for the next sign-in.
    shouldBlockFn: ({ next }) => isDirty && next.pathname !== '/sign-in',
    enableBeforeUnload: isDirty,
    withResolver: true,
  })
  const submit = () => {
    if (Object.keys(problems).length === 0) save.mutate(values.map(minutesOf))
    else list.current?.focus()
  }
  return (
    <PageFrame
      {...frame}
      footer={
        <SaveBar
          label="Save reminders"
          isDirty={isDirty}
          isSaving={save.isPending}
          onSave={submit}
          onDiscard={() => {
            save.reset()
            setValues(base)
          }}
        />
      }
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
        className="flex max-w-2xl flex-col gap-4 p-3 lg:p-6"
      >
        {save.error && (
          <Banner tone="error" title="Not saved">
            <p>{describeProblem(save.error).message} What you changed is still here.</p>
          </Banner>
        )}
        <Card
          title="Reminders"
          lead="A mail before each event that you take part in, unless the event has reminders of its own."
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
        </Card>
      </form>
      {leaving.status === 'blocked' && (
        <ConfirmDialog
          title="Discard what you changed?"
          confirmLabel="Discard"
          keepLabel="Keep editing"
          onConfirm={() => {
            keepUnsaved(null)
            leaving.proceed()
          }}
          onClose={leaving.reset}
        >
          These reminders have not been saved.
        </ConfirmDialog>
      )}
    </PageFrame>
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
