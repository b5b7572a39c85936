import { randomBytes, randomUUID } from 'node:crypto'
import type { Role } from '@astralis/core/people/role'
import { Temporal } from '@astralis/core/temporal'
import type { Database } from '@astralis/db/client'
import { apiTokens } from '@astralis/db/schema/api-tokens'
import { organizations } from '@astralis/db/schema/organizations'
import { sessions, users } from '@astralis/db/schema/users'
import { hashToken, newOrgToken } from '@astralis/services/auth/org-token'
import { hashPassword } from '@astralis/services/auth/password'
import { newApiToken } from '@astralis/services/tokens/api-token'

/** Everybody's. */
export const PASSWORD = 'correct horse'
const PASSWORD_HASH = hashPassword(PASSWORD)

export interface Member {
  orgId: string
  id: string
  email: string
  role: Role
  /** An API token of theirs, which nothing revokes. */
  apiToken: string
  /** Stands in the titles, notes and names of what is theirs, so that it can be looked for in answers. */
  secret: string
}

export interface Organization {
  owner: Database
  id: string
  /** Stands in everything of the organization that is text. */
  mark: string
  members: Record<Role, Member>
  /** A second CLIENT, whose things are somebody else's to all others. */
  bystander: Member
  /** The start of an hour in which nobody has anything yet; each is a week after the one before. */
  nextHour: () => Temporal.Instant
}

export const newSecret = () => randomBytes(32).toString('base64url')

/** Written by the database's owner, without the product: so it is the same whatever of the product is switched off. */
export async function createOrganization(owner: Database, mark: string): Promise<Organization> {
  const id = randomUUID()
  await owner.insert(organizations).values({ id, name: `The ${mark} company`, createdAt: Temporal.Now.instant() })
  let hour = Temporal.Instant.from('2030-03-04T10:00:00Z')
  const member = (role: Role, name: string) => createMember({ owner, id, mark }, role, name)
  return {
    owner,
    id,
    mark,
    members: {
      ADMIN: await member('ADMIN', 'admin'),
      OPERATOR: await member('OPERATOR', 'operator'),
      CLIENT: await member('CLIENT', 'client'),
    },
    bystander: await member('CLIENT', 'bystander'),
    nextHour() {
      hour = hour.add({ hours: 7 * 24 })
      return hour
    },
  }
}

export async function createMember(
  { owner, id: orgId, mark }: Pick<Organization, 'owner' | 'id' | 'mark'>,
  role: Role,
  name: string = randomUUID(),
): Promise<Member> {
  const member = { orgId, id: randomUUID(), email: `${name}@${mark}.example`, role }
  const secret = secretOf(mark, name)
  await owner.insert(users).values({
    ...member,
    name: `The ${name} of ${mark}`,
    timeZone: 'UTC',
    passwordHash: await PASSWORD_HASH,
    createdAt: Temporal.Now.instant(),
  })
  return { ...member, secret, apiToken: (await createApiToken(owner, { ...member, secret })).token }
}

export function secretOf(mark: string, name: string): string {
  return `${mark}-secret-of-${name}`
}

/** A browser in which they are signed in. */
export async function createSession(owner: Database, { orgId, id: userId, secret }: Member) {
  const token = newOrgToken(orgId, newSecret)
  const publicId = randomUUID()
  const now = Temporal.Now.instant()
  await owner.insert(sessions).values({
    orgId,
    id: hashToken(token),
    publicId,
    userId,
    origin: 'web 192.0.2.1',
    userAgent: secret,
    expiresAt: now.add({ hours: 24 * 29 }),
    createdAt: now,
  })
  return { token, publicId }
}

export async function createApiToken(owner: Database, { orgId, id: userId, role, secret }: Omit<Member, 'apiToken'>) {
  const token = newApiToken(orgId, newSecret)
  const id = randomUUID()
  const createdAt = Temporal.Now.instant()
  await owner
    .insert(apiTokens)
    .values({ orgId, id, userId, name: secret, role, tokenHash: hashToken(token), expiresAt: null, createdAt })
  return { token, id }
}
