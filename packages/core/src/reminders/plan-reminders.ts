import type { Event } from '../events/event.ts'
import type { Temporal } from '../temporal.ts'
import { ALL_DAY_OFFSETS_MINUTES, DEFAULT_OFFSETS_MINUTES } from './reminder-offsets.ts'

/** What reminders depend on. */
export type RemindedEvent = Pick<
  Event,
  'id' | 'version' | 'startsAt' | 'allDay' | 'status' | 'source' | 'seriesId' | 'reminderOffsetsMinutes'
> & { participants: readonly Pick<Event['participants'][number], 'email' | 'status'>[] }

export interface PlannedReminder {
  eventId: string
  eventVersion: number
  uid: string
  recipientEmail: string
  offsetMinutes: number
  dueAt: Temporal.Instant
}

/** What people have set for themselves, by address; guests and who has set nothing get the usual (F2). */
export type OwnOffsets = ReadonlyMap<string, readonly number[]>

/** All reminders of an event, whether their time is past or to come; none of one that does not take place. */
export function planReminders(event: RemindedEvent, own: OwnOffsets): PlannedReminder[] {
  if (!isReminded(event)) return []
  return event.participants
    .filter(({ status }) => status !== 'declined')
    .flatMap(({ email }) =>
      offsetsFor(event, own.get(email) ?? DEFAULT_OFFSETS_MINUTES).map((offsetMinutes) => ({
        eventId: event.id,
        eventVersion: event.version,
        uid: event.seriesId ?? event.id,
        recipientEmail: email,
        offsetMinutes,
        dueAt: event.startsAt.subtract({ minutes: offsetMinutes }),
      })),
    )
}

/** What takes place, and is ours to remind of: a linked calendar reminds of its own events. */
export function isReminded({ status, source }: Pick<Event, 'status' | 'source'>): boolean {
  return source === 'internal' && status !== 'CANCELLED' && status !== 'COMPLETED'
}

function offsetsFor({ reminderOffsetsMinutes, allDay }: RemindedEvent, own: readonly number[]): readonly number[] {
  if (reminderOffsetsMinutes) return reminderOffsetsMinutes
  return allDay && own.length > 0 ? ALL_DAY_OFFSETS_MINUTES : own
}
