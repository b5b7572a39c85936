import type { Role } from '@astralis/core/people/role'
import type { Temporal } from '@astralis/core/temporal'
import { and, desc, eq, gt, lte } from 'drizzle-orm'
import { anyOf } from '../any-of.ts'
import type { Transaction } from '../client.ts'
import { mails } from '../schema/mails.ts'
import { memberInvitations } from '../schema/member-invitations.ts'
import { organizations } from '../schema/organizations.ts'
import { users } from '../schema/users.ts'

/** An open invitation to join, with what whoever is invited may know of it. */
export interface OpenInvitation {
  id: string
  email: string
  role: Role
  /** Name and time zone of whoever invited. */
  invitedBy: string
  timeZone: string
  organizationName: string
  expiresAt: Temporal.Instant
  createdAt: Temporal.Instant
}

const columns = {
  id: memberInvitations.id,
  email: memberInvitations.email,
  role: memberInvitations.role,
  invitedBy: users.name,
  timeZone: users.timeZone,
  organizationName: organizations.name,
  expiresAt: memberInvitations.expiresAt,
  createdAt: memberInvitations.createdAt,
}

/** Writes an invitation; one to the same address goes, and with it its link. Those that are over go, too. */
export async function replaceInvitation(
  tx: Transaction,
  row: typeof memberInvitations.$inferInsert & { sealedToken: string },
): Promise<void> {
  const { orgId, email, createdAt, ...fields } = row
  await tx
    .delete(memberInvitations)
    .where(and(eq(memberInvitations.orgId, orgId), lte(memberInvitations.expiresAt, createdAt)))
  await tx
    .insert(memberInvitations)
    .values(row)
    .onConflictDoUpdate({
      target: [memberInvitations.orgId, memberInvitations.email],
      set: { ...fields, createdAt },
    })
  await tx.insert(mails).values({
    orgId,
    id: row.id,
    kind: 'membership',
    recipientEmail: email,
    eventId: row.id,
    uid: row.id,
    eventVersion: 0,
    dueAt: createdAt,
    status: 'PENDING',
    createdAt,
  })
}

/** Those that can still be accepted, the latest first. */
export async function listOpenInvitations(
  tx: Transaction,
  orgId: string,
  now: Temporal.Instant,
): Promise<OpenInvitation[]> {
  return select(tx)
    .where(and(eq(memberInvitations.orgId, orgId), gt(memberInvitations.expiresAt, now)))
    .orderBy(desc(memberInvitations.createdAt), desc(memberInvitations.id))
}

/** The one with this token in its link, if it can still be accepted. */
export async function findOpenInvitation(
  tx: Transaction,
  orgId: string,
  tokenHash: string,
  now: Temporal.Instant,
): Promise<OpenInvitation | null> {
  const [row] = await select(tx).where(
    and(
      eq(memberInvitations.orgId, orgId),
      eq(memberInvitations.tokenHash, tokenHash),
      gt(memberInvitations.expiresAt, now),
    ),
  )
  return row ?? null
}

/** Takes it away, if it can still be accepted: of two who do so at once, one gets it. */
export async function takeOpenInvitation(
  tx: Transaction,
  orgId: string,
  tokenHash: string,
  now: Temporal.Instant,
): Promise<{ id: string; email: string; role: Role } | null> {
  const [row] = await tx
    .delete(memberInvitations)
    .where(
      and(
        eq(memberInvitations.orgId, orgId),
        eq(memberInvitations.tokenHash, tokenHash),
        gt(memberInvitations.expiresAt, now),
      ),
    )
    .returning({ id: memberInvitations.id, email: memberInvitations.email, role: memberInvitations.role })
  return row ?? null
}

/** Null where there is none with this id. */
export async function deleteInvitation(
  tx: Transaction,
  orgId: string,
  id: string,
): Promise<{ email: string; role: Role } | null> {
  const [row] = await tx
    .delete(memberInvitations)
    .where(and(eq(memberInvitations.orgId, orgId), eq(memberInvitations.id, id)))
    .returning({ email: memberInvitations.email, role: memberInvitations.role })
  return row ?? null
}

/** An invitation as its mail tells of it; `sealedToken` is null once it has been mailed. */
export interface MailedInvitation extends OpenInvitation {
  inviterEmail: string
  sealedToken: string | null
}

/** Those of `ids` that are still there, over or not. */
export async function listMailedInvitations(
  tx: Transaction,
  orgId: string,
  ids: readonly string[],
): Promise<MailedInvitation[]> {
  if (ids.length === 0) return []
  return tx
    .select({ ...columns, inviterEmail: users.email, sealedToken: memberInvitations.sealedToken })
    .from(memberInvitations)
    .innerJoin(users, inviter)
    .innerJoin(organizations, eq(organizations.id, memberInvitations.orgId))
    .where(and(eq(memberInvitations.orgId, orgId), anyOf(memberInvitations.id, ids)))
}

const inviter = and(eq(users.orgId, memberInvitations.orgId), eq(users.id, memberInvitations.invitedBy))

function select(tx: Transaction) {
  return tx
    .select(columns)
    .from(memberInvitations)
    .innerJoin(users, inviter)
    .innerJoin(organizations, eq(organizations.id, memberInvitations.orgId))
}
