import { conflictsInput } from '@astralis/core/events/event-input'
import { explainInput, suggestInput } from '@astralis/core/slots/suggest-input'
import { teamInput } from '@astralis/core/team/team-input'
import { listConflicts } from '@astralis/services/scheduling/list-conflicts'
import { explainTime } from '@astralis/services/suggestions/explain-time'
import { suggestTimes } from '@astralis/services/suggestions/suggest-times'
import { listTeam } from '@astralis/services/team/list-team'
import { memberProcedure, router } from '../trpc.ts'

export const schedulingRouter = router({
  conflicts: memberProcedure.input(conflictsInput).query(({ ctx, input }) => listConflicts(ctx.service, input)),
  suggest: memberProcedure.input(suggestInput).query(({ ctx, input }) => suggestTimes(ctx.service, input)),
  explain: memberProcedure.input(explainInput).query(({ ctx, input }) => explainTime(ctx.service, input)),
  team: memberProcedure.input(teamInput).query(({ ctx, input }) => listTeam(ctx.service, input)),
})
