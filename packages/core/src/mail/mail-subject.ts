import { headerLine, shorten } from './clean-words.ts'
import type { MailContent, EventMailKind } from './mail-content.ts'
import { tellRemaining } from './tell-remaining.ts'
import { firstTimes } from './tell-series.ts'
import { tellStart } from './tell-time.ts'

const BEGINNINGS = {
  invitation: 'Invitation',
  update: 'Updated',
  cancellation: 'Cancelled',
  removal: 'You are no longer taking part',
  reminder: 'Reminder',
} as const satisfies Record<EventMailKind, string>

const MAX_LENGTH = 200

/**
 * Such as `Invitation: Planning, Tue 10 Mar 2026 10:00 (Europe/Berlin)`, of at most 200 characters; a long title is cut,
 * the time never is.
 */
export function subjectOf({ kind, event, recipient: { timeZone }, writtenAt }: MailContent): string {
  const beginning = `${BEGINNINGS[kind]}: `
  const remaining = kind === 'reminder' ? (tellRemaining(event, writtenAt, timeZone) ?? 'has begun') : null
  const end = remaining === null ? `, ${startOf(event, timeZone)}` : ` ${remaining}`
  const title = headerLine(event.title) || '(no title)'
  return `${beginning}${shorten(title, MAX_LENGTH - beginning.length - end.length)}${end}`
}

function startOf(event: MailContent['event'], timeZone: string): string {
  const start = tellStart(firstTimes(event), timeZone)
  return event.recurrence === null ? start : `repeating from ${start}`
}
