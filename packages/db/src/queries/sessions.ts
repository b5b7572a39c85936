import type { Role } from '@astralis/core/people/role'
import { Temporal } from '@astralis/core/temporal'
import { and, desc, eq, gt, inArray, lte, ne, sql } from 'drizzle-orm'
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

/** A session as its person sees it. */
export type OwnSessionRow = Awaited<ReturnType<typeof listSessions>>[number]

/** Somebody's sessions that are not over, the one used last first. */
export async function listSessions(tx: Transaction, orgId: string, userId: string, now: Temporal.Instant) {
  return tx
    .select({
      hash: sessions.id,
      id: sessions.publicId,
      origin: sessions.origin,
      userAgent: sessions.userAgent,
      createdAt: sessions.createdAt,
      lastUsedAt: sessions.lastUsedAt,
      expiresAt: sessions.expiresAt,
    })
    .from(sessions)
    .where(and(eq(sessions.orgId, orgId), eq(sessions.userId, userId), gt(sessions.expiresAt, now)))
    .orderBy(desc(sessions.lastUsedAt), desc(sessions.createdAt))
}

/** Ends the session with this hash; whose it was, null where there is none. */
export async function deleteSession(tx: Transaction, orgId: string, id: string): Promise<{ userId: string } | null> {
  const [row] = await tx
    .delete(sessions)
    .where(and(eq(sessions.orgId, orgId), eq(sessions.id, id)))
    .returning({ userId: sessions.userId })
  return row ?? null
}

/** Ends the session that its person calls `id`; its hash, null where they have none of that name. */
export async function deleteOwnSession(
  tx: Transaction,
  orgId: string,
  { userId, id }: { userId: string; id: string },
): Promise<string | null> {
  const [row] = await tx
    .delete(sessions)
    .where(and(eq(sessions.orgId, orgId), eq(sessions.userId, userId), eq(sessions.publicId, id)))
    .returning({ hash: sessions.id })
  return row?.hash ?? null
}

/** Ends somebody's sessions, but for the one with this hash; returns how many they were. */
export async function deleteSessionsOf(
  tx: Transaction,
  orgId: string,
  { userId, except }: { userId: string; except?: string },
): Promise<number> {
  const ended = await tx
    .delete(sessions)
    .where(
      and(
        eq(sessions.orgId, orgId),
        eq(sessions.userId, userId),
        except === undefined ? undefined : ne(sessions.id, except),
      ),
    )
    .returning({ id: sessions.id })
  return ended.length
}

/** Forgets the organization's sessions that are over, unless somebody else is at it. */
export async function deleteExpiredSessions(tx: Transaction, orgId: string, now: Temporal.Instant): Promise<void> {
  const expired = tx
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(eq(sessions.orgId, orgId), lte(sessions.expiresAt, now)))
    .for('update', { skipLocked: true })
  await tx.delete(sessions).where(and(eq(sessions.orgId, orgId), inArray(sessions.id, expired)))
}
