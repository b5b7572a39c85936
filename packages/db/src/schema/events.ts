import type { OwnField, Suggestion } from '@astralis/core/events/event'
import { type SQL, sql } from 'drizzle-orm'
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { instant } from '../columns.ts'
import { organizations } from './organizations.ts'
import { searchPolicy, sweepPolicy, tenantPolicy } from './roles.ts'
import { eventSource, eventStatus, series, showsAs } from './series.ts'
import { users } from './users.ts'

/**
 * One row an event. Its time, `blocks` and `takesTime` are repeated in each participant row by a cascading foreign key,
 * so that the exclusion constraint over participants always tells the truth (migration 0002) and busy time is read
 * without a look at the events (ADR 8).
 *
 * Queries for a stretch of time compare `startsAt` and `endsAt` and never ranges: under row-level security only
 * leakproof operators may use an index, and `&&` is not one. `spansDays` keeps them fast: an event without it starts
 * at most 24 hours before it ends, which bounds the index scan, and the few with it have an index of their own.
 */
export const events = pgTable(
  'events',
  {
    orgId: uuid()
      .notNull()
      .references(() => organizations.id, { onDelete: 'cascade' }),
    id: uuid().notNull(),
    version: integer().notNull().default(1),
    /** RFC 5545, 3.8.7.4 */
    sequence: integer().notNull().default(0),
    title: text().notNull(),
    description: text(),
    startsAt: instant().notNull(),
    endsAt: instant().notNull(),
    allDay: boolean().notNull(),
    timeZone: text().notNull(),
    location: text(),
    meetingLink: text(),
    showsAs: showsAs().notNull(),
    status: eventStatus().notNull(),
    source: eventSource().notNull(),
    suggestion: jsonb().$type<Suggestion>(),
    /** Null: each participant's own. */
    reminderOffsetsMinutes: integer().array(),
    createdBy: uuid(),
    idempotencyKey: text(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
    /** An occurrence of a series, and its slot there; migration 0009 sees to it that each slot is taken once. */
    seriesId: uuid(),
    originalStartsAt: instant(),
    ownFields: text()
      .array()
      .$type<OwnField[]>()
      .notNull()
      .default(sql`'{}'`),
    spansDays: boolean()
      .notNull()
      .generatedAlwaysAs((): SQL => sql`${events.endsAt} - ${events.startsAt} > interval '24 hours'`),
    blocks: boolean()
      .notNull()
      .generatedAlwaysAs(
        (): SQL =>
          sql`${events.showsAs} = 'BUSY' and ${events.status} in ('SCHEDULED', 'CONFIRMED') and ${events.source} = 'internal'`,
      ),
    /** Nobody should be offered its time: it blocks, was imported, or waits in CONFLICT. */
    takesTime: boolean()
      .notNull()
      .generatedAlwaysAs(
        (): SQL => sql`${events.showsAs} = 'BUSY' and ${events.status} in ('SCHEDULED', 'CONFIRMED', 'CONFLICT')`,
      ),
  },
  (table) => [
    primaryKey({ columns: [table.orgId, table.id] }),
    unique('events_share_unique').on(
      table.orgId,
      table.id,
      table.startsAt,
      table.endsAt,
      table.blocks,
      table.takesTime,
    ),
    uniqueIndex('events_idempotency_unique')
      .on(table.orgId, table.createdBy, table.idempotencyKey)
      .where(sql`${table.idempotencyKey} is not null`),
    foreignKey({
      name: 'events_created_by_fk',
      columns: [table.orgId, table.createdBy],
      foreignColumns: [users.orgId, users.id],
    }),
    foreignKey({
      name: 'events_series_fk',
      columns: [table.orgId, table.seriesId],
      foreignColumns: [series.orgId, series.id],
    }).onDelete('cascade'),
    index('events_starts_idx').on(table.orgId, table.startsAt),
    index('events_spans_days_idx')
      .on(table.orgId, table.endsAt, table.startsAt)
      .where(sql`${table.spansDays}`),
    index('events_suggested_idx')
      .on(table.orgId, table.createdBy, table.createdAt)
      .where(sql`${table.suggestion} is not null`),
    index('events_unfinished_idx')
      .on(table.orgId, table.endsAt)
      .where(sql`${table.status} in ('SCHEDULED', 'CONFIRMED', 'CONFLICT')`),
    check('events_occurrence', sql`(${table.seriesId} is null) = (${table.originalStartsAt} is null)`),
    check('events_span', sql`${table.endsAt} > ${table.startsAt}`),
    // `infinity` compares as later than every instant and would slip past the check above.
    check('events_finite', sql`isfinite(${table.startsAt}) and isfinite(${table.endsAt})`),
    index('events_created_by_idx').on(table.orgId, table.createdBy),
    tenantPolicy(),
    searchPolicy(),
    sweepPolicy(),
  ],
)
