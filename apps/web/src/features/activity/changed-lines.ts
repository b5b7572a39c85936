import { changedFields } from './event-action.ts'
import { fieldLabel } from './field-label.ts'
import { valueText } from './value-text.ts'
import type { LogEntry, Snapshot } from './log-entry.ts'

/** A field that changed, in words; null where there was nothing. */
export interface ChangedLine {
  label: string
  before: string | null
  after: string | null
}

/** What changed, field by field; of what was made or deleted, all that it had. */
export function changedLines(
  { before, after }: Pick<LogEntry, 'before' | 'after'>,
  timeZone: string,
  locale?: string,
): ChangedLine[] {
  const text = (snapshot: Snapshot | null, field: string) =>
    snapshot && valueText(field, snapshot[field], { snapshot, timeZone, locale })
  return inOrder(changedFields(before, after)).flatMap((field) => {
    const line = { label: fieldLabel(field), before: text(before, field), after: text(after, field) }
    return line.before === line.after ? [] : [line]
  })
}

/** As on the page of an event; the database keeps no order. */
const FIRST = ['title', 'name', 'email', 'role', 'status', 'startsAt', 'endsAt', 'allDay', 'timeZone', 'recurrence']

function inOrder(fields: readonly string[]): string[] {
  return fields.toSorted((one, other) => rankOf(one) - rankOf(other))
}

function rankOf(field: string): number {
  return FIRST.includes(field) ? FIRST.indexOf(field) : FIRST.length
}
