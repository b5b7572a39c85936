import type { DateOverride } from '@astralis/core/time/working-hours'
import type { Temporal } from '@astralis/core/temporal'
import { CalendarOff, Plus } from 'lucide-react'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { removed, replaced } from './availability-values.ts'
import { OverrideRow } from './override-row.tsx'

interface DateOverridesProps {
  overrides: readonly DateOverride[]
  today: Temporal.PlainDate
  problems: Record<string, string>
  onChange: (overrides: DateOverride[]) => void
}

/** Days that are not like the others of their kind: a holiday, or hours on a free day. */
export function DateOverrides({ overrides, today, problems, onChange }: DateOverridesProps) {
  const add = () => onChange([...overrides, { date: freeDate(overrides, today), ranges: [] }])
  return (
    <Card
      title="Single dates"
      lead="A day off or other hours, in place of the weekly ones."
      actions={
        <Button size="small" onClick={add}>
          <Plus aria-hidden className="size-4" />
          Add a date
        </Button>
      }
    >
      {overrides.length === 0 ? (
        <p className="flex items-center gap-2 text-muted">
          <CalendarOff aria-hidden className="size-4" />
          No single dates yet.
        </p>
      ) : (
        <ul className="flex flex-col">
          {overrides.map((override, index) => (
            <OverrideRow
              key={index}
              override={override}
              path={`overrides.${index}`}
              problems={problems}
              onChange={(patch) => onChange(replaced(overrides, index, patch))}
              onRemove={() => onChange(removed(overrides, index))}
            />
          ))}
        </ul>
      )}
    </Card>
  )
}

/** The first date from tomorrow that is not in the list yet. */
function freeDate(overrides: readonly DateOverride[], today: Temporal.PlainDate): string {
  const taken = new Set(overrides.map(({ date }) => date))
  let date = today.add({ days: 1 })
  while (taken.has(date.toString())) date = date.add({ days: 1 })
  return date.toString()
}
