import { EVENT_SOURCES, type EventSource } from '../events/event.ts'
import type { Ownership } from '../events/visibility.ts'
import type { Snapshot } from './log-entry.ts'

/** What decides who may read an entry. */
export interface RecordedEntry {
  /** Null for the system, and for guests. */
  actorId: string | null
  action: string
  entity: string
  before: Snapshot | null
  after: Snapshot | null
}

/** What is in a linked calendar never began with these. */
const MADE_HERE = new Set(['event.created', 'series.created'])

/**
 * Whose the event of an entry is, or was; null where nothing says it. Once it is known to have been in a linked calendar,
 * that stands.
 */
export function ownershipOf(entry: RecordedEntry, event: Ownership | null): Ownership | null {
  const held = sourceHeld(entry)
  const source = held === null || held === 'internal' ? (event?.source ?? held) : held
  if (source === null) return null
  const { createdBy, participants } = event ?? { createdBy: null, participants: participantsHeld(entry) }
  return { source, createdBy, participants }
}

function sourceHeld({ action, before, after }: RecordedEntry): EventSource | null {
  if (MADE_HERE.has(action)) return 'internal'
  const said = after?.['source'] ?? before?.['source']
  return EVENT_SOURCES.find((source) => source === said) ?? null
}

function participantsHeld({ before, after }: RecordedEntry): { email: string }[] {
  const said = after?.['participants'] ?? before?.['participants']
  return Array.isArray(said) ? said.filter(hasEmail) : []
}

function hasEmail(value: unknown): value is { email: string } {
  return typeof value === 'object' && value !== null && 'email' in value && typeof value.email === 'string'
}
