import { PARTICIPANT_STATUSES } from '@astralis/core/events/event'
import { type SQL, sql } from 'drizzle-orm'
import { boolean, check, foreignKey, index, pgEnum, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from '../columns.ts'
import { events } from './events.ts'
import { sweepPolicy, tenantPolicy } from './roles.ts'

export const participantStatus = pgEnum('participant_status', PARTICIPANT_STATUSES)

/**
 * A person's share in an event. Its time, `eventBlocks` and `eventTakesTime` are copies that the foreign key keeps equal
 * to the event's; `participants_no_overlap` (migration 0002) is what makes double booking impossible.
 */
export const participants = pgTable(
  'participants',
  {
    orgId: uuid().notNull(),
    eventId: uuid().notNull(),
    email: text().notNull(),
    name: text(),
    status: participantStatus().notNull(),
    isOptional: boolean().notNull(),
    isOrganizer: boolean().notNull(),
    startsAt: instant().notNull(),
    endsAt: instant().notNull(),
    spansDays: boolean()
      .notNull()
      .generatedAlwaysAs((): SQL => sql`${participants.endsAt} - ${participants.startsAt} > interval '24 hours'`),
    eventBlocks: boolean().notNull(),
    eventTakesTime: boolean().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.orgId, table.eventId, table.email] }),
    foreignKey({
      name: 'participants_share_fk',
      columns: [table.orgId, table.eventId, table.startsAt, table.endsAt, table.eventBlocks, table.eventTakesTime],
      foreignColumns: [events.orgId, events.id, events.startsAt, events.endsAt, events.blocks, events.takesTime],
    })
      .onUpdate('cascade')
      .onDelete('cascade'),
    index('participants_person_idx').on(table.orgId, table.email, table.startsAt),
    index('participants_spans_days_idx')
      .on(table.orgId, table.email, table.endsAt, table.startsAt)
      .where(sql`${table.spansDays}`),
    // All that list-busy-times.ts asks for, so that it reads no row (ADR 8).
    index('participants_busy_idx')
      .on(table.orgId, table.email, table.startsAt, table.endsAt)
      .where(sql`${table.eventTakesTime} and not ${table.isOptional} and ${table.status} <> 'declined'`),
    check('participants_email_lower', sql`${table.email} = lower(${table.email})`),
    tenantPolicy(),
    sweepPolicy(),
  ],
)

/** Which events stand in the way of one that is in CONFLICT, and whose time it is about. */
export const eventConflicts = pgTable(
  'event_conflicts',
  {
    orgId: uuid().notNull(),
    eventId: uuid().notNull(),
    otherEventId: uuid().notNull(),
    email: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.orgId, table.eventId, table.otherEventId, table.email] }),
    foreignKey({
      name: 'event_conflicts_event_fk',
      columns: [table.orgId, table.eventId],
      foreignColumns: [events.orgId, events.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'event_conflicts_other_fk',
      columns: [table.orgId, table.otherEventId],
      foreignColumns: [events.orgId, events.id],
    }).onDelete('cascade'),
    index('event_conflicts_other_idx').on(table.orgId, table.otherEventId),
    tenantPolicy(),
    sweepPolicy(),
  ],
)
