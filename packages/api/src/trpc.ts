import type { ServiceContext } from '@astralis/services/context'
import { ServiceError } from '@astralis/services/errors'
import { initTRPC } from '@trpc/server'
import type { ApiContext } from './context.ts'
import { formatError, toTrpcError } from './map-error.ts'

const t = initTRPC.context<ApiContext>().create({
  errorFormatter: ({ shape, error, ctx }) => formatError({ shape, error, requestId: ctx?.requestId }),
})

export const router = t.router

/*
 * Default deny: the bare procedure stays in this file, so each procedure starts from one of the two below and says with
 * it who may call.
 */
const procedure = t.procedure.use(async ({ next }) => {
  const result = await next()
  if (!result.ok) throw toTrpcError(result.error)
  return result
})

/** Callable without an account: signing up and in, and answering an invitation. */
export const publicProcedure = procedure

/** Callable by every member of an organization; services decide what each may see and change. */
export const memberProcedure = procedure.use(({ ctx, next }) => next({ ctx: { service: asMember(ctx) } }))

/** The caller as a member, for the one procedure that guests may call too. Throws NOT_SIGNED_IN. */
export function asMember(ctx: ApiContext): ServiceContext {
  const { actor } = ctx
  if (!actor) throw new ServiceError('NOT_SIGNED_IN', 'Sign in first.')
  return { ...ctx, actor }
}
