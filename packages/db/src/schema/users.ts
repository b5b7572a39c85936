import { ROLES } from '@astralis/core/people/role'
import { DEFAULT_OFFSETS_MINUTES } from '@astralis/core/reminders/reminder-offsets'
import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgEnum,
  pgPolicy,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { instant } from '../columns.ts'
import { organizations } from './organizations.ts'
import { appRole, tenantPolicy } from './roles.ts'

export const role = pgEnum('role', ROLES)

/** A member with an account. The address is unique across organizations, so that it alone signs in. */
export const users = pgTable(
  'users',
  {
    orgId: uuid()
      .notNull()
      .references(() => organizations.id, { onDelete: 'cascade' }),
    id: uuid().notNull(),
    email: text().notNull(),
    name: text().notNull(),
    role: role().notNull(),
    isActive: boolean().notNull().default(true),
    timeZone: text().notNull(),
    passwordHash: text().notNull(),
    reminderOffsetsMinutes: integer()
      .array()
      .notNull()
      .default([...DEFAULT_OFFSETS_MINUTES]),
    /** Led through the first steps: from joining until they put them away. */
    isNew: boolean().notNull().default(false),
    createdAt: instant().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.orgId, table.id] }),
    unique('users_email_unique').on(table.email),
    unique('users_org_email_unique').on(table.orgId, table.email),
    check('users_email_lower', sql`${table.email} = lower(${table.email})`),
    tenantPolicy(),
    // Signing in knows only the address: the transaction names it, and sees that one row.
    pgPolicy('sign_in', {
      for: 'select',
      to: appRole,
      using: sql`${table.email} = nullif(current_setting('astralis.sign_in_email', true), '')`,
    }),
  ],
)

/** A signed-in browser. `id` is the SHA-256 of the token, which only the cookie holds. */
export const sessions = pgTable(
  'sessions',
  {
    orgId: uuid().notNull(),
    id: text().notNull(),
    /** By which its person names it; it opens nothing. */
    publicId: uuid().notNull().defaultRandom(),
    userId: uuid().notNull(),
    /** Where it began: `web 203.0.113.7`. */
    origin: text().notNull().default(''),
    /** What the browser called itself, cut. */
    userAgent: text().notNull().default(''),
    expiresAt: instant().notNull(),
    /** To the minute. */
    lastUsedAt: instant()
      .notNull()
      .default(sql`now()`),
    createdAt: instant().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.orgId, table.id] }),
    foreignKey({
      name: 'sessions_user_fk',
      columns: [table.orgId, table.userId],
      foreignColumns: [users.orgId, users.id],
    }).onDelete('cascade'),
    index('sessions_user_idx').on(table.orgId, table.userId),
    unique('sessions_public_unique').on(table.orgId, table.publicId),
    tenantPolicy(),
  ],
)
