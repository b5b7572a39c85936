import type { AvailabilityRule } from '@astralis/core/availability/availability'
import type { DayOfWeek } from '@astralis/core/time/working-hours'
import { Plus } from 'lucide-react'
import { Checkbox } from '../../ui/checkbox.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { CompactSwitch } from '../../ui/switch.tsx'
import { copiedTo, removed, replaced, rulesOf, withDay, withRange } from './availability-values.ts'
import { CopyDay } from './copy-day.tsx'
import { dayAfter, dayName } from './days.ts'
import { RangeRow } from './range-row.tsx'

interface DayHoursProps {
  day: DayOfWeek
  /** Those of the whole week. */
  rules: readonly AvailabilityRule[]
  problems: Record<string, string>
  onChange: (rules: AvailabilityRule[]) => void
}

/** The hours of one day of the week. */
export function DayHours({ day, rules, problems, onChange }: DayHoursProps) {
  const name = dayName(day)
  const own = rulesOf(rules, day)
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-2.5 border-t border-line py-3 first:border-t-0 first:pt-0 last:pb-0 sm:grid-cols-[9.5rem_minmax(0,1fr)_auto]">
      <div className="flex h-10 items-center">
        <CompactSwitch
          label={name}
          isOn={own.some(({ rule }) => rule.isActive)}
          onChange={(isOn) => onChange(withDay(rules, day, isOn))}
        />
      </div>
      <ul className="flex min-w-0 flex-col gap-2 max-sm:order-last max-sm:col-span-2">
        {own.map(({ rule, index }, place) => {
          const rangeName = `range ${place + 1} on ${name}`
          const change = (patch: Partial<AvailabilityRule>) => onChange(replaced(rules, index, patch))
          return (
            <RangeRow
              key={index}
              name={rangeName}
              range={rule}
              nextDay={`on ${dayName(dayAfter(day))}`}
              problem={problems[`rules.${index}.startTime`] ?? problems[`rules.${index}.endTime`]}
              toggle={
                own.length > 1 ? (
                  <label className="-ms-1 grid h-10 w-7 shrink-0 cursor-pointer place-content-center">
                    <Checkbox
                      checked={rule.isActive}
                      onChange={(event) => change({ isActive: event.target.checked })}
                      aria-label={`Use ${rangeName}`}
                    />
                  </label>
                ) : (
                  <span className="w-6 shrink-0 max-sm:hidden" />
                )
              }
              onChange={change}
              onRemove={() => onChange(removed(rules, index))}
            />
          )
        })}
        {own.length === 0 && <li className="flex items-center text-muted sm:h-10 sm:ps-8">Not available</li>}
      </ul>
      <div className="flex h-10 items-center">
        <IconButton
          icon={Plus}
          label={`Add hours on ${name}`}
          onClick={() => onChange(withRange(rules, day))}
          className="size-8"
        />
        <CopyDay day={day} onCopy={(days) => onChange(copiedTo(rules, day, days))} />
      </div>
    </li>
  )
}
