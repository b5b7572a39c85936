import type { Role } from '@astralis/core/people/role'
import type { Temporal } from '@astralis/core/temporal'
import { and, count, desc, eq, sql } from 'drizzle-orm'
import type { Database, Transaction } from '../client.ts'
import { apiTokens } from '../schema/api-tokens.ts'
import { users } from '../schema/users.ts'

export interface ApiTokenOwner {
  userId: string
  email: string
  name: string
  /** The token's, or its owner's if that is less. */
  role: Role
  timeZone: string
  organizationName: string
  tokenName: string
}

/** Whom the token with this hash acts as; null where there is none. One round trip, as `findSession`. */
export async function findApiToken(
  db: Database,
  orgId: string,
  hash: string,
  usedAt: Temporal.Instant,
): Promise<ApiTokenOwner | null> {
  const [row] = await db.execute<{ [Field in keyof ApiTokenOwner]: ApiTokenOwner[Field] }>(sql`
    select user_id as "userId", email, name, role, time_zone as "timeZone", organization_name as "organizationName",
      token_name as "tokenName"
    from find_api_token(${orgId}, ${hash}, ${usedAt.toString()}::timestamptz)`)
  return row ?? null
}

export async function insertApiToken(tx: Transaction, row: typeof apiTokens.$inferInsert): Promise<void> {
  await tx.insert(apiTokens).values(row)
}

/** How many tokens a member has; until the transaction ends, nobody makes another one for them. */
export async function lockTokensOf(tx: Transaction, orgId: string, userId: string): Promise<number> {
  await tx
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.orgId, orgId), eq(users.id, userId)))
    .for('no key update')
  const [row] = await tx
    .select({ tokens: count() })
    .from(apiTokens)
    .where(and(eq(apiTokens.orgId, orgId), eq(apiTokens.userId, userId)))
  return row?.tokens ?? 0
}

/** Tokens with who made them, newest first; of one member where `userId` is given. */
export async function listApiTokens(tx: Transaction, orgId: string, userId?: string) {
  const { id, name, role, expiresAt, lastUsedAt, createdAt } = apiTokens
  return tx
    .select({ id, name, role, userId: apiTokens.userId, userName: users.name, expiresAt, lastUsedAt, createdAt })
    .from(apiTokens)
    .innerJoin(users, and(eq(users.orgId, apiTokens.orgId), eq(users.id, apiTokens.userId)))
    .where(and(eq(apiTokens.orgId, orgId), userId === undefined ? undefined : eq(apiTokens.userId, userId)))
    .orderBy(desc(apiTokens.createdAt), desc(apiTokens.id))
}

/** Takes a token away, of whoever made it or of one member only; null where there is none. */
export async function deleteApiToken(tx: Transaction, orgId: string, id: string, userId?: string) {
  const [row] = await tx
    .delete(apiTokens)
    .where(
      and(
        eq(apiTokens.orgId, orgId),
        eq(apiTokens.id, id),
        userId === undefined ? undefined : eq(apiTokens.userId, userId),
      ),
    )
    .returning({ userId: apiTokens.userId, name: apiTokens.name, role: apiTokens.role })
  return row ?? null
}

/** Takes all tokens of a member away. */
export async function deleteApiTokensOf(tx: Transaction, orgId: string, userId: string): Promise<void> {
  await tx.delete(apiTokens).where(and(eq(apiTokens.orgId, orgId), eq(apiTokens.userId, userId)))
}
