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
  /** Events that may be of another item than before, as when a series is split. */
  moved?: readonly { before: ChangedEvent; after: ChangedEvent }[]
  /** The calendar that the change has come from. */
  exceptCalendarId?: string | null | undefined
}

/**
 * Queues what linked calendars have to be told of changed events, in the transaction that changes them (G1). An event of
 * somebody who has linked a calendar goes there.
 */
export async function requestPush(
  tx: Transaction,
  { enqueue, orgId, now, present, absent, moved = [], exceptCalendarId = null }: Request,
): Promise<void> {
  const parts = new Map(moved.filter(isOfAnother).map(({ before, after }) => [ownIdOf(after), ownIdOf(before)]))
  const items = new Map<string, Parameters<typeof requestPushes>[2][number]>()
  for (const event of absent) items.set(ownIdOf(event), { ownId: ownIdOf(event), createdBy: null, partOf: null })
  for (const event of present) {
    const ownId = ownIdOf(event)
    items.set(ownId, { ownId, createdBy: writerOf(event), partOf: parts.get(ownId) ?? null })
  }
  const calendarIds = await requestPushes(tx, orgId, [...items.values()], { now, exceptCalendarId })
  const jobs = calendarIds.map((id) => ({ payload: { orgId, id }, key: id }))
  await enqueue(tx, 'calendars.sync', jobs)
}

function ownIdOf({ id, seriesId }: ChangedEvent): string {
  return seriesId ?? id
}

/** A part of what was imported stays in the calendar that it has come from. */
function isOfAnother({ before, after }: { before: ChangedEvent; after: ChangedEvent }): boolean {
  return writerOf(after) === null && ownIdOf(before) !== ownIdOf(after)
}

/** What was imported has its calendar, and goes to no other. */
function writerOf({ createdBy, source }: ChangedEvent): string | null {
  return source === 'internal' ? createdBy : null
}
