import type { DraftParticipant } from '@astralis/core/events/draft-event'
import { EVENT_SOURCES, EVENT_STATUSES, SHOWS_AS } from '@astralis/core/events/event'
import { sql } from 'drizzle-orm'
import {
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import { instant } from '../columns.ts'
import { organizations } from './organizations.ts'
import { sweepPolicy, tenantPolicy } from './roles.ts'
import { users } from './users.ts'

export const eventStatus = pgEnum('event_status', EVENT_STATUSES)
export const showsAs = pgEnum('shows_as', SHOWS_AS)
export const eventSource = pgEnum('event_source', EVENT_SOURCES)

/**
 * What a repeating event is, and what every new occurrence begins as. The occurrences themselves are events, made ahead
 * to a horizon; `nextStartsAt` is the first that has no row yet, null when the rule has ended.
 */
export const series = pgTable(
  'series',
  {
    orgId: uuid()
      .notNull()
      .references(() => organizations.id, { onDelete: 'cascade' }),
    id: uuid().notNull(),
    /** Wall-clock time in `timeZone`, `YYYY-MM-DDTHH:mm:ss`. */
    localStartsAt: text().notNull(),
    timeZone: text().notNull(),
    /** RRULE, RDATE and EXDATE lines (RFC 5545). */
    rules: text().notNull(),
    durationMinutes: integer().notNull(),
    allDay: boolean().notNull(),
    title: text().notNull(),
    description: text(),
    location: text(),
    meetingLink: text(),
    showsAs: showsAs().notNull(),
    status: eventStatus().notNull(),
    source: eventSource().notNull().default('internal'),
    reminderOffsetsMinutes: integer().array(),
    sequence: integer().notNull().default(0),
    participants: jsonb().$type<DraftParticipant[]>().notNull(),
    nextStartsAt: instant(),
    /** The series of which this is the rest, while the two may still become one again. */
    splitFrom: uuid(),
    createdBy: uuid(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.orgId, table.id] }),
    foreignKey({
      name: 'series_created_by_fk',
      columns: [table.orgId, table.createdBy],
      foreignColumns: [users.orgId, users.id],
    }),
    index('series_next_idx')
      .on(table.orgId, table.nextStartsAt)
      .where(sql`${table.nextStartsAt} is not null`),
    tenantPolicy(),
    sweepPolicy(),
  ],
)
