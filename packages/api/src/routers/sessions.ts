import { sessionInput } from '@astralis/core/people/account-input'
import { listSessions } from '@astralis/services/account/list-sessions'
import { revokeOtherSessions } from '@astralis/services/account/revoke-other-sessions'
import { revokeSession } from '@astralis/services/account/revoke-session'
import { memberProcedure, router } from '../trpc.ts'

/** Where people are signed in (H1). */
export const sessionsRouter = router({
  list: memberProcedure.query(async ({ ctx }) => ({ sessions: await listSessions({ ...ctx, ...ctx.service }) })),
  revoke: memberProcedure.input(sessionInput).mutation(async ({ ctx, input }) => {
    const { isCurrent } = await revokeSession({ ...ctx, ...ctx.service }, input)
    if (isCurrent) ctx.setSession(null)
    return {}
  }),
  revokeOthers: memberProcedure.mutation(async ({ ctx }) => ({
    ended: await revokeOtherSessions({ ...ctx, ...ctx.service }),
  })),
})
