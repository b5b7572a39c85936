import { Controller, type UseFormReturn } from 'react-hook-form'
import { Switch } from '../../ui/switch.tsx'
import { followStart } from '../recurrence/follow-start.ts'
import { RepeatField } from '../recurrence/repeat-field.tsx'
import { TimeZoneField } from '../time-zone/time-zone-field.tsx'
import type { CalendarEvent } from './calendar-event.ts'
import { DateTimeField } from './date-time-field.tsx'
import { endAfterMove, type EventFormValues } from './event-form-values.ts'
import { ruleStartOfEvent } from './series-rule.ts'
import { useRuleStart } from './use-rule-start.ts'

interface TimeFieldsProps {
  form: UseFormReturn<EventFormValues>
  /** What the form was filled with; null for a new event. */
  event: CalendarEvent | null
  /** What is wrong with the rule by the server, while it is typed. */
  recurrenceProblem: string | undefined
}

/** When an event is, and how it repeats. Its end and its rule follow its start. */
export function TimeFields({ form, event, recurrenceProblem }: TimeFieldsProps) {
  const { control, formState, getValues, setValue } = form
  const { errors } = formState
  const allDay = form.watch('allDay')
  const { start, follow } = useRuleStart(form, event)
  const stored = event?.recurrence ?? ''
  return (
    <>
      <div className="flex flex-col gap-3">
        <Controller
          control={control}
          name="startsAt"
          render={({ field }) => (
            <DateTimeField
              ref={field.ref}
              legend="Start"
              value={field.value}
              hasTime={!allDay}
              error={errors.startsAt?.message}
              onChange={(startsAt) => {
                setValue('endsAt', endAfterMove(getValues(), startsAt), { shouldValidate: formState.isSubmitted })
                follow({ startsAt })
                field.onChange(startsAt)
              }}
            />
          )}
        />
        <Controller
          control={control}
          name="endsAt"
          render={({ field }) => (
            <DateTimeField
              ref={field.ref}
              legend="End"
              value={field.value}
              hasTime={!allDay}
              error={errors.endsAt?.message}
              onChange={field.onChange}
            />
          )}
        />
        <Controller
          control={control}
          name="allDay"
          render={({ field }) => (
            <Switch
              label="All day"
              isOn={field.value}
              onChange={(isAllDay) => {
                follow({ allDay: isAllDay })
                field.onChange(isAllDay)
              }}
            />
          )}
        />
      </div>
      <Controller
        control={control}
        name="timeZone"
        render={({ field }) => (
          <TimeZoneField
            label="Time zone"
            value={field.value}
            onChange={(timeZone) => {
              follow({ timeZone })
              field.onChange(timeZone)
            }}
            error={errors.timeZone?.message}
          />
        )}
      />
      <Controller
        control={control}
        name="recurrence"
        render={({ field }) => (
          <RepeatField
            ref={field.ref}
            value={field.value}
            dates={event ? followStart(stored, ruleStartOfEvent(event), start) : ''}
            start={start}
            onChange={field.onChange}
            error={errors.recurrence?.message ?? recurrenceProblem}
          />
        )}
      />
    </>
  )
}
