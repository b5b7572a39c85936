import { sql } from 'drizzle-orm'
import { check, foreignKey, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { instant } from '../columns.ts'
import { organizations } from './organizations.ts'
import { sweepPolicy, tenantPolicy } from './roles.ts'
import { role, users } from './users.ts'

/** An invitation to join that is open; it goes when it is accepted, withdrawn, or made anew for the same address. */
export const memberInvitations = pgTable(
  'member_invitations',
  {
    orgId: uuid()
      .notNull()
      .references(() => organizations.id, { onDelete: 'cascade' }),
    id: uuid().notNull(),
    email: text().notNull(),
    role: role().notNull(),
    invitedBy: uuid().notNull(),
    /** SHA-256 of the token in its link. */
    tokenHash: text().notNull(),
    /** The token, sealed, for the worker that mails it; null once it has been mailed. */
    sealedToken: text(),
    expiresAt: instant().notNull(),
    createdAt: instant().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.orgId, table.id] }),
    unique('member_invitations_email_unique').on(table.orgId, table.email),
    unique('member_invitations_token_unique').on(table.orgId, table.tokenHash),
    check('member_invitations_email_lower', sql`${table.email} = lower(${table.email})`),
    foreignKey({
      name: 'member_invitations_inviter_fk',
      columns: [table.orgId, table.invitedBy],
      foreignColumns: [users.orgId, users.id],
    }).onDelete('cascade'),
    tenantPolicy(),
    sweepPolicy(),
  ],
)
