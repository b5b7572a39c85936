import { sql } from 'drizzle-orm'
import { customType, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from '../columns.ts'
import { sweepPolicy, tenantPolicy } from './roles.ts'

/** The number of a transaction, which never comes again (PostgreSQL, 8.19). */
const xid8 = customType<{ data: bigint; driverData: string }>({
  dataType: () => 'xid8',
  toDriver: String,
  fromDriver: BigInt,
})

/**
 * That a transaction has changed something which pages show, for an hour (ADR 18). Triggers write it, once for each topic; it
 * says neither what nor who. No foreign key leads to the organization: every change would have to lock its row.
 */
export const changes = pgTable(
  'changes',
  {
    orgId: uuid().notNull(),
    xid: xid8()
      .notNull()
      .default(sql`pg_current_xact_id()`),
    topic: text().notNull(),
    createdAt: instant()
      .notNull()
      .default(sql`clock_timestamp()`),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.xid, table.topic] }), tenantPolicy(), sweepPolicy()],
)
