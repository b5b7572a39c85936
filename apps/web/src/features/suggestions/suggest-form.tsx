import type { TimeOfDay } from '@astralis/core/slots/suggestion'
import { Field, FieldError } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'
import { Select } from '../../ui/select.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import type { Member } from '../events/calendar-event.ts'
import { ParticipantsField } from '../events/participants-field.tsx'
import { TimeZoneField } from '../time-zone/time-zone-field.tsx'
import { readRepeat, REPEATS } from './suggest-repeats.ts'
import type { SuggestValues } from './suggest-values.ts'

const TIMES_OF_DAY = [
  { value: 'any', label: 'Any' },
  { value: 'morning', label: 'Morning' },
  { value: 'afternoon', label: 'Afternoon' },
  { value: 'evening', label: 'Evening' },
] as const satisfies { value: TimeOfDay | 'any'; label: string }[]

const LENGTHS = [15, 30, 45, 60, 90]

interface SuggestFormProps {
  values: SuggestValues
  /** Field path of the question to message. */
  problems: Record<string, string>
  members: readonly Member[]
  ownEmail: string
  /** Addresses of those who have not joined yet. */
  invited: readonly string[]
  /** What the event is called unless somebody says otherwise. */
  defaultTitle: string
  onChange: (patch: Partial<SuggestValues>) => void
}

/** Who meets, for how long and when. Every change searches anew. */
export function SuggestForm(props: SuggestFormProps) {
  const { values, problems, members, ownEmail, invited, defaultTitle, onChange } = props
  const nameOf = (email: string) => members.find((member) => member.email === email)?.name ?? null
  const peopleProblem = Object.entries(problems).find(([path]) => path.startsWith('participants'))?.[1]
  return (
    <form
      aria-label="What to search for"
      noValidate
      onSubmit={(event) => event.preventDefault()}
      className="flex flex-col gap-5 rounded-lg border border-line bg-surface p-4 sm:p-5 lg:sticky lg:top-6 lg:max-h-[calc(100dvh-7rem)] lg:overflow-y-auto"
    >
      <ParticipantsField
        label="People"
        value={values.people.map((person) => ({
          ...person,
          name: nameOf(person.email),
          isOrganizer: false,
          status: 'pending',
        }))}
        onChange={(people) => onChange({ people: people.map(({ email, isOptional }) => ({ email, isOptional })) })}
        members={members}
        ownEmail={ownEmail}
        invited={invited}
        error={peopleProblem}
      />
      <Field label="Length in minutes" error={problems['durationMinutes']}>
        {(control) => (
          <div className="flex flex-col gap-2">
            <Input
              {...control}
              type="number"
              inputMode="numeric"
              min={15}
              max={480}
              step={15}
              value={Number.isNaN(values.minutes) ? '' : values.minutes}
              onChange={(event) => onChange({ minutes: event.target.valueAsNumber })}
            />
            <div role="group" aria-label="Usual lengths" className="flex flex-wrap gap-1.5">
              {LENGTHS.map((minutes) => (
                <button
                  key={minutes}
                  type="button"
                  aria-pressed={minutes === values.minutes}
                  aria-label={`${minutes} minutes`}
                  onClick={() => onChange({ minutes })}
                  className="h-7 min-w-11 rounded-md border border-line px-2 text-xs font-medium text-muted transition-colors hover:bg-hover hover:text-ink aria-pressed:border-primary aria-pressed:bg-primary-soft aria-pressed:text-on-primary-soft"
                >
                  {minutes}
                </button>
              ))}
            </div>
          </div>
        )}
      </Field>
      <DayRange values={values} problem={problems['range.to'] ?? problems['range.from']} onChange={onChange} />
      <div className="flex flex-col gap-1.5">
        <p aria-hidden className="text-[0.8125rem] font-medium text-ink">
          Preferred time of day
        </p>
        <div className="flex *:grow">
          <Segmented
            label="Preferred time of day"
            value={values.timeOfDay ?? 'any'}
            options={TIMES_OF_DAY}
            onChange={(time) => onChange({ timeOfDay: time === 'any' ? null : time })}
            isTight
          />
        </div>
      </div>
      <Field label="Repeat" error={problems['recurrence']}>
        {(control) => (
          <Select
            {...control}
            value={values.repeat ?? ''}
            onChange={(event) => onChange({ repeat: readRepeat(event.target.value) })}
          >
            <option value="">Does not repeat</option>
            {Object.entries(REPEATS).map(([value, { label }]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <TimeZoneField
        label="Time zone"
        value={values.timeZone}
        onChange={(timeZone) => onChange({ timeZone })}
        error={problems['timeZone']}
      />
      <Field label="Title of the event" isOptional>
        {(control) => (
          <Input
            {...control}
            value={values.title ?? ''}
            maxLength={200}
            placeholder={defaultTitle}
            onChange={(event) => onChange({ title: event.target.value || null })}
          />
        )}
      </Field>
    </form>
  )
}

interface DayRangeProps {
  values: Pick<SuggestValues, 'from' | 'to'>
  problem: string | undefined
  onChange: (patch: Partial<SuggestValues>) => void
}

function DayRange({ values: { from, to }, problem, onChange }: DayRangeProps) {
  const noteId = 'day-range-note'
  const note = { 'aria-invalid': Boolean(problem), 'aria-describedby': problem && noteId }
  return (
    <fieldset className="flex min-w-0 flex-col gap-1.5">
      <legend className="mb-1.5 text-[0.8125rem] font-medium text-ink">Between</legend>
      <div className="flex items-center gap-2">
        <Input
          {...note}
          type="date"
          aria-label="First day"
          value={from}
          onChange={(event) => onChange({ from: event.target.value })}
          className="px-2.5"
        />
        <span aria-hidden className="text-muted">
          –
        </span>
        <Input
          {...note}
          type="date"
          aria-label="Last day"
          value={to}
          onChange={(event) => onChange({ to: event.target.value })}
          className="px-2.5"
        />
      </div>
      {problem && <FieldError id={noteId} message={problem} />}
    </fieldset>
  )
}
