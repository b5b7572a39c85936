import { FREQUENCIES, type RecurrenceRule } from '@astralis/core/recurrence/recurrence-rule'
import { NumberInput } from '../../ui/number-input.tsx'
import { Select } from '../../ui/select.tsx'
import { PlaceSelect } from './place-select.tsx'
import { daysFrom, withDays, type RepeatDays } from './repeat-days.ts'
import { RepeatEnd } from './repeat-end.tsx'
import type { RuleStart } from './rule-start.ts'
import { WeekdayToggles } from './weekday-toggles.tsx'

const UNITS = { DAILY: 'day', WEEKLY: 'week', MONTHLY: 'month', YEARLY: 'year' }
const MAX_INTERVAL = 999

interface RepeatEditorProps {
  rule: RecurrenceRule
  /** The days of that rule. */
  days: RepeatDays
  start: RuleStart
  onChange: (rule: RecurrenceRule) => void
}

/** How often, on which days, and until when. */
export function RepeatEditor({ rule, days, start, onChange }: RepeatEditorProps) {
  const { interval } = rule
  const changeDays = (next: RepeatDays) => onChange(withDays(rule, next))
  return (
    <div role="group" aria-label="Custom repetition" className="flex flex-col gap-4 rounded-lg border border-line p-3">
      <div className="flex items-center gap-2 text-ink">
        Every
        <NumberInput
          aria-label="Interval"
          value={interval}
          min={1}
          max={MAX_INTERVAL}
          onChange={(every) => onChange(withDays(rule, days, every))}
          className="max-w-20"
        />
        <Select
          aria-label="Unit"
          value={days.frequency}
          onChange={(event) => {
            const frequency = FREQUENCIES.find((one) => one === event.target.value)
            if (frequency) changeDays(daysFrom(frequency, start.wall))
          }}
          className="flex-1"
        >
          {FREQUENCIES.map((frequency) => (
            <option key={frequency} value={frequency}>
              {interval === 1 ? UNITS[frequency] : `${UNITS[frequency]}s`}
            </option>
          ))}
        </Select>
      </div>
      {days.frequency === 'WEEKLY' && (
        <WeekdayToggles value={days.weekdays} onChange={(weekdays) => changeDays({ ...days, weekdays })} />
      )}
      {(days.frequency === 'MONTHLY' || days.frequency === 'YEARLY') && (
        <PlaceSelect days={days} start={start.wall} onChange={changeDays} />
      )}
      <RepeatEnd rule={rule} start={start} onChange={onChange} />
    </div>
  )
}
