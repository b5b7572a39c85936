import { sql } from 'drizzle-orm'
import { boolean, check, foreignKey, pgTable, primaryKey, smallint, uuid } from 'drizzle-orm/pg-core'
import { plainTime } from '../columns.ts'
import { tenantPolicy } from './roles.ts'
import { users } from './users.ts'

/** A weekly range of working hours, as wall-clock time in the user's zone. `dayOfWeek` is 1 Monday to 7 Sunday (ISO 8601). */
export const availabilityRules = pgTable(
  'availability_rules',
  {
    orgId: uuid().notNull(),
    userId: uuid().notNull(),
    dayOfWeek: smallint().notNull(),
    startTime: plainTime().notNull(),
    endTime: plainTime().notNull(),
    isActive: boolean().notNull().default(true),
  },
  (table) => [
    primaryKey({ columns: [table.orgId, table.userId, table.dayOfWeek, table.startTime] }),
    foreignKey({
      name: 'availability_rules_user_fk',
      columns: [table.orgId, table.userId],
      foreignColumns: [users.orgId, users.id],
    }).onDelete('cascade'),
    check('availability_rules_day', sql`${table.dayOfWeek} between 1 and 7`),
    tenantPolicy(),
  ],
)
