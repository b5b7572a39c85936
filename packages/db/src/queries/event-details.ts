import type { ConflictPair } from '@astralis/core/conflicts/plan-rechecks'
import type { DraftParticipant } from '@astralis/core/events/draft-event'
import type { Conflict, Participant } from '@astralis/core/events/event'
import { and, asc, desc, eq, sql } from 'drizzle-orm'
import { anyOf } from '../any-of.ts'
import type { Transaction } from '../client.ts'
import { events } from '../schema/events.ts'
import { eventConflicts, participants } from '../schema/participants.ts'
import { users } from '../schema/users.ts'

/** The organizer first, then by address. A participant is a user when a member has the same address. */
export async function listParticipants(
  tx: Transaction,
  orgId: string,
  eventIds: readonly string[],
): Promise<(Participant & { eventId: string })[]> {
  return tx
    .select({
      eventId: participants.eventId,
      email: participants.email,
      name: sql<string | null>`coalesce(${participants.name}, ${users.name})`,
      userId: users.id,
      status: participants.status,
      isOptional: participants.isOptional,
      isOrganizer: participants.isOrganizer,
    })
    .from(participants)
    .leftJoin(users, and(eq(users.orgId, participants.orgId), eq(users.email, participants.email)))
    .where(and(eq(participants.orgId, orgId), anyOf(participants.eventId, eventIds)))
    .orderBy(desc(participants.isOrganizer), asc(participants.email))
}

/** The same people for some events. */
export interface ParticipantGroup {
  eventIds: string[]
  people: readonly DraftParticipant[]
}

/** Adds people to events; an event's own row, found one by one, supplies what a share repeats of it. */
export async function insertParticipants(
  tx: Transaction,
  orgId: string,
  groups: readonly ParticipantGroup[],
): Promise<void> {
  if (groups.every(({ people }) => people.length === 0)) return
  await tx.execute(sql`
    insert into participants
      (org_id, event_id, email, name, status, is_optional, is_organizer, starts_at, ends_at, event_blocks,
        event_takes_time)
    select e.org_id, e.id, p.email, p.name, p.status, p."isOptional", p."isOrganizer", e.starts_at, e.ends_at, e.blocks,
      e.takes_time
    from jsonb_to_recordset(${JSON.stringify(groups)}::jsonb) as g("eventIds" uuid[], people jsonb)
    cross join lateral unnest(g."eventIds") as share(event_id)
    cross join lateral (select * from events where org_id = ${orgId} and id = share.event_id limit 1) as e
    cross join lateral jsonb_to_recordset(g.people)
      as p(email text, name text, status participant_status, "isOptional" boolean, "isOrganizer" boolean)`)
}

export async function deleteParticipants(
  tx: Transaction,
  orgId: string,
  shares: readonly { eventId: string; email: string }[],
): Promise<void> {
  if (shares.length === 0) return
  await tx.execute(sql`
    delete from participants
    using unnest(${sql.param(shares.map(({ eventId }) => eventId))}::uuid[],
      ${sql.param(shares.map(({ email }) => email))}::text[]) as share(event_id, email)
    where participants.org_id = ${orgId} and participants.event_id = share.event_id
      and participants.email = share.email`)
}

/** What stands in the way of the events `eventIds` (`of` names which), earliest first. */
export async function listConflicts(
  tx: Transaction,
  orgId: string,
  eventIds: readonly string[],
): Promise<(Conflict & { of: string })[]> {
  return tx
    .select({
      of: eventConflicts.eventId,
      eventId: events.id,
      title: events.title,
      startsAt: events.startsAt,
      endsAt: events.endsAt,
      participants: sql<string[]>`array_agg(${eventConflicts.email} order by ${eventConflicts.email})`,
      source: events.source,
    })
    .from(eventConflicts)
    .innerJoin(events, and(eq(events.orgId, eventConflicts.orgId), eq(events.id, eventConflicts.otherEventId)))
    .where(and(eq(eventConflicts.orgId, orgId), anyOf(eventConflicts.eventId, eventIds)))
    .groupBy(eventConflicts.eventId, events.orgId, events.id)
    .orderBy(asc(events.startsAt), asc(events.id))
}

/** Adds to what is known of who stands in whose way. */
export async function insertConflicts(tx: Transaction, orgId: string, pairs: readonly ConflictPair[]): Promise<void> {
  if (pairs.length === 0) return
  await tx.execute(sql`
    insert into event_conflicts (org_id, event_id, other_event_id, email)
    select ${orgId}, p."eventId", p."otherEventId", p.email
    from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as p("eventId" uuid, "otherEventId" uuid, email text)
    on conflict do nothing`)
}

/** Forgets what stood in the way of these events. */
export async function deleteConflicts(tx: Transaction, orgId: string, eventIds: readonly string[]): Promise<void> {
  if (eventIds.length === 0) return
  await tx.delete(eventConflicts).where(and(eq(eventConflicts.orgId, orgId), anyOf(eventConflicts.eventId, eventIds)))
}

/** The events in whose way these stand, themselves excepted: what their change may set free. */
export async function listWaitingEventIds(
  tx: Transaction,
  orgId: string,
  eventIds: readonly string[],
): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ id: eventConflicts.eventId })
    .from(eventConflicts)
    .where(and(eq(eventConflicts.orgId, orgId), anyOf(eventConflicts.otherEventId, eventIds)))
  const own = new Set(eventIds)
  return rows.map((row) => row.id).filter((id) => !own.has(id))
}
