import { and, asc, eq } from 'drizzle-orm'
import type { Transaction } from '../client.ts'
import { organizations } from '../schema/organizations.ts'
import { users } from '../schema/users.ts'

export type UserRow = typeof users.$inferSelect

const publicColumns = {
  id: users.id,
  email: users.email,
  name: users.name,
  role: users.role,
  isActive: users.isActive,
  timeZone: users.timeZone,
}

export async function insertOrganization(tx: Transaction, row: typeof organizations.$inferInsert): Promise<void> {
  await tx.insert(organizations).values(row)
}

export async function insertUser(tx: Transaction, row: typeof users.$inferInsert): Promise<void> {
  await tx.insert(users).values(row)
}

/** The account with this address in any organization; the transaction must have entered the sign-in. */
export async function findUserByEmail(tx: Transaction, email: string): Promise<UserRow | null> {
  const [row] = await tx.select().from(users).where(eq(users.email, email))
  return row ?? null
}

/** A member that this transaction knows to exist, together with the organization's name. */
export async function getUser(tx: Transaction, orgId: string, id: string) {
  const [row] = await tx
    .select({ ...publicColumns, organizationName: organizations.name })
    .from(users)
    .innerJoin(organizations, eq(organizations.id, users.orgId))
    .where(and(eq(users.orgId, orgId), eq(users.id, id)))
  if (!row) throw new Error(`User ${id} is gone within the transaction that knows it.`)
  return row
}

/** Null where the organization has no such member. */
export async function findMember(tx: Transaction, orgId: string, id: string) {
  const [row] = await tx
    .select(publicColumns)
    .from(users)
    .where(and(eq(users.orgId, orgId), eq(users.id, id)))
  return row ?? null
}

/** Everybody in the organization, by name. */
export async function listMembers(tx: Transaction, orgId: string) {
  return tx.select(publicColumns).from(users).where(eq(users.orgId, orgId)).orderBy(asc(users.name), asc(users.id))
}
