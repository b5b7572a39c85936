import type { Event, EventStatus } from '@astralis/core/events/event'
import type { Temporal } from '@astralis/core/temporal'
import type { Span } from '@astralis/core/time/span'
import { and, asc, eq, gte, inArray, lte, sql, type SQL } from 'drizzle-orm'
import { unionAll } from 'drizzle-orm/pg-core'
import { anyOf } from '../any-of.ts'
import type { Transaction } from '../client.ts'
import { events } from '../schema/events.ts'
import { participants } from '../schema/participants.ts'
import { users } from '../schema/users.ts'
import { listConflicts, listParticipants } from './event-details.ts'
import { longOverlap, shortOverlap } from './overlap.ts'
import { listRulesOf } from './series.ts'

const columns = {
  id: events.id,
  version: events.version,
  sequence: events.sequence,
  title: events.title,
  description: events.description,
  startsAt: events.startsAt,
  endsAt: events.endsAt,
  allDay: events.allDay,
  timeZone: events.timeZone,
  location: events.location,
  meetingLink: events.meetingLink,
  showsAs: events.showsAs,
  status: events.status,
  source: events.source,
  suggestion: events.suggestion,
  reminderOffsetsMinutes: events.reminderOffsetsMinutes,
  createdBy: events.createdBy,
  createdAt: events.createdAt,
  updatedAt: events.updatedAt,
  seriesId: events.seriesId,
  originalStartsAt: events.originalStartsAt,
  ownFields: events.ownFields,
}

type EventRow = Omit<Event, 'participants' | 'conflicts' | 'aiScheduled' | 'recurrence'>
export type EventInsert = typeof events.$inferInsert
export type EventChanges = Partial<Omit<EventInsert, 'orgId' | 'id' | 'createdBy' | 'createdAt'>>

export async function insertEvent(tx: Transaction, event: EventInsert): Promise<void> {
  await tx.insert(events).values(event)
}

export async function updateEvent(tx: Transaction, orgId: string, id: string, changes: EventChanges): Promise<void> {
  await tx
    .update(events)
    .set(changes)
    .where(and(eq(events.orgId, orgId), eq(events.id, id)))
}

/** Gives these events a new status; their versions stay, nobody edited them. */
export async function setStatus(
  tx: Transaction,
  orgId: string,
  ids: readonly string[],
  status: EventStatus,
): Promise<void> {
  if (ids.length === 0) return
  await tx
    .update(events)
    .set({ status })
    .where(and(eq(events.orgId, orgId), anyOf(events.id, ids)))
}

/** Takes the events' participants and conflicts with them. */
export async function deleteEvents(tx: Transaction, orgId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await tx.delete(events).where(and(eq(events.orgId, orgId), anyOf(events.id, ids)))
}

/** Null where the organization has no such event. */
export async function findEvent(tx: Transaction, orgId: string, id: string): Promise<Event | null> {
  const [event] = await listEventsById(tx, orgId, [id])
  return event ?? null
}

/** An event that this transaction has just seen or written. */
export async function getEvent(tx: Transaction, orgId: string, id: string): Promise<Event> {
  const event = await findEvent(tx, orgId, id)
  if (!event) throw new Error(`Event ${id} is gone within the transaction that holds it.`)
  return event
}

/** In order of creation; ids that the organization does not have are left out. One round trip. */
export async function listEventsById(tx: Transaction, orgId: string, ids: readonly string[]): Promise<Event[]> {
  if (ids.length === 0) return []
  const [rows, rules, people, conflicts] = await Promise.all([
    tx
      .select(columns)
      .from(events)
      .where(and(eq(events.orgId, orgId), anyOf(events.id, ids)))
      .orderBy(asc(events.createdAt), asc(events.id)),
    listRulesOf(tx, orgId, ids),
    listParticipants(tx, orgId, ids),
    listConflicts(tx, orgId, ids),
  ])
  return assemble(rows, rules, people, conflicts)
}

/** The occurrences of a series that have their slot at `from` or later (all without it), by slot. */
export async function listOccurrences(
  tx: Transaction,
  orgId: string,
  seriesId: string,
  from?: Temporal.Instant,
): Promise<Event[]> {
  const rows = await tx
    .select(columns)
    .from(events)
    .where(and(eq(events.orgId, orgId), eq(events.seriesId, seriesId), from && gte(events.originalStartsAt, from)))
    .orderBy(asc(events.originalStartsAt))
  return withDetails(tx, orgId, rows)
}

/** All occurrences of several series, by slot. */
export async function listOccurrencesOf(
  tx: Transaction,
  orgId: string,
  seriesIds: readonly string[],
): Promise<Event[]> {
  if (seriesIds.length === 0) return []
  const rows = await tx
    .select(columns)
    .from(events)
    .where(and(eq(events.orgId, orgId), anyOf(events.seriesId, seriesIds)))
    .orderBy(asc(events.originalStartsAt))
  return withDetails(tx, orgId, rows)
}

/** The event that the same caller made earlier with the same idempotency key. */
export async function findEventIdByKey(
  tx: Transaction,
  key: { orgId: string; createdBy: string; idempotencyKey: string },
): Promise<string | null> {
  const [row] = await tx
    .select({ id: events.id })
    .from(events)
    .where(
      and(
        eq(events.orgId, key.orgId),
        eq(events.createdBy, key.createdBy),
        eq(events.idempotencyKey, key.idempotencyKey),
      ),
    )
  return row?.id ?? null
}

/** The events that overlap `span`, earliest first; of `userIds` only, and in `statuses` only, where given. */
export async function listEvents(
  tx: Transaction,
  query: {
    orgId: string
    span: Span
    userIds?: readonly string[] | undefined
    statuses?: readonly EventStatus[] | undefined
  },
): Promise<Event[]> {
  const rows = await (query.userIds ? eventsOfUsers(tx, query, query.userIds) : eventsOfOrganization(tx, query))
  return withDetails(tx, query.orgId, rows)
}

async function withDetails(tx: Transaction, orgId: string, rows: EventRow[]): Promise<Event[]> {
  if (rows.length === 0) return []
  const ids = rows.map((row) => row.id)
  const [rules, people, conflicts] = await Promise.all([
    rows.some(({ seriesId }) => seriesId !== null) ? listRulesOf(tx, orgId, ids) : [],
    listParticipants(tx, orgId, ids),
    listConflicts(tx, orgId, ids),
  ])
  return assemble(rows, rules, people, conflicts)
}

interface ListQuery {
  orgId: string
  span: Span
  statuses?: readonly EventStatus[] | undefined
}

const inStatuses = ({ statuses }: ListQuery) => statuses && anyOf(events.status, statuses)

function eventsOfOrganization(tx: Transaction, query: ListQuery): Promise<EventRow[]> {
  const overlapping = (overlap: SQL | undefined) =>
    tx
      .select(columns)
      .from(events)
      .where(and(eq(events.orgId, query.orgId), overlap, inStatuses(query)))
  return unionAll(overlapping(shortOverlap(events, query.span)), overlapping(longOverlap(events, query.span))).orderBy(
    sql`starts_at, id`,
  )
}

function eventsOfUsers(tx: Transaction, query: ListQuery, userIds: readonly string[]): Promise<EventRow[]> {
  const shares = (overlap: SQL | undefined) =>
    tx
      .select({ eventId: participants.eventId })
      .from(users)
      .innerJoin(participants, and(eq(participants.orgId, users.orgId), eq(participants.email, users.email), overlap))
      .where(and(eq(users.orgId, query.orgId), anyOf(users.id, userIds)))
  const ids = unionAll(shares(shortOverlap(participants, query.span)), shares(longOverlap(participants, query.span)))
  return tx
    .select(columns)
    .from(events)
    .where(and(eq(events.orgId, query.orgId), inArray(events.id, ids), inStatuses(query)))
    .orderBy(asc(events.startsAt), asc(events.id))
}

/** Marks what ended at or before `now` as COMPLETED; returns what it marked. */
export async function completeEvents(
  tx: Transaction,
  orgId: string,
  now: Temporal.Instant,
): Promise<Pick<EventRow, 'id' | 'title' | 'source'>[]> {
  return tx
    .update(events)
    .set({ status: 'COMPLETED', updatedAt: now })
    .where(and(eq(events.orgId, orgId), isUnfinished(), lte(events.endsAt, now)))
    .returning({ id: events.id, title: events.title, source: events.source })
}

/** Organizations with an event that ended at or before `now` and is not COMPLETED yet. Needs a sweep. */
export async function listOrganizationsWithEnded(tx: Transaction, now: Temporal.Instant): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    select id from organizations where exists (
      select from events where org_id = organizations.id and ends_at <= ${now.toString()} and ${isUnfinished()})`)
  return rows.map((row) => row.id)
}

/** As the partial index `events_unfinished_idx` has it. */
const isUnfinished = () => inArray(events.status, ['SCHEDULED', 'CONFIRMED', 'CONFLICT'])

type Detail<T> = T & { eventId: string }

function assemble(
  rows: EventRow[],
  rules: { id: string; rules: string }[],
  people: Detail<Event['participants'][number]>[],
  conflicts: (Event['conflicts'][number] & { of: string })[],
): Event[] {
  const rulesOf = new Map(rules.map((one) => [one.id, one.rules]))
  const byId = new Map<string, Event>()
  for (const row of rows) {
    const recurrence = rulesOf.get(row.seriesId ?? '') ?? null
    byId.set(row.id, { ...row, recurrence, aiScheduled: row.suggestion !== null, participants: [], conflicts: [] })
  }
  for (const { eventId, ...participant } of people) byId.get(eventId)?.participants.push(participant)
  for (const { of, ...conflict } of conflicts) byId.get(of)?.conflicts.push(conflict)
  return [...byId.values()]
}
