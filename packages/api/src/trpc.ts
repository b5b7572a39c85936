import { isProcedureName, ruleOf } from '@astralis/core/access/access-table'
import { requireAllowed } from '@astralis/services/access'
import type { ServiceContext } from '@astralis/services/context'
import { ServiceError } from '@astralis/services/errors'
import { initTRPC } from '@trpc/server'
import type { ApiContext } from './context.ts'
import { formatError, toTrpcError } from './map-error.ts'

/** Silence for longer than two signs of life means that the connection is gone, as after a laptop has slept. */
const SIGN_OF_LIFE_MILLISECONDS = 5000
const SILENCE_MILLISECONDS = 12_000

const t = initTRPC.context<ApiContext>().create({
  errorFormatter: ({ shape, error, ctx }) => formatError({ shape, error, requestId: ctx?.requestId }),
  sse: {
    ping: { enabled: true, intervalMs: SIGN_OF_LIFE_MILLISECONDS },
    client: { reconnectAfterInactivityMs: SILENCE_MILLISECONDS },
  },
})

export const router = t.router

/*
 * Default deny: the bare procedure stays in this file, so each procedure starts from one of the two below, and what the
 * table of access (core/access/access-table.ts) does not allow is refused before its input is looked at.
 */
const procedure = t.procedure.use(async ({ next }) => {
  const result = await next()
  if (!result.ok) throw toTrpcError(result.error)
  return result
})

/** Callable without an account, where the table says so: signing up and in, and answering an invitation. */
export const publicProcedure = procedure.use(({ path, next }) => {
  if (!isProcedureName(path) || ruleOf(path).who !== 'everybody')
    throw new ServiceError('NOT_ALLOWED', `Nobody has said that everybody may call ${path}.`)
  return next()
})

/** Callable by the members whose role the table allows; services decide what of it each may see and change. */
export const memberProcedure = procedure.use(({ ctx, path, next }) => {
  const service = asMember(ctx)
  requireAllowed(service.actor, path, ctx.sessionToken !== null)
  return next({ ctx: { service } })
})

/** The caller as a member, for the one procedure that guests may call too. Throws NOT_SIGNED_IN. */
export function asMember(ctx: ApiContext): ServiceContext {
  const { actor } = ctx
  if (!actor) throw new ServiceError('NOT_SIGNED_IN', ctx.hasApiToken ? TOKEN_REFUSED : 'Sign in first.')
  return { ...ctx, actor }
}

const TOKEN_REFUSED = 'This API token is unknown, revoked or expired, or its owner can not sign in any more.'
