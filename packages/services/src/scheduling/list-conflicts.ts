import { findConflicts } from '@astralis/core/conflicts/find-conflicts'
import type { Conflict } from '@astralis/core/events/event'
import type { ConflictsInput } from '@astralis/core/events/event-input'
import { conflictFor } from '@astralis/core/events/visibility'
import { warnAbout } from '@astralis/core/events/warn-about'
import type { Warning } from '@astralis/core/wire/warning'
import { listHours } from '@astralis/db/queries/list-hours'
import { listOverlapping } from '@astralis/db/queries/list-overlapping'
import type { ServiceContext } from '../context.ts'
import { inOrganization, sentTogether } from '../transaction.ts'

export interface ConflictsResult {
  hasConflict: boolean
  conflicts: Conflict[]
  warnings: Warning[]
}

/** What would stand in the way of an event, while somebody still types (C4). Nothing is locked: creating checks again. */
export async function listConflicts(ctx: ServiceContext, input: ConflictsInput): Promise<ConflictsResult> {
  const { orgId } = ctx.actor
  const emails = [...new Set(input.participants)]
  const [busy, hours] = await inOrganization(ctx, orgId, (tx) =>
    sentTogether([
      listOverlapping(tx, { orgId, emails, span: input, exceptEventId: input.excludeEventId }),
      listHours(tx, orgId, emails, input),
    ]),
  )
  const conflicts = findConflicts(input, emails, busy).map((conflict) => conflictFor(ctx.actor, conflict))
  return { hasConflict: conflicts.length > 0, conflicts, warnings: warnAbout(input, ctx.clock(), hours) }
}
