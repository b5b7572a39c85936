import type { EventSource } from '../events/event.ts'
import type { EventsPlan } from '../series/plan-series-change.ts'
import type { Series } from '../series/series.ts'
import type { Temporal } from '../temporal.ts'

/** What is to be written so that an item is as it should be. */
export interface ItemPlan extends EventsPlan {
  /** To be written before its events; null where it stays as it is, or there is none. */
  series: Series | null
  /** A series that is no more, after its events have gone. */
  dropped: string | null
}

export interface Drawing {
  /** The id that it has, or gets, here. */
  ownId: string
  source: EventSource
  createdBy: string | null
  /** Where whole days are, of what is new. */
  timeZone: string
  /** No occurrences are made for slots before this (epoch milliseconds). */
  from: number
  now: Temporal.Instant
  newId: () => string
}
