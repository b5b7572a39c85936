import { exportActivityInput, listActivityInput } from '@astralis/core/activity/activity-input'
import { exportActivity } from '@astralis/services/activity/export-activity'
import { listActivity } from '@astralis/services/activity/list-activity'
import { memberProcedure, router } from '../trpc.ts'

export const activityRouter = router({
  list: memberProcedure.input(listActivityInput).query(({ ctx, input }) => listActivity(ctx.service, input)),
  export: memberProcedure.input(exportActivityInput).query(({ ctx, input }) => exportActivity(ctx.service, input)),
})
