import type { Conflict, EventSource, Participant } from '../events/event.ts'
import { Temporal } from '../temporal.ts'
import { overlaps, type Span } from '../time/span.ts'

/** One person's share in a busy event that needs them. */
export interface BusyTime extends Span {
  eventId: string
  title: string
  source: EventSource
  email: string
  /** True for a CONFLICT, which waits for the time and does not take it. */
  waits: boolean
}

/** The addresses of those whose time an event takes: required, and not declined. */
export function requiredPeople(event: { participants: readonly Attendance[] }): string[] {
  return event.participants
    .filter((participant) => !participant.isOptional && participant.status !== 'declined')
    .map((participant) => participant.email)
}

/** What decides whether an event takes a participant's time. */
export type Attendance = Pick<Participant, 'email' | 'isOptional' | 'status'>

/**
 * The events that take time in `span` from one of `people`, each once with everybody it concerns, earliest first.
 * `people` are e-mail addresses, lower-cased.
 */
export function findConflicts(span: Span, people: readonly string[], busy: readonly BusyTime[]): Conflict[] {
  const concerned = new Set(people)
  const byEvent = new Map<string, Conflict>()
  for (const { email, waits, ...event } of busy) {
    if (waits || !concerned.has(email) || !overlaps(span, event)) continue
    const conflict = byEvent.get(event.eventId)
    if (conflict) conflict.participants.push(email)
    else byEvent.set(event.eventId, { ...event, participants: [email] })
  }
  const conflicts = [...byEvent.values()]
  for (const conflict of conflicts) conflict.participants.sort()
  return conflicts.toSorted(byStart)
}

function byStart(a: Conflict, b: Conflict): number {
  return Temporal.Instant.compare(a.startsAt, b.startsAt) || (a.eventId < b.eventId ? -1 : 1)
}
