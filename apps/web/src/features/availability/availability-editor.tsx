import { useEffect, useRef, useState, type ComponentProps } from 'react'
import { LeaveGuard } from '../../app/leave-guard.tsx'
import { PageFrame } from '../../app/page-frame.tsx'
import { today } from '../../lib/clock.ts'
import { describeProblem } from '../../lib/problem.ts'
import { Banner } from '../../ui/banner.tsx'
import { Card } from '../../ui/card.tsx'
import { SaveBar } from '../../ui/save-bar.tsx'
import { useUser } from '../auth/use-user.ts'
import { FirstStepsReturn } from '../first-steps/first-steps-return.tsx'
import { TimeZoneField } from '../time-zone/time-zone-field.tsx'
import { inOrder, isSame, problemsOf, type AvailabilityValues } from './availability-values.ts'
import { Buffers } from './buffers.tsx'
import { DateOverrides } from './date-overrides.tsx'
import { DayHours } from './day-hours.tsx'
import { weekFrom } from './days.ts'
import { Preview } from './preview.tsx'
import { findUnsaved, keepUnsaved } from './unsaved-availability.ts'
import { useSaveAvailability } from './use-save-availability.ts'

interface AvailabilityEditorProps {
  /** Whose hours they are. */
  userId: string
  saved: AvailabilityValues
  frame: Pick<ComponentProps<typeof PageFrame>, 'title' | 'lead' | 'actions'>
}

/** Changes a person's hours. Whatever goes wrong, what was typed stays. */
export function AvailabilityEditor({ userId, saved, frame }: AvailabilityEditorProps) {
  const user = useUser()
  const form = useRef<HTMLFormElement>(null)
  const [base, setBase] = useState(() => inOrder(saved))
  const [values, setValues] = useState(() => unsavedValues(user.id, userId) ?? base)
  // What the server said of the values as they were sent.
  const [refusals, setRefusals] = useState<Record<string, string>>({})
  const problems = { ...refusals, ...problemsOf(values) }
  const isDirty = !isSame(values, base)
  const [seen, setSeen] = useState(saved)
  if (saved !== seen) {
    // Changed elsewhere: what is being typed stays.
    setSeen(saved)
    setBase(inOrder(saved))
    if (!isDirty) setValues(inOrder(saved))
  }
  const save = useSaveAvailability({
    userId: userId === user.id ? undefined : userId,
    onSaved: (result) => {
      setBase(inOrder(result))
      setValues(inOrder(result))
    },
    onError: (error) => setRefusals(describeProblem(error).fields),
  })
  const change = (patch: Partial<AvailabilityValues>) => {
    setRefusals({})
    save.reset()
    setValues((before) => ({ ...before, ...patch }))
  }
  useEffect(
    () => keepUnsaved(isDirty ? { ownerId: user.id, userId, values } : null),
    [isDirty, user.id, userId, values],
  )
  const submit = () => {
    if (Object.keys(problemsOf(values)).length === 0) save.mutate(values)
    else form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }
  const day = today(values.timeZone)
  return (
    <PageFrame
      {...frame}
      footer={
        <SaveBar
          label="Save hours"
          isDirty={isDirty}
          isSaving={save.isPending}
          onSave={submit}
          onDiscard={() => {
            save.reset()
            setRefusals({})
            setValues(base)
          }}
        />
      }
    >
      <form
        ref={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
        className="flex max-w-6xl flex-col gap-4 p-3 lg:p-6"
      >
        <FirstStepsReturn />
        {save.error && (
          <Banner tone="error" title="Not saved">
            <p>{refusalText(save.error)} What you changed is still here.</p>
          </Banner>
        )}
        <div className="grid grid-cols-1 items-start gap-4 xl:grid-cols-[minmax(0,1fr)_22rem]">
          <div className="flex min-w-0 flex-col gap-4">
            <Card title="Weekly hours" lead="Several ranges a day; an end before the start is on the next day.">
              <ul className="flex flex-col">
                {weekFrom().map((weekday) => (
                  <DayHours
                    key={weekday}
                    day={weekday}
                    rules={values.rules}
                    problems={problems}
                    onChange={(rules) => change({ rules })}
                  />
                ))}
              </ul>
            </Card>
            <DateOverrides
              overrides={values.overrides}
              today={day}
              problems={problems}
              onChange={(overrides) => change({ overrides })}
            />
          </div>
          <div className="flex min-w-0 flex-col gap-4">
            <Card title="Time zone" lead="The hours are what a clock on the wall there says.">
              <TimeZoneField
                label="Zone of these hours"
                value={values.timeZone}
                onChange={(timeZone) => change({ timeZone })}
                error={problems['timeZone']}
              />
            </Card>
            <Preview values={values} today={day} />
            <Buffers values={values} problems={problems} onChange={change} />
          </div>
        </div>
      </form>
      <LeaveGuard isDirty={isDirty} onAbandon={() => keepUnsaved(null)}>
        These hours have not been saved.
      </LeaveGuard>
    </PageFrame>
  )
}

function unsavedValues(ownerId: string, userId: string): AvailabilityValues | null {
  const unsaved = findUnsaved(ownerId)
  return unsaved?.userId === userId ? unsaved.values : null
}

/** The refusal as a whole, or where to look for it. */
function refusalText(error: Error): string {
  const { message, fields } = describeProblem(error)
  return Object.keys(fields).length > 0 ? 'Some of the hours were refused, for the reasons shown with them.' : message
}
