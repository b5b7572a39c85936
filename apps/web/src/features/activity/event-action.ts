import type { LogEntry, Snapshot } from './log-entry.ts'

/** `moved`, `renamed`, `restored`, or only `changed`: what an edit of an event came to. */
export function describeUpdate({ before, after }: Pick<LogEntry, 'before' | 'after'>): string {
  const changed = changedFields(before, after)
  const isOnly = (...fields: string[]) => changed.length > 0 && changed.every((field) => fields.includes(field))
  if (before?.['status'] === 'CANCELLED') return 'took back the cancellation of *'
  if (isOnly('title')) return 'renamed *'
  if (isOnly('startsAt', 'endsAt', 'allDay', 'timeZone', 'recurrence', 'status', 'suggestion'))
    return changed.includes('startsAt') || changed.includes('endsAt') ? 'moved *' : 'changed *'
  return 'changed *'
}

const ANSWERS: Record<string, string> = {
  accepted: 'said yes to *',
  tentative: 'said maybe to *',
  declined: 'said no to *',
}

/** `said no to`: the answer of the one whose answer is another one now. */
export function describeAnswer({ before, after }: Pick<LogEntry, 'before' | 'after'>): string {
  const earlier = answersOf(before)
  const changed = [...answersOf(after)].filter(([email, status]) => earlier.get(email) !== status)
  const [answer] = changed
  return (changed.length === 1 && answer && ANSWERS[answer[1]]) || 'answered the invitation to *'
}

function answersOf(snapshot: Snapshot | null): Map<string, string> {
  const people: unknown = snapshot?.['participants']
  const found = new Map<string, string>()
  if (!Array.isArray(people)) return found
  for (const person of people as unknown[]) {
    if (typeof person !== 'object' || person === null || !('email' in person) || !('status' in person)) continue
    if (typeof person.email === 'string' && typeof person.status === 'string') found.set(person.email, person.status)
  }
  return found
}

/** The fields that differ. */
export function changedFields(before: Snapshot | null, after: Snapshot | null): string[] {
  const fields = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])
  return [...fields].filter((field) => JSON.stringify(before?.[field]) !== JSON.stringify(after?.[field]))
}
