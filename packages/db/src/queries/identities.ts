import type { LinkableProvider } from '@astralis/core/sync/provider-name'
import { and, asc, eq } from 'drizzle-orm'
import type { Transaction } from '../client.ts'
import { identities } from '../schema/identities.ts'

export type IdentityRow = typeof identities.$inferSelect

interface Owner {
  userId: string
  provider: LinkableProvider
}

/** Who signs in with this account, in any organization; the transaction must have entered the sign-in. */
export async function findIdentityByAccount(
  tx: Transaction,
  provider: LinkableProvider,
  accountId: string,
): Promise<IdentityRow | null> {
  const [row] = await tx
    .select()
    .from(identities)
    .where(and(eq(identities.provider, provider), eq(identities.accountId, accountId)))
  return row ?? null
}

/** The accounts that a member signs in with. */
export async function listIdentities(tx: Transaction, orgId: string, userId: string): Promise<IdentityRow[]> {
  return tx
    .select()
    .from(identities)
    .where(and(eq(identities.orgId, orgId), eq(identities.userId, userId)))
    .orderBy(asc(identities.provider))
}

/** Links an account, in place of the member's other one of that service. Breaks `identities_account_unique`. */
export async function putIdentity(tx: Transaction, row: typeof identities.$inferInsert): Promise<void> {
  const { accountId, accountEmail, createdAt } = row
  await tx
    .insert(identities)
    .values(row)
    .onConflictDoUpdate({
      target: [identities.orgId, identities.userId, identities.provider],
      set: { accountId, accountEmail, createdAt },
    })
}

/** Takes the link away; what it was, null where there is none. */
export async function deleteIdentity(
  tx: Transaction,
  orgId: string,
  { userId, provider }: Owner,
): Promise<IdentityRow | null> {
  const [row] = await tx
    .delete(identities)
    .where(and(eq(identities.orgId, orgId), eq(identities.userId, userId), eq(identities.provider, provider)))
    .returning()
  return row ?? null
}
