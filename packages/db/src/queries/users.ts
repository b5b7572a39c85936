import { and, asc, eq, or } from 'drizzle-orm'
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

/** A member, without what signs them in. */
export type MemberRow = Pick<UserRow, keyof typeof publicColumns>

/** Null where the organization has no such member. */
export async function findMember(tx: Transaction, orgId: string, id: string): Promise<MemberRow | null> {
  const [row] = await tx
    .select(publicColumns)
    .from(users)
    .where(and(eq(users.orgId, orgId), eq(users.id, id)))
  return row ?? null
}

/** The member of this organization with this address, deactivated or not. */
export async function findMemberByEmail(tx: Transaction, orgId: string, email: string): Promise<MemberRow | null> {
  const [row] = await tx
    .select(publicColumns)
    .from(users)
    .where(and(eq(users.orgId, orgId), eq(users.email, email)))
  return row ?? null
}

/** Everybody in the organization, by name; or those who are active. */
export async function listMembers(
  tx: Transaction,
  orgId: string,
  { onlyActive }: { onlyActive: boolean },
): Promise<MemberRow[]> {
  return tx
    .select(publicColumns)
    .from(users)
    .where(and(eq(users.orgId, orgId), onlyActive ? eq(users.isActive, true) : undefined))
    .orderBy(asc(users.name), asc(users.id))
}

/**
 * What a member signs in with, and whether they may. It stays so until the transaction ends: whoever changes it meanwhile
 * waits. Null where the organization has no such member.
 */
export async function lockPassword(
  tx: Transaction,
  orgId: string,
  id: string,
): Promise<{ passwordHash: string; isActive: boolean } | null> {
  const [row] = await tx
    .select({ passwordHash: users.passwordHash, isActive: users.isActive })
    .from(users)
    .where(and(eq(users.orgId, orgId), eq(users.id, id)))
    .for('share')
  return row ?? null
}

/** Sets a new password in place of that one; false when it is another one by now. */
export async function replacePassword(
  tx: Transaction,
  orgId: string,
  id: string,
  { from, to }: { from: string; to: string },
): Promise<boolean> {
  const replaced = await tx
    .update(users)
    .set({ passwordHash: to })
    .where(and(eq(users.orgId, orgId), eq(users.id, id), eq(users.passwordHash, from)))
    .returning({ id: users.id })
  return replaced.length > 0
}

/** What members change of themselves. */
export async function updateProfile(
  tx: Transaction,
  orgId: string,
  id: string,
  { name, timeZone }: Pick<UserRow, 'name' | 'timeZone'>,
): Promise<void> {
  await tx
    .update(users)
    .set({ name, timeZone })
    .where(and(eq(users.orgId, orgId), eq(users.id, id)))
}

/** A member who stays as they are until the transaction ends; null where the organization has none with this id. */
export async function holdMember(tx: Transaction, orgId: string, id: string): Promise<MemberRow | null> {
  const [row] = await tx
    .select(publicColumns)
    .from(users)
    .where(and(eq(users.orgId, orgId), eq(users.id, id)))
    .for('share')
  return row ?? null
}

/** Nobody else changes the organization's admins, or this member, until the transaction ends. */
export async function lockMembers(tx: Transaction, orgId: string, id: string): Promise<void> {
  await tx
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.orgId, orgId), or(eq(users.role, 'ADMIN'), eq(users.id, id))))
    .orderBy(asc(users.id))
    .for('no key update')
}

/** The ids of those who are active and ADMIN. */
export async function listAdmins(tx: Transaction, orgId: string): Promise<string[]> {
  const rows = await tx
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.orgId, orgId), eq(users.role, 'ADMIN'), eq(users.isActive, true)))
  return rows.map(({ id }) => id)
}

export async function setMember(
  tx: Transaction,
  orgId: string,
  id: string,
  changes: Pick<UserRow, 'role' | 'isActive'>,
): Promise<void> {
  await tx
    .update(users)
    .set(changes)
    .where(and(eq(users.orgId, orgId), eq(users.id, id)))
}
