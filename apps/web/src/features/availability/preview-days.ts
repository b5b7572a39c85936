import type { Temporal } from '@astralis/core/temporal'
import { openHours } from '@astralis/core/time/working-hours'
import { clockChangeOn, type ClockChange } from '../../lib/clock-change.ts'
import type { AvailabilityValues } from './availability-values.ts'
import { isWhole } from './time-ranges.ts'

/** Epoch milliseconds. */
interface Stretch {
  start: number
  end: number
}

export interface PreviewDay extends Stretch {
  date: Temporal.PlainDate
  /** When the person can be booked on this date, overnight hours of the day before included. */
  hours: Stretch[]
  isOverridden: boolean
  clockChange: ClockChange | null
}

/** The hours of `count` days from `first`, as core has them; ranges that are still being typed are left out. */
export function previewDays(values: AvailabilityValues, first: Temporal.PlainDate, count: number): PreviewDay[] {
  const { timeZone } = values
  const midnight = (date: Temporal.PlainDate) => date.toZonedDateTime(timeZone).epochMilliseconds
  const rules = values.rules.filter((rule) => rule.isActive && isWhole(rule))
  const overrides = values.overrides
    .filter(({ date }) => date !== '')
    .map(({ date, ranges }) => ({ date, ranges: ranges.filter(isWhole) }))
  const end = midnight(first.add({ days: count }))
  const open = stretches(openHours(rules, overrides, timeZone, midnight(first), end))
  return Array.from({ length: count }, (_, i) => {
    const date = first.add({ days: i })
    const day = { start: midnight(date), end: midnight(date.add({ days: 1 })) }
    return {
      ...day,
      date,
      hours: open.map((hours) => intersection(hours, day)).filter(({ start, end }) => start < end),
      isOverridden: overrides.some((override) => override.date === date.toString()),
      clockChange: clockChangeOn(date, timeZone),
    }
  })
}

function stretches(bounds: readonly number[]): Stretch[] {
  return bounds.flatMap((start, i) => {
    const end = bounds[i + 1]
    return i % 2 === 0 && end !== undefined ? [{ start, end }] : []
  })
}

function intersection(a: Stretch, b: Stretch): Stretch {
  return { start: Math.max(a.start, b.start), end: Math.min(a.end, b.end) }
}
