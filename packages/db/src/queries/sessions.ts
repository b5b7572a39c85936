import type { Role } from '@astralis/core/people/role'
import { Temporal } from '@astralis/core/temporal'
import { and, eq, sql } from 'drizzle-orm'
import type { Database, Transaction } from '../client.ts'
import { sessions } from '../schema/users.ts'

export async function insertSession(tx: Transaction, row: typeof sessions.$inferInsert): Promise<void> {
  await tx.insert(sessions).values(row)
}

export interface SessionRow {
  expiresAt: Temporal.Instant
  userId: string
  email: string
  name: string
  role: Role
  timeZone: string
  organizationName: string
}

/** A row as the driver returns it: instants are text. */
type Wire<Row> = { [Field in keyof Row]: Row[Field] extends Temporal.Instant ? string : Row[Field] }

/**
 * The session with this hash and its active user; null where there is none. Every request asks this first, so it is one
 * round trip without a transaction around it: the function enters the organization for its own statement only.
 */
export async function findSession(
  db: Database,
  orgId: string,
  id: string,
  usedAt: Temporal.Instant,
): Promise<SessionRow | null> {
  const [row] = await db.execute<Wire<SessionRow>>(sql`
    select user_id as "userId", email, name, role, time_zone as "timeZone",
      organization_name as "organizationName", expires_at as "expiresAt"
    from find_session(${orgId}, ${id}, ${usedAt.toString()}::timestamptz)`)
  return row ? { ...row, expiresAt: Temporal.Instant.from(row.expiresAt) } : null
}

export async function updateSessionExpiry(
  tx: Transaction,
  orgId: string,
  id: string,
  expiresAt: Temporal.Instant,
): Promise<void> {
  await tx
    .update(sessions)
    .set({ expiresAt })
    .where(and(eq(sessions.orgId, orgId), eq(sessions.id, id)))
}

export async function deleteSession(tx: Transaction, orgId: string, id: string): Promise<void> {
  await tx.delete(sessions).where(and(eq(sessions.orgId, orgId), eq(sessions.id, id)))
}
