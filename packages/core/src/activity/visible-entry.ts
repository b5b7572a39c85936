import { reachOf } from '../access/access-table.ts'
import type { Viewer } from '../events/event.ts'
import { type Ownership, seesDetails } from '../events/visibility.ts'
import type { Snapshot } from './log-entry.ts'
import { ownershipOf, type RecordedEntry } from './ownership-of.ts'

/** What is left of an event in somebody else's calendar: when it kept them busy. */
const BUSY = ['startsAt', 'endsAt', 'allDay', 'timeZone', 'showsAs', 'status', 'source', 'scope', 'occurrences']

/** What is left of somebody else's; of what is not here, an admin reads everything. */
const LEFT: Partial<Record<string, readonly string[]>> = {
  event: BUSY,
  series: BUSY,
  connection: ['provider', 'status'],
  account: ['name', 'timeZone', 'provider'],
}

/**
 * The entry as `viewer` may read it, null when they may not: an ADMIN reads all of the organization, everybody else what
 * they did themselves. Of accounts elsewhere, and of events in others' linked calendars, an ADMIN too learns no more here
 * than elsewhere. `event` is what the entry is about, as it is now; null when it is gone: then what the entry holds says
 * whose it was, and where that is not enough, its words stay hidden. `isWhole` says whether nothing was left out.
 */
export function visibleEntry<Entry extends RecordedEntry>(
  viewer: Viewer,
  entry: Entry,
  event: Ownership | null,
): (Entry & { isWhole: boolean }) | null {
  const isOwn = entry.actorId !== null && entry.actorId === viewer.userId
  if (!isOwn && reachOf(viewer.role, 'activity.list') !== 'all') return null
  const left = LEFT[entry.entity]
  if (isOwn || !left || (left === BUSY && seesEvent(viewer, entry, event))) return { ...entry, isWhole: true }
  return { ...entry, isWhole: false, before: pick(entry.before, left), after: pick(entry.after, left) }
}

function seesEvent(viewer: Viewer, entry: RecordedEntry, event: Ownership | null): boolean {
  const ownership = ownershipOf(entry, event)
  return ownership !== null && seesDetails(viewer, ownership)
}

function pick(snapshot: Snapshot | null, fields: readonly string[]): Snapshot | null {
  return snapshot && Object.fromEntries(Object.entries(snapshot).filter(([field]) => fields.includes(field)))
}
