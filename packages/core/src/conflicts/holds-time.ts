import type { EventSource, EventStatus } from '../events/event.ts'

/**
 * True for a busy event that takes its people's time now. An imported one does even when it is flagged: it is a fact
 * of the calendar it came from. One of ours in CONFLICT waits instead.
 */
export function holdsTime(event: { source: EventSource; status: EventStatus }): boolean {
  if (event.status === 'SCHEDULED' || event.status === 'CONFIRMED') return true
  return event.status === 'CONFLICT' && event.source !== 'internal'
}
