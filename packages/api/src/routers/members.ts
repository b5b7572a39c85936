import { listMembers } from '@astralis/services/members/list-members'
import { memberProcedure, router } from '../trpc.ts'

export const membersRouter = router({
  list: memberProcedure.query(async ({ ctx }) => ({ members: await listMembers(ctx.service) })),
})
