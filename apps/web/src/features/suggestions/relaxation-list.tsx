import { Link } from '@tanstack/react-router'
import { Lightbulb } from 'lucide-react'
import { formatDate } from '../../lib/format-time.ts'
import { Temporal } from '@astralis/core/temporal'
import { Button } from '../../ui/button.tsx'
import { relaxationText } from './relaxation-text.ts'
import { changeOf } from './relax-values.ts'
import type { SuggestValues } from './suggest-values.ts'
import type { Relaxation } from './suggestions.ts'

interface RelaxationListProps {
  relaxations: readonly Relaxation[]
  values: SuggestValues
  nameOf: (email: string) => string
  onApply: (patch: Partial<SuggestValues>, relaxation: Relaxation) => void
}

/** The nearest changes that would make room, each one press away. */
export function RelaxationList({ relaxations, values, nameOf, onApply }: RelaxationListProps) {
  if (relaxations.length === 0) return null
  return (
    <section aria-label="What would help" className="flex flex-col gap-2">
      <h3 className="flex items-center gap-2 text-[0.8125rem] font-semibold text-heading">
        <Lightbulb aria-hidden className="size-4 text-warning" />
        What would help
      </h3>
      <ul className="flex flex-col">
        {relaxations.map((relaxation) => (
          <li
            key={`${relaxation.kind} ${relaxation.startsAt}`}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-t border-line py-2.5 first:border-t-0"
          >
            <span className="min-w-0 flex-1 basis-48 text-ink">
              {relaxationText(relaxation, values.timeZone, nameOf)}
            </span>
            {relaxation.kind === 'MOVE_EVENT' ? (
              <Link
                to="/calendar"
                search={{
                  view: 'week',
                  people: 'everyone',
                  date: dateOf(relaxation.startsAt, values.timeZone).toString(),
                }}
                className="inline-flex h-8 items-center rounded-md font-medium text-primary underline-offset-2 hover:underline"
              >
                Open the calendar
              </Link>
            ) : (
              <Button size="small" onClick={() => onApply(changeOf(relaxation, values), relaxation)}>
                {labelOf(relaxation, values, nameOf)}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function labelOf(relaxation: Relaxation, values: SuggestValues, nameOf: (email: string) => string): string {
  const change = changeOf(relaxation, values)
  if (change.minutes !== undefined) return `Make it ${change.minutes} minutes`
  if (change.to !== undefined && change.to !== '')
    return `Search until ${formatDate(Temporal.PlainDate.from(change.to), 'short')}`
  const { email } = relaxation.facts
  if (change.people && typeof email === 'string') return `Make ${nameOf(email)} optional`
  return 'Look at this time'
}

function dateOf(instant: string, timeZone: string): Temporal.PlainDate {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDate()
}
