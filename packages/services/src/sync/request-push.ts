import type { EventSource } from '@astralis/core/events/event'
import type { Temporal } from '@astralis/core/temporal'
import type { Transaction } from '@astralis/db/client'
import { requestPushes } from '@astralis/db/queries/links'
import type { Enqueue } from '../enqueue.ts'

interface ChangedEvent {
  id: string
  seriesId: string | null
  createdBy: string | null
  source: EventSource
}

interface Request {
  enqueue: Enqueue
  orgId: string
  now: Temporal.Instant
  /** Events that are, or stay, on. */
  present: readonly ChangedEvent[]
  /** Events that are gone, or go to another series. */
  absent: readonly ChangedEvent[]
  /** The calendar that the change has come from. */
  exceptCalendarId?: string | null | undefined
}

/**
 * Queues what linked calendars have to be told of changed events, in the transaction that changes them (G1). An event of
 * somebody who has linked a calendar goes there.
 */
export async function requestPush(
  tx: Transaction,
  { enqueue, orgId, now, present, absent, exceptCalendarId = null }: Request,
): Promise<void> {
  const items = new Map<string, { ownId: string; createdBy: string | null }>()
  for (const event of absent) items.set(ownIdOf(event), { ownId: ownIdOf(event), createdBy: null })
  for (const event of present) items.set(ownIdOf(event), { ownId: ownIdOf(event), createdBy: writerOf(event) })
  const calendarIds = await requestPushes(tx, orgId, [...items.values()], { now, exceptCalendarId })
  const jobs = calendarIds.map((id) => ({ payload: { orgId, id }, key: id }))
  await enqueue(tx, 'calendars.sync', jobs)
}

function ownIdOf({ id, seriesId }: ChangedEvent): string {
  return seriesId ?? id
}

/** What was imported has its calendar, and goes to no other. */
function writerOf({ createdBy, source }: ChangedEvent): string | null {
  return source === 'internal' ? createdBy : null
}
