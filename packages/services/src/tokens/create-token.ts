import { type Role, ROLES } from '@astralis/core/people/role'
import type { CreateTokenInput } from '@astralis/core/people/token-input'
import { isBefore } from '@astralis/core/time/instant'
import { insertApiToken, lockTokensOf } from '@astralis/db/queries/api-tokens'
import { recordActivity } from '../activity/record-activity.ts'
import { hashToken } from '../auth/org-token.ts'
import type { ServiceContext } from '../context.ts'
import { ServiceError } from '../errors.ts'
import { inOrganization } from '../transaction.ts'
import { newApiToken } from './api-token.ts'

const MOST_TOKENS = 50

/**
 * Makes a key for an internal tool, which acts as the caller (H4). The token is in the answer and nowhere else: its hash is
 * stored. Throws NOT_ALLOWED for more than the caller's own role, or than 50 tokens.
 */
export async function createToken(
  ctx: ServiceContext,
  { name, role, expiresAt }: CreateTokenInput,
): Promise<{ id: string; token: string }> {
  const { orgId, userId } = ctx.actor
  const now = ctx.clock()
  if (isMore(role, ctx.actor.role))
    throw new ServiceError('NOT_ALLOWED', 'A token can do no more than you: choose your own role, or a lesser one.')
  if (expiresAt && !isBefore(now, expiresAt)) {
    const message = 'Expected a time in the future.'
    throw new ServiceError('INVALID_INPUT', message, { fields: { expiresAt: message } })
  }
  const id = ctx.newId()
  const token = newApiToken(orgId, ctx.newSecret)
  await inOrganization(ctx, orgId, async (tx) => {
    if ((await lockTokensOf(tx, orgId, userId)) >= MOST_TOKENS)
      throw new ServiceError('NOT_ALLOWED', `You have ${MOST_TOKENS} API tokens. Revoke one that is not used any more.`)
    const expiry = { expiresAt: expiresAt ?? null }
    await insertApiToken(tx, { orgId, id, userId, name, role, ...expiry, tokenHash: hashToken(token), createdAt: now })
    const after = { name, role, expiresAt: expiresAt?.toString() ?? null }
    await recordActivity(tx, ctx, [{ action: 'token.created', entityId: id, after }])
  })
  return { id, token }
}

/** Roles are listed from the one that may most. */
function isMore(role: Role, than: Role): boolean {
  return ROLES.indexOf(role) < ROLES.indexOf(than)
}
