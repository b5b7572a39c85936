import { findConflicts } from '@astralis/core/conflicts/find-conflicts'
import type { Conflict } from '@astralis/core/events/event'
import type { ConflictsInput } from '@astralis/core/events/event-input'
import { conflictFor } from '@astralis/core/events/visibility'
import { warnAbout } from '@astralis/core/events/warn-about'
import { checkOccurrences, type OccurrencesCheck } from '@astralis/core/series/check-occurrences'
import { spansOfSeries } from '@astralis/core/series/spans-of-series'
import type { Span } from '@astralis/core/time/span'
import type { Warning } from '@astralis/core/wire/warning'
import { listHours } from '@astralis/db/queries/list-hours'
import { listOverlapping } from '@astralis/db/queries/list-overlapping'
import type { ServiceContext } from '../context.ts'
import { withRecurrenceProblems } from '../events/recurrence-problems.ts'
import { inOrganization, sentTogether } from '../transaction.ts'

export interface ConflictsResult {
  hasConflict: boolean
  conflicts: Conflict[]
  warnings: Warning[]
  /** How all occurrences would fare, where there is a recurrence. */
  occurrences?: OccurrencesCheck
}

/**
 * What would stand in the way of an event, while somebody still types (C4); with a recurrence of each of its occurrences
 * (B5). Nothing is locked: creating checks again.
 */
export async function listConflicts(ctx: ServiceContext, input: ConflictsInput): Promise<ConflictsResult> {
  const { orgId } = ctx.actor
  const { recurrence = null, excludeEventId, excludeSeriesId: exceptSeriesId } = input
  const emails = [...new Set(input.participants)]
  const spans = spansOf(ctx, input)
  const times = spans.map((span) => ({ ...span, emails }))
  const exceptEventIds = excludeEventId === undefined ? [] : [excludeEventId]
  const [busy, hours] = await inOrganization(ctx, orgId, (tx) =>
    sentTogether([
      listOverlapping(tx, { orgId, times, exceptEventIds, exceptSeriesId }),
      listHours(tx, orgId, emails, input),
    ]),
  )
  const found = spans.map((span, nth) => ({
    ...span,
    conflicts: findConflicts(span, emails, busy[nth] ?? []).map((conflict) => conflictFor(ctx.actor, conflict)),
  }))
  const conflicts = found.flatMap((one) => one.conflicts)
  return {
    hasConflict: conflicts.length > 0,
    conflicts,
    warnings: warnAbout(input, ctx.clock(), hours),
    ...(recurrence !== null && { occurrences: checkOccurrences(found, recurrence) }),
  }
}

function spansOf(ctx: ServiceContext, input: ConflictsInput): Span[] {
  const { startsAt, endsAt, recurrence, allDay = false, timeZone = ctx.actor.timeZone } = input
  if (recurrence === undefined) return [{ startsAt, endsAt }]
  return withRecurrenceProblems(() => spansOfSeries({ startsAt, endsAt, recurrence, allDay, timeZone }, ctx.clock()))
}
