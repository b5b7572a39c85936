import { today } from '../../lib/clock.ts'
import { useUser } from '../auth/use-user.ts'
import { ActivityEntry } from './activity-entry.tsx'
import { groupByDay } from './group-by-day.ts'
import type { LogEntry } from './log-entry.ts'

/** The entries of the log, day by day. */
export function ActivityList({ entries }: { entries: readonly LogEntry[] }) {
  const { timeZone } = useUser()
  const days = groupByDay(entries, { timeZone, today: today(timeZone) })
  return days.map(({ date, title, entries: ofDay }) => (
    <section key={date} aria-label={title} className="flex flex-col gap-2">
      <h2 className="px-1 text-[0.8125rem] font-semibold text-heading">{title}</h2>
      <ol className="flex flex-col rounded-lg border border-line bg-surface">
        {ofDay.map((entry) => (
          <li key={entry.id} className="border-t border-line first:border-t-0">
            <ActivityEntry entry={entry} />
          </li>
        ))}
      </ol>
    </section>
  ))
}
