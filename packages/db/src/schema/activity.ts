import { index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from '../columns.ts'
import { organizations } from './organizations.ts'
import { tenantPolicy } from './roles.ts'

/** What the log keeps of an entity: the fields that changed, as they are on the wire. */
export type ActivitySnapshot = Record<string, unknown>

/** Append-only: who changed what, when and from where, written in the transaction of the change. */
export const activity = pgTable(
  'activity',
  {
    orgId: uuid()
      .notNull()
      .references(() => organizations.id, { onDelete: 'cascade' }),
    id: uuid().notNull(),
    at: instant().notNull(),
    /** Null when the system acted by itself. */
    actorId: uuid(),
    /** Where the change came from: `web`, `api`, `worker` or `demo`, and the network address where there is one. */
    origin: text().notNull(),
    action: text().notNull(),
    entity: text().notNull(),
    entityId: uuid().notNull(),
    before: jsonb().$type<ActivitySnapshot>(),
    after: jsonb().$type<ActivitySnapshot>(),
  },
  (table) => [
    primaryKey({ columns: [table.orgId, table.id] }),
    index('activity_at_idx').on(table.orgId, table.at),
    index('activity_actor_idx').on(table.orgId, table.actorId, table.at),
    index('activity_entity_idx').on(table.orgId, table.entityId, table.at),
    tenantPolicy(),
  ],
)
