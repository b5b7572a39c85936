import { sql } from 'drizzle-orm'
import { foreignKey, pgPolicy, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { instant } from '../columns.ts'
import { provider } from './connections.ts'
import { appRole, tenantPolicy } from './roles.ts'
import { users } from './users.ts'

/** An account elsewhere with which a member signs in. The service's own id of it counts, never its address. */
export const identities = pgTable(
  'identities',
  {
    orgId: uuid().notNull(),
    userId: uuid().notNull(),
    provider: provider().notNull(),
    accountId: text().notNull(),
    /** As the service called it when it was linked, to be shown. */
    accountEmail: text().notNull(),
    createdAt: instant().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.orgId, table.userId, table.provider] }),
    // One account signs in one person, whatever the organization.
    unique('identities_account_unique').on(table.provider, table.accountId),
    foreignKey({
      name: 'identities_user_fk',
      columns: [table.orgId, table.userId],
      foreignColumns: [users.orgId, users.id],
    }).onDelete('cascade'),
    tenantPolicy(),
    // Signing in knows only the account: the transaction names it, and sees that one row.
    pgPolicy('sign_in', {
      for: 'select',
      to: appRole,
      using: sql`${table.accountId} = nullif(current_setting('astralis.sign_in_account', true), '')`,
    }),
  ],
)
