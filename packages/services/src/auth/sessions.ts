import { Temporal } from '@astralis/core/temporal'
import type { Transaction } from '@astralis/db/client'
import * as queries from '@astralis/db/queries/sessions'
import { type Adapter, Lucia, TimeSpan } from 'lucia'
import type { Actor, Runtime } from '../context.ts'
import { inOrganization } from '../transaction.ts'
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

/** Signs a user in, in the transaction that has checked who it is. */
export async function startSession(
  tx: Transaction,
  runtime: Runtime,
  user: { orgId: string; id: string },
): Promise<SessionToken> {
  const token = newOrgToken(user.orgId, runtime.newSecret)
  const sessions = lucia(runtime, user.orgId, (write) => write(tx))
  const session = await sessions.createSession(user.id, {}, { sessionId: hashToken(token) })
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
export async function endSession(runtime: Runtime, token: string): Promise<void> {
  const orgId = organizationOf(token)
  if (orgId !== null) await lucia(runtime, orgId).invalidateSession(hashToken(token))
}

function toInstant(date: Date): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(date.getTime())
}

type Write = (write: (tx: Transaction) => Promise<void>) => Promise<void>

function lucia(runtime: Runtime, orgId: string, inside: Write = (write) => inOrganization(runtime, orgId, write)) {
  return new Lucia(adapter(runtime, orgId, inside), {
    sessionExpiresIn: new TimeSpan(SESSION_DAYS, 'd'),
    getUserAttributes: (actor) => actor,
  })
}

function adapter({ db, clock }: Runtime, orgId: string, inside: Write): Adapter {
  return {
    async getSessionAndUser(id) {
      const row = await queries.findSession(db, orgId, id, clock())
      if (!row) return [null, null]
      const { expiresAt, ...user } = row
      return [
        { id, userId: row.userId, expiresAt: new Date(expiresAt.epochMilliseconds), attributes: {} },
        { id: row.userId, attributes: { ...user, orgId } },
      ]
    },
    setSession: ({ id, userId, expiresAt }) =>
      inside((tx) =>
        queries.insertSession(tx, { orgId, id, userId, expiresAt: toInstant(expiresAt), createdAt: clock() }),
      ),
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
