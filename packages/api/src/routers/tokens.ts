import { createTokenInput, tokenInput } from '@astralis/core/people/token-input'
import { createToken } from '@astralis/services/tokens/create-token'
import { listTokens } from '@astralis/services/tokens/list-tokens'
import { revokeToken } from '@astralis/services/tokens/revoke-token'
import { memberProcedure, router } from '../trpc.ts'

/** Keys for internal tools (H4). */
export const tokensRouter = router({
  create: memberProcedure.input(createTokenInput).mutation(({ ctx, input }) => createToken(ctx.service, input)),
  list: memberProcedure.query(async ({ ctx }) => ({ tokens: await listTokens(ctx.service) })),
  revoke: memberProcedure.input(tokenInput).mutation(async ({ ctx, input }) => {
    await revokeToken(ctx.service, input)
    return {}
  }),
})
