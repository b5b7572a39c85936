import type { RecurrenceRule } from '@astralis/core/recurrence/recurrence-rule'
import { useState, type Ref } from 'react'
import { Repeat } from 'lucide-react'
import { Button } from '../../ui/button.tsx'
import { Field, FieldError } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { recurrenceText } from './recurrence-text.ts'
import { daysFrom, readDays, withDays } from './repeat-days.ts'
import { RepeatEditor } from './repeat-editor.tsx'
import { DAILY, findPreset, presetsFrom } from './repeat-presets.ts'
import { readLines, withRule } from './rule-lines.ts'
import type { RuleStart } from './rule-start.ts'

interface RepeatFieldProps {
  /** RRULE, RDATE and EXDATE lines; empty for an event that does not repeat. */
  value: string
  /** Lines with dates that were added or left out one by one, which stay so whatever rule is chosen. */
  dates: string
  start: RuleStart
  onChange: (lines: string) => void
  error?: string | undefined
  ref?: Ref<HTMLSelectElement>
}

const NEVER = ''
const CUSTOM = 'custom'

/** Whether and how an event repeats: the usual rules in a list, all others in an editor. */
export function RepeatField({ value, dates, start, onChange, error, ref }: RepeatFieldProps) {
  const [isCustom, setIsCustom] = useState(false)
  const { rule } = readLines(value, start)
  const days = rule && readDays(rule, start.wall)
  const presets = presetsFrom(start.wall)
  const preset = rule ? findPreset(presets, rule, start.wall) : undefined
  const hasEditor = rule !== null && days !== null && (isCustom || !preset)
  const change = (next: RecurrenceRule) => onChange(withRule(dates, next, start))
  const edit = (next: RecurrenceRule) => {
    setIsCustom(true)
    change(next)
  }
  const weekly = withDays(DAILY, daysFrom('WEEKLY', start.wall))

  if (value !== NEVER && !days)
    return <FixedRepeat text={recurrenceText(value, start)} error={error} onChange={() => edit(weekly)} />
  return (
    <div className="flex flex-col gap-2">
      <Field label="Repeat" error={error}>
        {(field) => (
          <Select
            {...field}
            ref={ref}
            value={hasEditor ? CUSTOM : (preset?.value ?? NEVER)}
            onChange={({ target }) => {
              if (target.value === CUSTOM) return edit(rule ?? weekly)
              setIsCustom(false)
              const chosen = presets.find((one) => one.value === target.value)
              if (chosen) change(chosen.rule)
              else onChange(NEVER)
            }}
          >
            <option value={NEVER}>Does not repeat</option>
            {presets.map((one) => (
              <option key={one.value} value={one.value}>
                {one.label}
              </option>
            ))}
            <option value={CUSTOM}>Custom…</option>
          </Select>
        )}
      </Field>
      {hasEditor && <RepeatEditor rule={rule} days={days} start={start} onChange={edit} />}
      <Summary text={value === NEVER ? null : recurrenceText(value, start)} />
    </div>
  )
}

function Summary({ text }: { text: string | null }) {
  return (
    <p aria-live="polite" className="flex items-start gap-1.5 text-[0.8125rem] text-muted empty:sr-only">
      {text && (
        <>
          <Repeat aria-hidden className="mt-0.5 size-4 shrink-0" />
          {text}
        </>
      )}
    </p>
  )
}

interface FixedRepeatProps {
  text: string | null
  error: string | undefined
  onChange: () => void
}

/** A rule from elsewhere that says more than the editor can. */
function FixedRepeat({ text, error, onChange }: FixedRepeatProps) {
  return (
    <div role="group" aria-label="Repeat" className="flex flex-col gap-1.5">
      <p aria-hidden className="text-[0.8125rem] font-medium text-ink">
        Repeat
      </p>
      <div className="flex items-center justify-between gap-3">
        <p className="text-ink">{text ?? 'By a rule of its own'}</p>
        <Button size="small" onClick={onChange}>
          Change…
        </Button>
      </div>
      {error && <FieldError message={error} />}
    </div>
  )
}
