import type { MailStatus, SkipReason } from '../mail/mail.ts'
import { Temporal } from '../temporal.ts'
import {
  isReminded,
  type OwnOffsets,
  type PlannedReminder,
  planReminders,
  type RemindedEvent,
} from './plan-reminders.ts'

/** A reminder that is written already, and was not skipped. */
export interface StoredReminder {
  id: string
  eventId: string
  recipientEmail: string
  offsetMinutes: number
  dueAt: Temporal.Instant
  status: MailStatus
}

export interface ReminderChanges {
  /** Those that are still right, for the event's present version. */
  kept: { id: string; eventVersion: number }[]
  skipped: { id: string; reason: SkipReason }[]
  added: PlannedReminder[]
}

interface Replanning {
  /** As they are now. */
  events: readonly RemindedEvent[]
  stored: readonly StoredReminder[]
  own: OwnOffsets
  now: Temporal.Instant
}

/**
 * What a change of events does to their reminders (F4). One whose person and time are as before stays, even if it is
 * late; the others that wait are skipped, and new ones are planned, if their time is yet to come.
 */
export function replanReminders({ events, stored, own, now }: Replanning): ReminderChanges {
  const wanted = events.flatMap((event) => planReminders(event, own))
  const wantedByKey = new Map(wanted.map((reminder) => [keyOf(reminder), reminder]))
  const takingPart = new Set(
    events.flatMap(({ id, participants }) => whoTakesPart(participants).map((email) => `${id} ${email}`)),
  )
  const live = new Set(events.filter(isReminded).map(({ id }) => id))
  const known = new Set(stored.map(keyOf))
  const changes: ReminderChanges = {
    kept: [],
    skipped: [],
    added: wanted.filter(
      (reminder) => !known.has(keyOf(reminder)) && Temporal.Instant.compare(reminder.dueAt, now) > 0,
    ),
  }
  for (const reminder of stored) {
    if (reminder.status !== 'PENDING') continue
    const match = wantedByKey.get(keyOf(reminder))
    if (match) changes.kept.push({ id: reminder.id, eventVersion: match.eventVersion })
    else changes.skipped.push({ id: reminder.id, reason: reasonFor(reminder, live, takingPart) })
  }
  return changes
}

function reasonFor(
  { eventId, recipientEmail }: StoredReminder,
  live: Set<string>,
  takingPart: Set<string>,
): SkipReason {
  if (!live.has(eventId)) return 'CANCELLED'
  return takingPart.has(`${eventId} ${recipientEmail}`) ? 'CHANGED' : 'NOT_TAKING_PART'
}

function keyOf({ eventId, recipientEmail, offsetMinutes, dueAt }: Omit<StoredReminder, 'id' | 'status'>): string {
  return `${eventId} ${recipientEmail} ${offsetMinutes} ${dueAt.epochMilliseconds}`
}

function whoTakesPart(participants: RemindedEvent['participants']): string[] {
  return participants.filter(({ status }) => status !== 'declined').map(({ email }) => email)
}
