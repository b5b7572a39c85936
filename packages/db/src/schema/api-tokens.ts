import { foreignKey, index, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { instant } from '../columns.ts'
import { tenantPolicy } from './roles.ts'
import { role, users } from './users.ts'

/** A key for an internal tool, which acts as the member who made it, with this role or the member's if that is less (H4). */
export const apiTokens = pgTable(
  'api_tokens',
  {
    orgId: uuid().notNull(),
    id: uuid().notNull(),
    userId: uuid().notNull(),
    name: text().notNull(),
    role: role().notNull(),
    /** SHA-256 of the token, which is shown once. */
    tokenHash: text().notNull(),
    /** Null: until it is revoked. */
    expiresAt: instant(),
    /** To the minute; null: never. */
    lastUsedAt: instant(),
    createdAt: instant().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.orgId, table.id] }),
    unique('api_tokens_hash_unique').on(table.orgId, table.tokenHash),
    index('api_tokens_user_idx').on(table.orgId, table.userId),
    foreignKey({
      name: 'api_tokens_user_fk',
      columns: [table.orgId, table.userId],
      foreignColumns: [users.orgId, users.id],
    }).onDelete('cascade'),
    tenantPolicy(),
  ],
)
