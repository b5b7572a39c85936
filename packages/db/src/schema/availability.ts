import type { AvailabilityRule } from '@astralis/core/availability/availability'
import type { TimeRange } from '@astralis/core/time/working-hours'
import { date, foreignKey, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { tenantPolicy } from './roles.ts'
import { users } from './users.ts'

/**
 * When a member can be booked; no row until they say so. The weekly ranges are one value: they are read for thousands
 * of people at once and always replaced as a whole.
 */
export const availability = pgTable(
  'availability',
  {
    orgId: uuid().notNull(),
    userId: uuid().notNull(),
    timeZone: text().notNull(),
    rules: jsonb().$type<AvailabilityRule[]>().notNull(),
    bufferBeforeMinutes: integer().notNull(),
    bufferAfterMinutes: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.orgId, table.userId] }),
    foreignKey({
      name: 'availability_user_fk',
      columns: [table.orgId, table.userId],
      foreignColumns: [users.orgId, users.id],
    }).onDelete('cascade'),
    tenantPolicy(),
  ],
)

/** Other hours on one local date; an empty list is a day off. */
export const availabilityOverrides = pgTable(
  'availability_overrides',
  {
    orgId: uuid().notNull(),
    userId: uuid().notNull(),
    date: date({ mode: 'string' }).notNull(),
    ranges: jsonb().$type<TimeRange[]>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.orgId, table.userId, table.date] }),
    foreignKey({
      name: 'availability_overrides_user_fk',
      columns: [table.orgId, table.userId],
      foreignColumns: [users.orgId, users.id],
    }).onDelete('cascade'),
    tenantPolicy(),
  ],
)
