import type { Event } from '@astralis/core/events/event'
import type { Transaction } from '@astralis/db/client'
import { lockPeople } from '@astralis/db/locks'
import { listWaitingEventIds } from '@astralis/db/queries/event-details'
import { findEvent, listEventsById } from '@astralis/db/queries/events'
import type { ServiceContext } from '../context.ts'
import { notFound } from '../errors.ts'
import { PeopleChanged } from '../transaction.ts'

export interface LockedEvent {
  event: Event
  /** Events in CONFLICT with this one, oldest first: what its change may set free. */
  waiting: Event[]
}

/**
 * Reads an event for a change, with everybody locked whom the change concerns: its people, those of `newPeople`, and
 * those of the events that wait for it. Who that is can change until the locks are held, so it is read again then.
 */
export async function lockEvent(
  tx: Transaction,
  { actor }: ServiceContext,
  id: string,
  newPeople: readonly string[] = [],
): Promise<LockedEvent> {
  const locked = new Set([...newPeople, ...peopleOf(await gather(tx, actor.orgId, id))])
  await lockPeople(tx, actor.orgId, [...locked])
  const current = await gather(tx, actor.orgId, id)
  if (peopleOf(current).some((email) => !locked.has(email))) throw new PeopleChanged()
  return current
}

async function gather(tx: Transaction, orgId: string, id: string): Promise<LockedEvent> {
  const [event, waitingIds] = await Promise.all([findEvent(tx, orgId, id), listWaitingEventIds(tx, orgId, id)])
  if (!event) throw notFound('event')
  return { event, waiting: await listEventsById(tx, orgId, waitingIds) }
}

function peopleOf({ event, waiting }: LockedEvent): string[] {
  return [event, ...waiting].flatMap(({ participants }) => participants.map(({ email }) => email))
}
