import type { Temporal } from '../temporal.ts'
import type { Span } from '../time/span.ts'
import { startAtSlot } from './draft-series.ts'
import { horizonOf, slotsUntil } from './horizon.ts'
import { seriesTime, spanOfSlot } from './series.ts'

export interface AskedSeries extends Span {
  allDay: boolean
  timeZone: string
  recurrence: string
}

/** When the occurrences of a series up to the horizon would be. Throws RecurrenceError. */
export function spansOfSeries({ recurrence, ...first }: AskedSeries, now: Temporal.Instant): Span[] {
  const { allDay, timeZone } = first
  const { startsAt, durationMinutes } = seriesTime(first, allDay, timeZone)
  const series = { ...startAtSlot({ startsAt, timeZone, rules: recurrence }), durationMinutes, allDay }
  const { slots } = slotsUntil(series, 0, horizonOf(now, first.startsAt))
  return slots.map((slot) => spanOfSlot(series, slot))
}
