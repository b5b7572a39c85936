import { CONNECTION_STATUSES } from '@astralis/core/sync/connection-status'
import { PROVIDERS } from '@astralis/core/sync/provider-name'
import { foreignKey, index, pgEnum, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { instant } from '../columns.ts'
import { organizations } from './organizations.ts'
import { sweepPolicy, tenantPolicy } from './roles.ts'
import { users } from './users.ts'

export const provider = pgEnum('provider', PROVIDERS)
export const connectionStatus = pgEnum('connection_status', CONNECTION_STATUSES)

/** An account of a calendar service that a member has linked (A3). Tokens are sealed: no key is in the database. */
export const connections = pgTable(
  'connections',
  {
    orgId: uuid()
      .notNull()
      .references(() => organizations.id, { onDelete: 'cascade' }),
    id: uuid().notNull(),
    userId: uuid().notNull(),
    provider: provider().notNull(),
    /** The service's own id of the account, which stays when its address changes. */
    accountId: text().notNull(),
    accountEmail: text().notNull(),
    status: connectionStatus().notNull(),
    scopes: text().array().notNull(),
    accessToken: text(),
    accessExpiresAt: instant(),
    refreshToken: text(),
    /** What keeps it from working; null while it works. */
    problem: text(),
    /** What the service said. */
    problemDetail: text(),
    problemSince: instant(),
    lastSyncAt: instant(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.orgId, table.id] }),
    unique('connections_account_unique').on(table.orgId, table.userId, table.provider, table.accountId),
    foreignKey({
      name: 'connections_user_fk',
      columns: [table.orgId, table.userId],
      foreignColumns: [users.orgId, users.id],
    }).onDelete('cascade'),
    tenantPolicy(),
    sweepPolicy(),
  ],
)

/** A consent that was begun in a browser and is yet to come back; used once (RFC 6749, 10.12; RFC 7636). */
export const authorizations = pgTable(
  'authorizations',
  {
    orgId: uuid()
      .notNull()
      .references(() => organizations.id, { onDelete: 'cascade' }),
    /** SHA-256 of the state that travels. */
    stateHash: text().notNull(),
    userId: uuid().notNull(),
    /** SHA-256 of the session token of the browser that began it. */
    sessionId: text().notNull(),
    provider: provider().notNull(),
    /** Sealed. */
    codeVerifier: text().notNull(),
    returnTo: text().notNull(),
    expiresAt: instant().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.orgId, table.stateHash] }),
    index('authorizations_expires_idx').on(table.orgId, table.expiresAt),
    foreignKey({
      name: 'authorizations_user_fk',
      columns: [table.orgId, table.userId],
      foreignColumns: [users.orgId, users.id],
    }).onDelete('cascade'),
    tenantPolicy(),
  ],
)
