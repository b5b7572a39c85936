import type { Role } from '@astralis/core/people/role'
import { listApiTokens } from '@astralis/db/queries/api-tokens'
import { reachesAll } from '../access.ts'
import type { ServiceContext } from '../context.ts'
import { inOrganization } from '../transaction.ts'

/** An API token, without the token. Instants are RFC 3339. */
export interface ListedToken {
  id: string
  name: string
  /** What it was made with; it acts with its owner's role where that is less. */
  role: Role
  userId: string
  userName: string
  /** Null: it works until it is revoked. */
  expiresAt: string | null
  /** To the minute; null: never. */
  lastUsedAt: string | null
  createdAt: string
}

/** The caller's API tokens, an ADMIN's all of the organization, newest first. */
export async function listTokens(ctx: ServiceContext): Promise<ListedToken[]> {
  const { orgId, userId } = ctx.actor
  const owner = reachesAll(ctx.actor, 'tokens.list') ? undefined : userId
  const rows = await inOrganization(ctx, orgId, (tx) => listApiTokens(tx, orgId, owner))
  return rows.map(({ expiresAt, lastUsedAt, createdAt, ...row }) => ({
    ...row,
    expiresAt: expiresAt?.toString() ?? null,
    lastUsedAt: lastUsedAt?.toString() ?? null,
    createdAt: createdAt.toString(),
  }))
}
