import { HORIZON_MONTHS } from '../series/horizon-months.ts'
import type { SuggestInput } from './suggest-input.ts'

const DAY_MILLISECONDS = 86_400_000

/**
 * What a search costs: people times days that are looked at, at least 1. Of a meeting that repeats, these are the days up
 * to the horizon. The largest question that is allowed costs 400,000.
 */
export function searchCost({
  participants,
  range,
  recurrence,
}: Pick<SuggestInput, 'participants' | 'range' | 'recurrence'>): number {
  const days = (range.to.epochMilliseconds - range.from.epochMilliseconds) / DAY_MILLISECONDS
  const horizon = recurrence === undefined ? 0 : HORIZON_MONTHS * 31
  return Math.max(1, Math.ceil(participants.length * (days + horizon)))
}
