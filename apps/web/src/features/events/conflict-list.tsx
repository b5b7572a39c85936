import type { EventConflict } from './calendar-event.ts'
import { conflictLine, type Person } from './conflict-text.ts'

interface ConflictListProps {
  conflicts: readonly EventConflict[]
  people: readonly Person[]
  ownEmail: string
  timeZone: string
}

/** Who, what and when, a line for each conflict. */
export function ConflictList({ conflicts, people, ownEmail, timeZone }: ConflictListProps) {
  return (
    <ul className="flex flex-col gap-1.5">
      {conflicts.map((conflict) => {
        const { who, what, when } = conflictLine(conflict, people, ownEmail, timeZone)
        return (
          <li key={conflict.eventId} className="min-w-0 wrap-anywhere">
            <span className="font-semibold">{what}</span>
            <span className="block">{when}</span>
            <span className="block">Needed in both: {who}</span>
          </li>
        )
      })}
    </ul>
  )
}
