import type { Event } from '@astralis/core/events/event'
import type { Transaction } from '@astralis/db/client'
import { lockPeople } from '@astralis/db/locks'
import { listWaitingEventIds } from '@astralis/db/queries/event-details'
import { listEventsById, listOccurrences } from '@astralis/db/queries/events'
import {
  deleteLinksOf,
  type ImportedItem,
  listImportedOnlyFrom,
  lockLeftCalendar,
} from '@astralis/db/queries/imported-items'
import { deleteSeries } from '@astralis/db/queries/series'
import { writeEvents } from '../events/write-events.ts'
import type { Runtime } from '../context.ts'
import { inOrganization, PeopleChanged } from '../transaction.ts'
import type { CalendarRuntime } from './access-token.ts'
import { stopNotifications } from './stop-notifications.ts'

/** Items in one transaction: a series may have some hundred events, and nobody waits long for the locks. */
const BATCH_SIZE = 100

/**
 * Removes what was imported from a calendar that is not read any more, and is in no other that is: it is still there, but
 * we do not learn of its changes. Nobody is told, and nothing is written there. Links of what was made here stay, so that
 * it is found again. Each batch is a transaction of its own; a calendar that is chosen again meanwhile ends the work.
 */
export async function releaseCalendar(
  runtime: CalendarRuntime,
  { orgId, id }: { orgId: string; id: string },
): Promise<{ events: number }> {
  let events = 0
  for (;;) {
    const removed = await inOrganization(runtime, orgId, (tx) => releaseSome(tx, runtime, orgId, id))
    if (removed === null) break
    events += removed
  }
  await stopNotifications(runtime, orgId, id)
  return { events }
}

/** How many events were removed; null where there was nothing to do. */
async function releaseSome(tx: Transaction, runtime: Runtime, orgId: string, id: string): Promise<number | null> {
  const calendar = await lockLeftCalendar(tx, orgId, id)
  if (!calendar?.isLeft) return null
  const items = await listImportedOnlyFrom(tx, orgId, id, BATCH_SIZE)
  if (items.length === 0) return null
  const found = await gather(tx, orgId, items)
  const people = new Set(emailsOf(found))
  await lockPeople(tx, orgId, [...people])
  const { removed, waiting } = await gather(tx, orgId, items)
  if (emailsOf({ removed, waiting }).some((email) => !people.has(email))) throw new PeopleChanged()
  const source = { ...runtime, origin: 'worker', actor: { orgId, userId: null } }
  await writeEvents(tx, source, { changed: [], added: [], removed }, { now: runtime.clock(), waiting })
  for (const { id: seriesId, isSeries } of items) if (isSeries) await deleteSeries(tx, orgId, seriesId)
  const ids = items.map((item) => item.id)
  await deleteLinksOf(tx, orgId, ids)
  return removed.length
}

interface Found {
  removed: Event[]
  /** Events in CONFLICT with those, which may be set free. */
  waiting: Event[]
}

async function gather(tx: Transaction, orgId: string, items: readonly ImportedItem[]): Promise<Found> {
  const single = items.flatMap(({ id, isSeries }) => (isSeries ? [] : [id]))
  const removed = await listEventsById(tx, orgId, single)
  for (const { id, isSeries } of items) if (isSeries) removed.push(...(await listOccurrences(tx, orgId, id)))
  const isRemoved = new Set(removed.map(({ id }) => id))
  const waitingIds = await listWaitingEventIds(tx, orgId, [...isRemoved])
  const waiting = await listEventsById(
    tx,
    orgId,
    waitingIds.filter((id) => !isRemoved.has(id)),
  )
  return { removed, waiting }
}

function emailsOf({ removed, waiting }: Found): string[] {
  return [...removed, ...waiting].flatMap(({ participants }) => participants.map(({ email }) => email))
}
