import { conflictsInput } from '@astralis/core/events/event-input'
import { listConflicts } from '@astralis/services/scheduling/list-conflicts'
import { memberProcedure, router } from '../trpc.ts'

export const schedulingRouter = router({
  conflicts: memberProcedure.input(conflictsInput).query(({ ctx, input }) => listConflicts(ctx.service, input)),
})
