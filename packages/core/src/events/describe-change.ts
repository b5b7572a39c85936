import { Temporal } from '../temporal.ts'
import type { EventDraft } from './draft-event.ts'
import type { Event } from './event.ts'

/** The fields of an event that people set or see; bookkeeping such as `updatedAt` is left out. */
const LOGGED = [
  'title',
  'description',
  'startsAt',
  'endsAt',
  'allDay',
  'timeZone',
  'location',
  'meetingLink',
  'showsAs',
  'status',
  'recurrence',
  'suggestion',
  'reminderOffsetsMinutes',
  'participants',
] as const satisfies (keyof Event)[]

/** What names an event, and says whose it is: in every entry, so that it can be read when the event is gone. */
const NAMING = ['title', 'source'] as const satisfies (keyof Event)[]

type Snapshot = Record<string, unknown>

/** All logged fields of an event, for the entry of its creation or deletion. */
export function snapshotEvent(
  event: Omit<Pick<Event, (typeof LOGGED)[number] | 'source'>, 'participants'> & Pick<EventDraft, 'participants'>,
): Snapshot {
  return { ...Object.fromEntries(LOGGED.map((field) => [field, toWire(event[field])])), source: event.source }
}

/**
 * The logged fields that differ, before and after, with what names the event, and how far the change went; null when
 * there was none.
 */
export function describeChange(
  before: Event,
  after: Event,
  reach: Snapshot = {},
): { before: Snapshot; after: Snapshot } | null {
  const changed = LOGGED.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
  if (changed.length === 0) return null
  const kept = [...NAMING, ...changed]
  return {
    before: Object.fromEntries(kept.map((field) => [field, toWire(before[field])])),
    after: { ...Object.fromEntries(kept.map((field) => [field, toWire(after[field])])), ...reach },
  }
}

function toWire(value: unknown): unknown {
  return value instanceof Temporal.Instant ? value.toString() : value
}
