import { listSessions as findSessions, type OwnSessionRow } from '@astralis/db/queries/sessions'
import { hashToken } from '../auth/org-token.ts'
import type { ServiceContext } from '../context.ts'
import { inOrganization } from '../transaction.ts'
import type { CallerSession } from './require-session.ts'

/** Where somebody is signed in. Instants in UTC; `lastUsedAt` to the minute. */
export interface OwnSession extends Pick<OwnSessionRow, 'id' | 'origin' | 'userAgent'> {
  createdAt: string
  lastUsedAt: string
  expiresAt: string
  /** The one that asks; none is, for an API token. */
  isCurrent: boolean
}

/** Where the caller is signed in, the session used last first (H1). */
export async function listSessions(ctx: ServiceContext & CallerSession): Promise<OwnSession[]> {
  const { orgId, userId } = ctx.actor
  const current = ctx.sessionToken === null ? null : hashToken(ctx.sessionToken)
  const rows = await inOrganization(ctx, orgId, (tx) => findSessions(tx, orgId, userId, ctx.clock()))
  return rows.map(({ hash, id, origin, userAgent, createdAt, lastUsedAt, expiresAt }) => ({
    id,
    origin,
    userAgent,
    createdAt: createdAt.toString(),
    lastUsedAt: lastUsedAt.toString(),
    expiresAt: expiresAt.toString(),
    isCurrent: hash === current,
  }))
}
