import type { Event, Scope } from '@astralis/core/events/event'
import type { WriteAccess } from '@astralis/core/sync/remote-item'
import type { Series } from '@astralis/core/series/series'
import type { Transaction } from '@astralis/db/client'
import { lockPeople } from '@astralis/db/locks'
import { listWaitingEventIds } from '@astralis/db/queries/event-details'
import { findEvent, listEventsById, listOccurrences } from '@astralis/db/queries/events'
import { listWriteAccess } from '@astralis/db/queries/linked-items'
import { listPeopleConcerned } from '@astralis/db/queries/list-people-concerned'
import { getSeries } from '@astralis/db/queries/series'
import type { Acting, ActionContext } from '../context.ts'
import { notFound } from '../errors.ts'
import { PeopleChanged } from '../transaction.ts'

export interface LockedEvent {
  event: Event
  /** Null for a single event. */
  series: Series | null
  /** The event, and the other occurrences of its series that the scope covers, by slot. */
  occurrences: Event[]
  /** Events in CONFLICT with one of these, oldest first: what its change may set free. */
  waiting: Event[]
  /** How much of it may be changed here; everything, unless it comes from a linked calendar that says otherwise. */
  writeAccess: WriteAccess
}

interface Lock {
  id: string
  scope?: Scope | undefined
  newPeople?: readonly string[] | undefined
}

/**
 * Reads an event for a change, with everybody locked whom the change concerns: its people, those of `newPeople`, and
 * those of the events that wait for it; the same for all that the scope covers. Who that is can change until the locks
 * are held, so it is looked at again then.
 */
export async function lockEvent(
  tx: Transaction,
  { actor }: ActionContext,
  { id, scope = 'this', newPeople = [] }: Lock,
): Promise<LockedEvent> {
  const locked = new Set([...newPeople, ...(await listPeopleConcerned(tx, actor.orgId, id, scope))])
  await lockPeople(tx, actor.orgId, [...locked])
  const current = await gather(tx, actor, id, scope)
  const people = [...current.occurrences, ...current.waiting].flatMap(({ participants }) => participants)
  if (people.some(({ email }) => !locked.has(email))) throw new PeopleChanged()
  return current
}

async function gather(tx: Transaction, actor: Acting, id: string, scope: Scope): Promise<LockedEvent> {
  const { orgId } = actor
  const event = await findEvent(tx, orgId, id)
  if (!event) throw notFound('event')
  const { seriesId, originalStartsAt } = event
  const series = seriesId && (await getSeries(tx, orgId, seriesId))
  const from = scope === 'following' && originalStartsAt ? originalStartsAt : undefined
  const occurrences = series && scope !== 'this' ? await listOccurrences(tx, orgId, series.id, from) : [event]
  const ids = occurrences.map((occurrence) => occurrence.id)
  const waiting = await listEventsById(tx, orgId, await listWaitingEventIds(tx, orgId, ids))
  return { event, series: series || null, occurrences, waiting, writeAccess: await findWriteAccess(tx, actor, event) }
}

async function findWriteAccess(tx: Transaction, { orgId, userId }: Acting, event: Event): Promise<WriteAccess> {
  if (event.source === 'internal') return 'all'
  const ownId = event.seriesId ?? event.id
  const access = await listWriteAccess(tx, orgId, [ownId], userId)
  return access.get(ownId) ?? 'none'
}
