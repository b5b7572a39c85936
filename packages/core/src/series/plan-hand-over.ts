import type { Event } from '../events/event.ts'
import { type HandOver, handOver, isOf } from '../events/hand-over.ts'
import { nextSequence } from '../events/next-sequence.ts'
import { Temporal } from '../temporal.ts'
import { nextSeriesSequence } from './next-series-sequence.ts'
import type { ChangePlan } from './plan-change.ts'
import type { Series } from './series.ts'

interface Context {
  /** Null for a single event. */
  series: Series | null
  /** The event, or all occurrences of the series that have events. */
  occurrences: readonly Event[]
  now: Temporal.Instant
}

/**
 * What becomes of somebody's event or series when somebody else takes it over. What is over stays as it was; an
 * occurrence that was cancelled alone goes along, because it may be taken back.
 */
export function planHandOver({ series, occurrences, now }: Context, hands: HandOver): ChangePlan {
  const isToCome = ({ status, endsAt }: Event) => status !== 'COMPLETED' && Temporal.Instant.compare(endsAt, now) > 0
  const isLost = ({ status }: Event) => series === null && status === 'CANCELLED'
  const changed = occurrences
    .filter((event) => isToCome(event) && !isLost(event) && isOf(event, hands.from))
    .map((before) => {
      const after = { ...before, ...handOver(before, hands), version: before.version + 1 }
      return { before, after: { ...after, sequence: nextSequence(before, after, before.sequence) } }
    })
  const written = series && isOf(series, hands.from) ? [handOverSeries(series, hands)] : []
  return { changed, added: [], removed: [], written, dropped: null }
}

function handOverSeries(series: Series, hands: HandOver): Series {
  const after = { ...series, ...handOver(series, hands) }
  return { ...after, sequence: nextSeriesSequence(series, after) }
}
