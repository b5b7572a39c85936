import type { Scope } from '@astralis/core/events/event'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useId, useState } from 'react'
import { useForm } from 'react-hook-form'
import { showProblem } from '../../lib/form-problem.ts'
import { describeProblem } from '../../lib/problem.ts'
import { trpc } from '../../lib/trpc.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { useUser } from '../auth/use-user.ts'
import type { CalendarEvent } from './calendar-event.ts'
import { ConflictWarning } from './conflict-warning.tsx'
import { eventFormResolver } from './event-form-resolver.ts'
import { atTime, eventValues, type EventFormValues } from './event-form-values.ts'
import { EventForm } from './event-form.tsx'
import { OtherTimes, type OtherTime } from './other-times.tsx'
import { saveLimits } from './save-limits.ts'
import { useConflicts, type ConflictCheck } from './use-conflicts.ts'
import { useSaveEvent } from './use-save-event.ts'
import { useScopeQuestion } from './use-scope-question.tsx'
import { VersionMismatch } from './version-mismatch.tsx'

interface EventEditorProps {
  /** What is changed; null for a new event. */
  event: CalendarEvent | null
  initialValues: EventFormValues
  returnFocus: () => HTMLElement | null
  onClose: () => void
  /** Called with every change, so that the calendar can draw the event where it would be. */
  onValuesChange: (values: EventFormValues) => void
}

/** Creates or changes an event. Whatever goes wrong, what was typed stays. */
export function EventEditor({ event, initialValues, returnFocus, onClose, onValuesChange }: EventEditorProps) {
  const formId = useId()
  const user = useUser()
  const members = useQuery(trpc.members.list.queryOptions()).data?.members ?? []
  const form = useForm<EventFormValues>({ defaultValues: initialValues, resolver: eventFormResolver })
  const values = form.watch()
  const { isDirty, errors } = form.formState
  // What the person has seen; saving on its version is refused once somebody else has changed the event.
  const [base, setBase] = useState(event)
  const check = useConflicts(values, base)
  const { ask, dialog } = useScopeQuestion()
  const save = useSaveEvent({ onSaved: onClose, onError: (error) => showProblem(form, error) })
  useEffect(() => form.subscribe({ formState: { values: true }, callback: (state) => onValuesChange(state.values) }))

  const submit = (version = base?.version, answer?: Scope) =>
    form.handleSubmit(async (valid) => {
      if (!base || !version) return save.mutate({ edit: null, values: valid })
      const scope = answer ?? (await ask(base, 'save', saveLimits(valid, base)))
      if (scope) save.mutate({ edit: { event: base, version, scope }, values: valid })
    })()
  const keepMine = ({ version }: CalendarEvent) => void submit(version, save.variables?.edit?.scope)
  const takeTheirs = (latest: CalendarEvent) => {
    setBase(latest)
    form.reset(eventValues(latest))
    save.reset()
  }
  const moveTo = (time: OtherTime) => {
    const { startsAt, endsAt } = atTime(values, time)
    form.setValue('startsAt', startsAt, { shouldDirty: true, shouldValidate: true })
    form.setValue('endsAt', endsAt, { shouldDirty: true, shouldValidate: true })
    // What was pressed is about to go.
    form.setFocus('startsAt')
  }
  const [isLeaving, setIsLeaving] = useState(false)
  const leave = () => (isDirty ? setIsLeaving(true) : onClose())
  const isMismatch = describeProblem(save.error).reason === 'VERSION_MISMATCH'
  const problem = errors.root?.message
  return (
    <Sheet
      title={event ? 'Edit event' : 'New event'}
      onClose={leave}
      returnFocus={returnFocus}
      footer={
        <>
          <Button type="submit" form={formId} variant="primary" isBusy={save.isPending}>
            {saveLabel(check, event !== null)}
          </Button>
          <Button onClick={onClose}>Discard</Button>
        </>
      }
    >
      <EventForm
        id={formId}
        form={form}
        event={base}
        recurrenceProblem={check.recurrenceProblem}
        members={members}
        ownEmail={user.email}
        onSubmit={() => void submit()}
        problem={
          base && isMismatch ? (
            <VersionMismatch eventId={base.id} onKeepMine={keepMine} onTakeTheirs={takeTheirs} />
          ) : (
            problem && (
              <Banner tone="error" title="Not saved">
                <p>{problem} What you typed is still here.</p>
              </Banner>
            )
          )
        }
        conflictWarning={
          <ConflictWarning
            check={check}
            isOccurrence={Boolean(base?.seriesId)}
            people={[...values.participants, ...members]}
            ownEmail={user.email}
            timeZone={user.timeZone}
            otherTimes={<OtherTimes values={values} timeZone={user.timeZone} onChoose={moveTo} />}
          />
        }
      />
      {isLeaving && (
        <ConfirmDialog
          title="Discard what you typed?"
          confirmLabel="Discard"
          keepLabel="Keep editing"
          onConfirm={onClose}
          onClose={() => setIsLeaving(false)}
        >
          It has not been saved.
        </ConfirmDialog>
      )}
      {dialog}
    </Sheet>
  )
}

/** Saving says what it does to the calendar. Of an occurrence nobody knows yet whether others will follow. */
function saveLabel({ conflicts, occurrences }: ConflictCheck, isChange: boolean): string {
  if (conflicts.length > 0) return 'Save as a conflict'
  if (isChange) return 'Save changes'
  const clashes = occurrences?.clashes.length ?? 0
  if (clashes === 0) return 'Create event'
  return `Create with ${clashes} ${clashes === 1 ? 'conflict' : 'conflicts'}`
}
