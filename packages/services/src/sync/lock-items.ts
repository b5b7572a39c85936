import type { Event } from '@astralis/core/events/event'
import type { RemoteItem } from '@astralis/core/sync/remote-item'
import type { Transaction } from '@astralis/db/client'
import { lockPeople } from '@astralis/db/locks'
import { listWaitingEventIds } from '@astralis/db/queries/event-details'
import { listEventsById } from '@astralis/db/queries/events'
import type { Stream } from '@astralis/db/queries/streams'
import { PeopleChanged } from '../transaction.ts'
import { gatherItems, type Group } from './gather-items.ts'
import type { SyncRuntime } from './sync-runtime.ts'

export interface LockedItems {
  groups: Group[]
  /** Events in CONFLICT with those of the groups: what a change of these may set free. */
  waiting: Event[]
}

interface Sources {
  items: readonly RemoteItem[]
  ownIds: readonly string[]
}

/**
 * Gathers items with everybody locked whom a change of them concerns. Meetings are locked by their UIDs as well, so that
 * two calendars that have the same one do not both find nothing here.
 */
export async function lockItems(
  tx: Transaction,
  { newId }: Pick<SyncRuntime, 'newId'>,
  stream: Stream,
  sources: Sources,
): Promise<LockedItems> {
  const found = await gather(tx, stream, sources, newId)
  const locked = new Set([...sources.items.flatMap(keysOf), ...peopleOf(found), stream.memberEmail])
  await lockPeople(tx, stream.orgId, [...locked])
  const current = await gather(tx, stream, sources, newId)
  if (peopleOf(current).some((email) => !locked.has(email))) throw new PeopleChanged()
  return current
}

async function gather(tx: Transaction, stream: Stream, sources: Sources, newId: () => string): Promise<LockedItems> {
  const groups = await gatherItems(tx, stream, sources, newId)
  const ids = groups.flatMap(eventsOf).map(({ id }) => id)
  const waiting = ids.length === 0 ? [] : await listWaitingEventIds(tx, stream.orgId, ids)
  return { groups, waiting: await listEventsById(tx, stream.orgId, waiting) }
}

export function eventsOf({ local }: Pick<Group, 'local'>): readonly Event[] {
  return local.event ? [local.event] : local.occurrences
}

function keysOf({ event, icalUid }: RemoteItem): string[] {
  const people = event?.participants.map(({ email }) => email) ?? []
  return icalUid === null ? people : [...people, `uid ${icalUid}`]
}

function peopleOf({ groups, waiting }: LockedItems): string[] {
  const people = [...groups.flatMap(eventsOf), ...waiting].flatMap(({ participants }) => participants)
  return people.map(({ email }) => email)
}
