import { expandStored } from '../recurrence/expand-recurrence.ts'
import { formatRecurrence, parseRecurrence } from '../recurrence/recurrence.ts'
import { epochToWall } from '../recurrence/wall-time.ts'
import type { ChangeContext, ChangePlan } from './plan-change.ts'
import type { Series } from './series.ts'
import { splitSeries } from './split-series.ts'

/**
 * What is left of a series when an event goes for good, alone or with others: its slot is not filled again. With the last
 * one the series goes too.
 */
export function planDelete({ event, series, occurrences, scope, newId }: ChangeContext): ChangePlan {
  const plan: ChangePlan = { changed: [], added: [], removed: [...occurrences], written: [], dropped: null }
  if (!series) return plan
  const slot = (event.originalStartsAt ?? event.startsAt).epochMilliseconds
  if (scope === 'this') {
    const left = leaveOut(series, slot)
    return isEmpty(left) ? { ...plan, dropped: series.id } : { ...plan, written: [left] }
  }
  const split = scope === 'following' ? splitSeries(series, slot, newId()) : null
  return split ? { ...plan, written: [split.before] } : { ...plan, dropped: series.id }
}

function leaveOut(series: Series, slot: number): Series {
  const recurrence = parseRecurrence(series)
  const excluded = [...recurrence.excluded, epochToWall(series.timeZone, slot)]
  return { ...series, sequence: series.sequence + 1, rules: formatRecurrence({ ...recurrence, excluded }) }
}

function isEmpty(series: Series): boolean {
  return expandStored(series, { from: -Infinity, to: Infinity, limit: 1 }).length === 0
}
