import { MAX_OCCURRENCES, type RecurrenceRule } from '@astralis/core/recurrence/recurrence-rule'
import { formatWall } from '@astralis/core/recurrence/wall-time'
import { Input } from '../../ui/input.tsx'
import { NumberInput } from '../../ui/number-input.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { endOf, lastDateOf, untilOf, withEnd } from './rule-end.ts'
import type { RuleStart } from './rule-start.ts'

const ENDS = [
  { value: 'never', label: 'Never' },
  { value: 'date', label: 'On a date' },
  { value: 'count', label: 'After' },
] as const

const DATE_LENGTH = 'YYYY-MM-DD'.length

interface RepeatEndProps {
  rule: RecurrenceRule
  start: RuleStart
  onChange: (rule: RecurrenceRule) => void
}

/** Until when an event repeats. */
export function RepeatEnd({ rule, start, onChange }: RepeatEndProps) {
  return (
    <div className="flex flex-col gap-1.5">
      <p aria-hidden className="text-[0.8125rem] font-medium text-ink">
        Ends
      </p>
      <div className="flex flex-wrap items-center gap-2">
        <Segmented
          label="Ends"
          value={endOf(rule)}
          options={ENDS}
          onChange={(end) => onChange(withEnd(rule, end, start))}
        />
        {rule.until !== null && (
          <Input
            type="date"
            aria-label="Last day"
            min={formatWall(start.wall).slice(0, DATE_LENGTH)}
            value={lastDateOf(rule.until, start)}
            onChange={({ target }) => {
              if (target.value.length === DATE_LENGTH)
                onChange({ ...rule, until: untilOf(target.value, start.timeZone) })
            }}
            className="max-w-40"
          />
        )}
        {rule.count !== null && (
          <span className="flex items-center gap-2 text-ink">
            <NumberInput
              aria-label="How many times"
              value={rule.count}
              min={1}
              max={MAX_OCCURRENCES}
              onChange={(count) => onChange({ ...rule, count })}
              className="max-w-20"
            />
            times
          </span>
        )}
      </div>
    </div>
  )
}
