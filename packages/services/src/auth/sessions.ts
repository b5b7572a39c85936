import { Temporal } from '@astralis/core/temporal'
import type { Transaction } from '@astralis/db/client'
import * as queries from '@astralis/db/queries/sessions'
import { type Adapter, Lucia, TimeSpan } from 'lucia'
import { recordActivity } from '../activity/record-activity.ts'
import type { Actor, Browser, Runtime } from '../context.ts'
import { inOrganization } from '../transaction.ts'
import { clipUserAgent } from './clip-user-agent.ts'
import { hashToken, newOrgToken, organizationOf } from './org-token.ts'

/*
 * The only file that knows Lucia, which is no longer developed upstream (ADR 0005). Lucia decides when a session
 * expires and is prolonged; storage is ours, so that row-level security holds here too.
 */

declare module 'lucia' {
  interface Register {
    Lucia: ReturnType<typeof lucia>
    DatabaseUserAttributes: Actor
  }
}

const SESSION_DAYS = 30

export interface SessionToken {
  token: string
  expiresAt: Temporal.Instant
}

/**
 * Signs a user in, in the transaction that has checked who it is. Sessions of the organization that are over go with it.
 * The one that the browser had before is `endPrevious`'s, because it may be of another organization.
 */
export async function startSession(
  tx: Transaction,
  runtime: Runtime & Pick<Browser, 'origin' | 'userAgent'>,
  user: { orgId: string; id: string },
): Promise<SessionToken> {
  const { orgId } = user
  const now = runtime.clock()
  const token = newOrgToken(orgId, runtime.newSecret)
  const sessions = lucia(runtime, orgId, ({ id, userId, expiresAt }) =>
    queries.insertSession(tx, {
      orgId,
      id,
      publicId: runtime.newId(),
      userId,
      origin: runtime.origin,
      userAgent: clipUserAgent(runtime.userAgent),
      expiresAt: toInstant(expiresAt),
      lastUsedAt: now,
      createdAt: now,
    }),
  )
  const session = await sessions.createSession(user.id, {}, { sessionId: hashToken(token) })
  await queries.deleteExpiredSessions(tx, orgId, now)
  return { token, expiresAt: toInstant(session.expiresAt) }
}

/** Who holds this token; null for one that is unknown, expired, revoked or malformed, or of a deactivated user. */
export async function authenticateSession(runtime: Runtime, token: string): Promise<Actor | null> {
  const orgId = organizationOf(token)
  if (orgId === null) return null
  const { user } = await lucia(runtime, orgId).validateSession(hashToken(token))
  return user
}

/** Ends a session; one that is already gone is fine. */
export async function endSession(runtime: Runtime & Pick<Browser, 'origin'>, token: string): Promise<void> {
  const orgId = organizationOf(token)
  if (orgId === null) return
  await inOrganization(runtime, orgId, async (tx) => {
    const ended = await queries.deleteSession(tx, orgId, hashToken(token))
    if (!ended) return
    const actor = { orgId, userId: ended.userId }
    await recordActivity(tx, { ...runtime, actor }, [{ action: 'session.ended', entityId: ended.userId }])
  })
}

/**
 * Whoever signs in gets a new session in place of the one that the browser had: a token that somebody else planted there, or
 * has read, is worth nothing afterwards.
 */
export async function endPrevious(runtime: Runtime & Browser): Promise<void> {
  if (runtime.sessionToken !== null) await endSession(runtime, runtime.sessionToken)
}

function toInstant(date: Date): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(date.getTime())
}

function lucia(runtime: Runtime, orgId: string, setSession: Adapter['setSession'] = notUsed) {
  return new Lucia(adapter(runtime, orgId, setSession), {
    sessionExpiresIn: new TimeSpan(SESSION_DAYS, 'd'),
    getUserAttributes: (actor) => actor,
  })
}

function adapter(runtime: Runtime, orgId: string, setSession: Adapter['setSession']): Adapter {
  const inside = (write: (tx: Transaction) => Promise<unknown>) =>
    inOrganization(runtime, orgId, async (tx) => {
      await write(tx)
    })
  return {
    async getSessionAndUser(id) {
      const row = await queries.findSession(runtime.db, orgId, id, runtime.clock())
      if (!row) return [null, null]
      const { expiresAt, ...user } = row
      return [
        { id, userId: row.userId, expiresAt: new Date(expiresAt.epochMilliseconds), attributes: {} },
        { id: row.userId, attributes: { ...user, orgId } },
      ]
    },
    setSession,
    updateSessionExpiration: (id, expiresAt) =>
      inside((tx) => queries.updateSessionExpiry(tx, orgId, id, toInstant(expiresAt))),
    deleteSession: (id) => inside((tx) => queries.deleteSession(tx, orgId, id)),
    getUserSessions: notUsed,
    deleteUserSessions: notUsed,
    deleteExpiredSessions: notUsed,
  }
}

/** Lucia's interface asks for these; nothing here calls what would call them. */
function notUsed(): Promise<never> {
  return Promise.reject(new Error('Lucia called an adapter method that this product does not use.'))
}
