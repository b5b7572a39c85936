import type { JoinedSeries } from '@astralis/core/mail/plan-announcements'
import { joinSeries } from '@astralis/core/series/join-series'
import type { Series } from '@astralis/core/series/series'
import type { Transaction } from '@astralis/db/client'
import { moveToSeries } from '@astralis/db/queries/occurrences'
import { deleteSeries, findSeries, putSeries } from '@astralis/db/queries/series'

/**
 * Makes one series again of two that nothing keeps apart any more, so that undoing a split leaves no trace. Answers with
 * the first of the two, and with what it has become; null where they stay apart.
 */
export async function joinWithPrevious(
  tx: Transaction,
  orgId: string,
  series: Series | undefined,
): Promise<JoinedSeries | null> {
  if (!series?.splitFrom) return null
  const previous = await findSeries(tx, orgId, series.splitFrom)
  const whole = previous && joinSeries(previous, series)
  if (!whole) return null
  await putSeries(tx, orgId, { ...whole, updatedAt: series.updatedAt })
  await moveToSeries(tx, orgId, series.id, whole.id)
  await deleteSeries(tx, orgId, series.id)
  return { previous, whole }
}
