import type { Temporal } from '@astralis/core/temporal'
import { and, eq } from 'drizzle-orm'
import type { Transaction } from '../client.ts'
import { organizations } from '../schema/organizations.ts'
import { sessions, users } from '../schema/users.ts'

export async function insertSession(tx: Transaction, row: typeof sessions.$inferInsert): Promise<void> {
  await tx.insert(sessions).values(row)
}

/** A session with its user, by the token's hash; null where there is none. */
export async function findSession(tx: Transaction, orgId: string, id: string) {
  const [row] = await tx
    .select({
      expiresAt: sessions.expiresAt,
      userId: users.id,
      email: users.email,
      name: users.name,
      role: users.role,
      isActive: users.isActive,
      timeZone: users.timeZone,
      organizationName: organizations.name,
    })
    .from(sessions)
    .innerJoin(users, and(eq(users.orgId, sessions.orgId), eq(users.id, sessions.userId)))
    .innerJoin(organizations, eq(organizations.id, sessions.orgId))
    .where(and(eq(sessions.orgId, orgId), eq(sessions.id, id)))
  return row ?? null
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
