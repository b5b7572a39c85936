import type { LinkableProvider } from '@astralis/core/sync/provider-name'
import type { Temporal } from '@astralis/core/temporal'
import { and, asc, eq, inArray, lte, sql } from 'drizzle-orm'
import type { Transaction } from '../client.ts'
import { authorizations, connections } from '../schema/connections.ts'
import { users } from '../schema/users.ts'

/** Everything of a linked account but its tokens. */
const columns = {
  id: connections.id,
  userId: connections.userId,
  provider: connections.provider,
  accountId: connections.accountId,
  accountEmail: connections.accountEmail,
  status: connections.status,
  problem: connections.problem,
  problemSince: connections.problemSince,
  lastSyncAt: connections.lastSyncAt,
  createdAt: connections.createdAt,
}

type ConnectionInsert = typeof connections.$inferInsert
export type ConnectionRow = Pick<typeof connections.$inferSelect, keyof typeof columns>
export type ConnectionChanges = Partial<
  Omit<ConnectionInsert, 'orgId' | 'id' | 'userId' | 'provider' | 'accountId' | 'createdAt'>
>

export async function insertConnection(tx: Transaction, row: ConnectionInsert): Promise<void> {
  await tx.insert(connections).values(row)
}

export async function updateConnection(
  tx: Transaction,
  orgId: string,
  id: string,
  changes: ConnectionChanges,
): Promise<void> {
  await tx.update(connections).set(changes).where(isConnection(orgId, id))
}

/** A member's linked accounts, the first linked first. */
export async function listConnections(tx: Transaction, orgId: string, userId: string): Promise<ConnectionRow[]> {
  return tx
    .select(columns)
    .from(connections)
    .where(and(eq(connections.orgId, orgId), eq(connections.userId, userId)))
    .orderBy(asc(connections.createdAt), asc(connections.id))
}

/** Null where the organization has no such account. Nobody else changes it until the transaction ends. */
export async function lockConnection(tx: Transaction, orgId: string, id: string): Promise<ConnectionRow | null> {
  const [row] = await tx.select(columns).from(connections).where(isConnection(orgId, id)).for('update')
  return row ?? null
}

/** Null where the organization has no such account. */
export async function findConnection(tx: Transaction, orgId: string, id: string): Promise<ConnectionRow | null> {
  const [row] = await tx.select(columns).from(connections).where(isConnection(orgId, id))
  return row ?? null
}

/** The account as a member has linked it before. Nobody else changes it until the transaction ends. */
export async function lockConnectionOf(
  tx: Transaction,
  {
    orgId,
    userId,
    provider,
    accountId,
  }: { orgId: string; userId: string; provider: LinkableProvider; accountId: string },
): Promise<ConnectionRow | null> {
  const [row] = await tx
    .select(columns)
    .from(connections)
    .where(
      and(
        eq(connections.orgId, orgId),
        eq(connections.userId, userId),
        eq(connections.provider, provider),
        eq(connections.accountId, accountId),
      ),
    )
    .for('update')
  return row ?? null
}

/** Whether somebody else of the organization has linked the same account, and still uses it. */
export async function isLinkedElsewhere(
  tx: Transaction,
  orgId: string,
  { id, provider, accountId }: Pick<ConnectionRow, 'id' | 'provider' | 'accountId'>,
): Promise<boolean> {
  const rows = await tx
    .select({ id: connections.id })
    .from(connections)
    .where(
      and(
        eq(connections.orgId, orgId),
        eq(connections.provider, provider),
        eq(connections.accountId, accountId),
        inArray(connections.status, ['ACTIVE', 'PAUSED']),
        sql`${connections.id} <> ${id}`,
      ),
    )
    .limit(1)
  return rows.length > 0
}

/** Ends what worked until now; false where it did not work before, or is unlinked. */
export async function breakConnection(
  tx: Transaction,
  orgId: string,
  id: string,
  {
    at,
    ...changes
  }: { status: 'NEEDS_REAUTH' | 'SCOPES_MISSING'; problem: string; problemDetail: string; at: Temporal.Instant },
): Promise<boolean> {
  const rows = await tx
    .update(connections)
    .set({ ...changes, problemSince: at, updatedAt: at })
    .where(and(isConnection(orgId, id), inArray(connections.status, ['ACTIVE', 'PAUSED'])))
    .returning({ id: connections.id })
  return rows.length > 0
}

export interface TokensRow {
  userId: string
  provider: ConnectionRow['provider']
  status: ConnectionRow['status']
  accountEmail: string
  /** By which we know the member. */
  memberEmail: string
  /** Sealed, as is the other one. */
  accessToken: string | null
  accessExpiresAt: Temporal.Instant | null
  refreshToken: string | null
}

/** Null where the organization has no such account. */
export async function findTokens(tx: Transaction, orgId: string, id: string): Promise<TokensRow | null> {
  const [row] = await tx
    .select({
      userId: connections.userId,
      provider: connections.provider,
      status: connections.status,
      accountEmail: connections.accountEmail,
      memberEmail: users.email,
      accessToken: connections.accessToken,
      accessExpiresAt: connections.accessExpiresAt,
      refreshToken: connections.refreshToken,
    })
    .from(connections)
    .innerJoin(users, and(eq(users.orgId, connections.orgId), eq(users.id, connections.userId)))
    .where(isConnection(orgId, id))
  return row ?? null
}

type SealedTokens = Pick<TokensRow, 'accessToken' | 'refreshToken'>

/** Puts tokens in the place of those that were read; false, and nothing is changed, where others are there by now. */
export async function replaceTokens(
  tx: Transaction,
  orgId: string,
  id: string,
  known: SealedTokens,
  changes: SealedTokens & { accessExpiresAt?: Temporal.Instant | null; updatedAt?: Temporal.Instant },
): Promise<boolean> {
  const rows = await tx
    .update(connections)
    .set(changes)
    .where(
      and(
        isConnection(orgId, id),
        sql`${connections.accessToken} is not distinct from ${known.accessToken}`,
        sql`${connections.refreshToken} is not distinct from ${known.refreshToken}`,
      ),
    )
    .returning({ id: connections.id })
  return rows.length > 0
}

/** Some of an organization's accounts with tokens, by id, after `after`. */
export async function listTokens(tx: Transaction, orgId: string, after: string | null, limit: number) {
  return tx
    .select({
      id: connections.id,
      provider: connections.provider,
      accessToken: connections.accessToken,
      refreshToken: connections.refreshToken,
    })
    .from(connections)
    .where(
      and(
        eq(connections.orgId, orgId),
        sql`(${connections.accessToken} is not null or ${connections.refreshToken} is not null)`,
        after === null ? undefined : sql`${connections.id} > ${after}`,
      ),
    )
    .orderBy(asc(connections.id))
    .limit(limit)
}

/** Notes a consent that begins, and forgets those that nobody came back from. */
export async function insertAuthorization(
  tx: Transaction,
  row: typeof authorizations.$inferInsert,
  now: Temporal.Instant,
): Promise<void> {
  await tx.delete(authorizations).where(and(eq(authorizations.orgId, row.orgId), lte(authorizations.expiresAt, now)))
  await tx.insert(authorizations).values(row)
}

export type AuthorizationRow = typeof authorizations.$inferSelect

/** Null for a state that nobody began with, or that was used. */
export async function findAuthorization(
  tx: Transaction,
  orgId: string,
  stateHash: string,
): Promise<AuthorizationRow | null> {
  const [row] = await tx
    .select()
    .from(authorizations)
    .where(and(eq(authorizations.orgId, orgId), eq(authorizations.stateHash, stateHash)))
  return row ?? null
}

/** False where somebody else was faster. */
export async function deleteAuthorization(tx: Transaction, orgId: string, stateHash: string): Promise<boolean> {
  const rows = await tx
    .delete(authorizations)
    .where(and(eq(authorizations.orgId, orgId), eq(authorizations.stateHash, stateHash)))
    .returning({ stateHash: authorizations.stateHash })
  return rows.length > 0
}

function isConnection(orgId: string, id: string) {
  return and(eq(connections.orgId, orgId), eq(connections.id, id))
}
