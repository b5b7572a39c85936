import { useNow } from '../../lib/use-now.ts'
import { useUser } from '../auth/use-user.ts'
import { FoundRow } from './found-row.tsx'
import { type FoundDay, groupFound } from './group-found.ts'
import type { FoundEvent } from './use-search.ts'

interface FoundEventsProps {
  events: readonly FoundEvent[]
  terms: readonly string[]
}

/** Events day by day: what is to come, soonest first, then what is over, latest first. */
export function FoundEvents({ events, terms }: FoundEventsProps) {
  const { timeZone } = useUser()
  const { coming, over } = groupFound(events, { timeZone, now: useNow() })
  return (
    <>
      {coming.length > 0 && <Days title="Coming up" days={coming} terms={terms} timeZone={timeZone} />}
      {over.length > 0 && <Days title="Earlier" days={over} terms={terms} timeZone={timeZone} />}
    </>
  )
}

interface DaysProps {
  title: string
  days: readonly FoundDay[]
  terms: readonly string[]
  timeZone: string
}

function Days({ title, days, ...rest }: DaysProps) {
  return (
    <section aria-label={title} className="flex flex-col gap-3">
      <h2 className="px-1 text-[0.8125rem] font-semibold text-heading">{title}</h2>
      {days.map(({ date, title: day, events }) => (
        <div key={date} className="flex flex-col gap-1.5">
          <h3 className="px-1 text-xs font-medium text-muted">{day}</h3>
          <ul className="overflow-hidden rounded-lg border border-line bg-surface">
            {events.map((event) => (
              <li key={event.id} className="border-t border-line first:border-t-0">
                <FoundRow event={event} {...rest} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}
