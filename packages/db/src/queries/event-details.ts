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

/** Adds people to an event; the event's own row supplies what each share repeats of it. */
export async function insertParticipants(
  tx: Transaction,
  orgId: string,
  eventId: string,
  people: readonly DraftParticipant[],
): Promise<void> {
  if (people.length === 0) return
  await tx.execute(sql`
    insert into participants
      (org_id, event_id, email, name, status, is_optional, is_organizer, starts_at, ends_at, event_blocks,
        event_takes_time)
    select e.org_id, e.id, p.email, p.name, p.status, p."isOptional", p."isOrganizer", e.starts_at, e.ends_at, e.blocks,
      e.takes_time
    from events e cross join jsonb_to_recordset(${JSON.stringify(people)}::jsonb)
      as p(email text, name text, status participant_status, "isOptional" boolean, "isOrganizer" boolean)
    where e.org_id = ${orgId} and e.id = ${eventId}`)
}

export async function deleteParticipants(
  tx: Transaction,
  orgId: string,
  eventId: string,
  emails: readonly string[],
): Promise<void> {
  if (emails.length === 0) return
  await tx
    .delete(participants)
    .where(and(eq(participants.orgId, orgId), eq(participants.eventId, eventId), anyOf(participants.email, emails)))
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

/** The events in whose way `eventId` stands: what its change may set free. */
export async function listWaitingEventIds(tx: Transaction, orgId: string, eventId: string): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ id: eventConflicts.eventId })
    .from(eventConflicts)
    .where(and(eq(eventConflicts.orgId, orgId), eq(eventConflicts.otherEventId, eventId)))
  return rows.map((row) => row.id)
}
