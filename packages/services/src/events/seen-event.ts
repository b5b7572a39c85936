import type { Event } from '@astralis/core/events/event'
import { eventFor } from '@astralis/core/events/visibility'
import type { WriteAccess } from '@astralis/core/sync/remote-item'
import type { Transaction } from '@astralis/db/client'
import { listWriteAccess } from '@astralis/db/queries/linked-items'
import type { Acting } from '../context.ts'
import { isEditable } from './require-editable.ts'

/** An event as the caller may see it. */
export interface SeenEvent extends Event {
  /** Whether the caller may change more of it than their own answer. */
  mayChange: boolean
}

/** `writeAccess` is how much of it the calendar that it comes from lets them change. */
export function seenEvent(actor: Acting, event: Event, writeAccess: WriteAccess): SeenEvent {
  return { ...eventFor(actor, event), mayChange: isEditable(actor, event, writeAccess) }
}

/** The same for events of which that is not known yet. */
export async function seeEvents(tx: Transaction, actor: Acting, events: readonly Event[]): Promise<SeenEvent[]> {
  const imported = events.filter(({ source }) => source !== 'internal')
  const access = await listWriteAccess(tx, actor.orgId, [...new Set(imported.map(itemOf))], actor.userId)
  return events.map((event) => seenEvent(actor, event, access.get(itemOf(event)) ?? 'none'))
}

/** What a linked calendar knows it by. */
function itemOf({ id, seriesId }: Event): string {
  return seriesId ?? id
}
