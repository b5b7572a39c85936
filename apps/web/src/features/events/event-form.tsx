import type { ReactNode } from 'react'
import { Controller, type FieldErrors, type UseFormReturn } from 'react-hook-form'
import { Field } from '../../ui/field.tsx'
import { Input, TextArea } from '../../ui/input.tsx'
import { Switch } from '../../ui/switch.tsx'
import type { CalendarEvent, Member } from './calendar-event.ts'
import type { EventFormValues } from './event-form-values.ts'
import { ParticipantsField } from './participants-field.tsx'
import { RemindersField } from './reminders-field.tsx'
import { TimeFields } from './time-fields.tsx'

interface EventFormProps {
  id: string
  form: UseFormReturn<EventFormValues>
  /** What the form was filled with; null for a new event. */
  event: CalendarEvent | null
  members: readonly Member[]
  ownEmail: string
  /** Stands above the fields: what went wrong with the whole. */
  problem: ReactNode
  /** Stands below the people: who would be in two places. */
  conflictWarning: ReactNode
  /** What the server says of the rule while it is typed. */
  recurrenceProblem: string | undefined
  onSubmit: () => void
}

/** The fields of an event. */
export function EventForm({ id, form, event, members, ownEmail, problem, conflictWarning, ...rest }: EventFormProps) {
  const { control, register, formState } = form
  const { errors } = formState
  return (
    <form
      id={id}
      noValidate
      onSubmit={(submit) => {
        submit.preventDefault()
        rest.onSubmit()
      }}
      className="flex flex-col gap-5"
    >
      {problem}
      <Field label="Title" error={errors.title?.message}>
        {(field) => <Input {...field} {...register('title')} autoFocus placeholder="What is it about?" />}
      </Field>
      <TimeFields form={form} event={event} recurrenceProblem={rest.recurrenceProblem} />
      <div className="flex flex-col gap-2">
        <Controller
          control={control}
          name="participants"
          render={({ field }) => (
            <ParticipantsField
              value={field.value}
              onChange={field.onChange}
              members={members}
              ownEmail={ownEmail}
              error={participantsProblem(errors.participants)}
            />
          )}
        />
        {conflictWarning}
      </div>
      <Field label="Location" isOptional error={errors.location?.message}>
        {(field) => <Input {...field} {...register('location')} placeholder="Room, address or place" />}
      </Field>
      <Field label="Meeting link" isOptional error={errors.meetingLink?.message}>
        {(field) => <Input {...field} {...register('meetingLink')} type="url" inputMode="url" placeholder="https://" />}
      </Field>
      <Field label="Description" isOptional error={errors.description?.message}>
        {(field) => <TextArea {...field} {...register('description')} />}
      </Field>
      <Controller
        control={control}
        name="reminderOffsetsMinutes"
        render={({ field }) => (
          <RemindersField ref={field.ref} value={field.value} allDay={form.watch('allDay')} onChange={field.onChange} />
        )}
      />
      <Controller
        control={control}
        name="showsAs"
        render={({ field }) => (
          <Switch
            label="Takes everyone's time"
            hint={
              field.value === 'BUSY' ? 'Shown as busy; overlaps are conflicts.' : 'Shown as free; overlaps are fine.'
            }
            isOn={field.value === 'BUSY'}
            onChange={(isBusy) => field.onChange(isBusy ? 'BUSY' : 'FREE')}
          />
        )}
      />
    </form>
  )
}

/** The message about the list as a whole, or about the first person in it. */
function participantsProblem(errors: FieldErrors<EventFormValues>['participants']): string | undefined {
  return errors?.message ?? errors?.find?.((entry) => entry?.email)?.email?.message
}
