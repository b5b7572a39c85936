import { WEEKDAYS, type Weekday } from '@astralis/core/recurrence/recurrence-rule'
import { Temporal } from '@astralis/core/temporal'
import { formatWeekday } from '../../lib/format-time.ts'
import { FIRST_DAY_OF_WEEK } from '../../lib/locale.ts'

interface WeekdayTogglesProps {
  value: readonly Weekday[]
  onChange: (weekdays: readonly Weekday[]) => void
}

const FROM_FIRST = [...WEEKDAYS.slice(FIRST_DAY_OF_WEEK - 1), ...WEEKDAYS.slice(0, FIRST_DAY_OF_WEEK - 1)]
const MONDAY = Temporal.PlainDate.from('1970-01-05')

/** The days of a week on which an event repeats; the last one stays, because there must be one. */
export function WeekdayToggles({ value, onChange }: WeekdayTogglesProps) {
  const toggle = (weekday: Weekday) => {
    const others = value.filter((known) => known !== weekday)
    if (others.length === value.length) onChange([...value, weekday])
    else if (others.length > 0) onChange(others)
  }
  return (
    <div role="group" aria-label="Repeats on" className="grid grid-cols-7 gap-1">
      {FROM_FIRST.map((weekday) => (
        <button
          key={weekday}
          type="button"
          aria-pressed={value.includes(weekday)}
          onClick={() => toggle(weekday)}
          className="h-9 rounded-md border border-line-strong bg-surface text-xs font-medium text-muted transition-colors hover:bg-hover hover:text-ink aria-pressed:border-primary aria-pressed:bg-primary aria-pressed:text-on-primary"
        >
          <span aria-hidden>{nameOf(weekday, 'short')}</span>
          <span className="sr-only">{nameOf(weekday, 'long')}</span>
        </button>
      ))}
    </div>
  )
}

function nameOf(weekday: Weekday, width: 'long' | 'short'): string {
  return formatWeekday(MONDAY.add({ days: WEEKDAYS.indexOf(weekday) }), width)
}
